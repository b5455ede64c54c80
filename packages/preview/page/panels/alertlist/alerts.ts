import { callPrometheus } from '../../data/api.ts';

/** An alert as Prometheus has it now. */
export interface Alert {
  readonly name: string;
  readonly state: string;
  readonly severity: string;
  readonly summary: string;
  readonly labels: string;
  readonly since: string | undefined;
}

/** What an alert list shows. */
export interface AlertOptions {
  readonly alertName: string;
  readonly alertInstanceLabelFilter: string;
  readonly maxItems: number;
  readonly sortOrder: number;
  readonly stateFilter: { readonly firing?: boolean; readonly pending?: boolean };
}

/** What Prometheus says of its alerts. */
export interface ServedAlerts {
  readonly alerts: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly state: string;
    readonly activeAt?: string;
  }[];
}

const HIDDEN = new Set(['alertname', 'severity']);
const ORDER: Readonly<Record<string, number>> = { firing: 0, pending: 1 };

/** The matchers of a filter such as `{job="a"}` that ask for equality. */
function equals(filter: string): readonly (readonly [string, string])[] {
  return [...filter.matchAll(/([\w.]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const);
}

/** The alerts a list shows, firing ones first. */
export function shownAlerts({ alerts }: ServedAlerts, options: Omit<AlertOptions, 'sortOrder'>): readonly Alert[] {
  const { alertName, alertInstanceLabelFilter, stateFilter, maxItems } = options;
  const { firing = true, pending = true } = stateFilter;
  return alerts
    .filter(({ labels, state }) => {
      const wanted = (state === 'firing' && firing) || (state === 'pending' && pending);
      const named = (labels['alertname'] ?? '').toLowerCase().includes(alertName.toLowerCase());
      return wanted && named && equals(alertInstanceLabelFilter).every(([name, value]) => labels[name] === value);
    })
    .map(({ labels, annotations = {}, state, activeAt }) => ({
      name: labels['alertname'] ?? '',
      state,
      severity: labels['severity'] ?? '',
      summary: annotations['summary'] ?? annotations['description'] ?? '',
      labels: Object.entries(labels)
        .filter(([name]) => !HIDDEN.has(name))
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
      since: activeAt,
    }))
    .toSorted((a, b) => (ORDER[a.state] ?? 2) - (ORDER[b.state] ?? 2) || a.name.localeCompare(b.name, 'en'))
    .slice(0, maxItems);
}

/** The alerts that a Prometheus has now. @throws {ApiError} */
export async function fetchAlerts(source: string): Promise<ServedAlerts> {
  return (await callPrometheus<ServedAlerts>(source, 'alerts', {})).data;
}
