import type { DASHBOARD_API_VERSION, DashboardSpec, Resource } from '@binnacle/model';
import { COMPACT, pack } from '@binnacle/model/pack';
import { elementOf } from './element.ts';
import type { ScratchDashboard } from './panel.ts';

/** Element of a panel by its id. */
function elementName(id: string): string {
  return `panel-${id}`;
}

/** A dashboard that was put together on the page, in the v2 shape and laid out as the builders do. */
export function scratchResource({ title, purpose, panels }: ScratchDashboard): Resource<DashboardSpec> {
  const elements = panels.map((panel, i) => [elementName(panel.id), elementOf(panel, i + 1)] as const);
  const places = pack(panels.map(({ size, visualisation }) => ({ size, compact: COMPACT.has(visualisation) })));
  const spec: object = {
    title,
    description: purpose,
    tags: [],
    cursorSync: 'Crosshair',
    editable: true,
    preload: false,
    timeSettings: {
      timezone: 'browser',
      from: 'now-6h',
      to: 'now',
      autoRefresh: '1m',
      autoRefreshIntervals: ['10s', '30s', '1m', '5m', '15m', '30m', '1h'],
      hideTimepicker: false,
      fiscalYearStartMonth: 0,
    },
    variables: [],
    annotations: [],
    links: [],
    elements: Object.fromEntries(elements),
    layout: {
      kind: 'GridLayout',
      spec: {
        items: elements.map(([name], i) => {
          const { x = 0, y = 0, w = 24, h = 8 } = places[i] ?? {};
          return {
            kind: 'GridLayoutItem',
            spec: { x, y, width: w, height: h, element: { kind: 'ElementReference', name } },
          };
        }),
      },
    },
  };
  return {
    apiVersion: 'dashboard.grafana.app/v2' satisfies typeof DASHBOARD_API_VERSION,
    kind: 'Dashboard',
    metadata: { name: 'scratch' },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK types enumerations as enums; the JSON is the same
    spec: spec as DashboardSpec,
  };
}
