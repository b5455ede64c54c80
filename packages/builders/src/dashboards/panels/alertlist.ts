import type { FrameOptions, Panel } from './panel.ts';
import { withoutData } from './without-data.ts';

export interface AlertListOptions extends FrameOptions {
  /** Alerts that have all of these labels: `{ service: 'checkout' }`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Text in the alerts' names. */
  readonly name?: string;
  readonly states?: readonly ('firing' | 'pending' | 'recovering' | 'noData' | 'error' | 'normal')[];
  readonly most?: number;
}

/** The alerts that need someone now. Grafana's SDK has no builder for this panel. */
export function alertlist(title: string, said: AlertListOptions = {}): Panel {
  const { labels = {}, name = '', states = ['firing', 'pending', 'error'], most = 20, ...frame } = said;
  const matchers = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const all = ['firing', 'pending', 'recovering', 'noData', 'error', 'normal'] as const;
  const options = {
    viewMode: 'list',
    groupMode: 'default',
    groupBy: [],
    maxItems: most,
    // By importance.
    sortOrder: 3,
    dashboardAlerts: false,
    alertName: name,
    alertInstanceLabelFilter: matchers.length === 0 ? '' : `{${matchers.join(',')}}`,
    stateFilter: Object.fromEntries(all.map((state) => [state, states.includes(state)])),
  };
  return withoutData(title, frame, { group: 'alertlist', options });
}
