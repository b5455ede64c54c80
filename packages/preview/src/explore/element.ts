import type { DashboardSpec } from '@binnacle/model';
import { grafanaUnit } from '@binnacle/model/units';
import { parse } from '@binnacle/promql';
import type { ExploredPanel, PanelQuery } from './panel.ts';
import type { Visualisation } from './reading.ts';

/** An element of a dashboard in the v2 shape. */
type Element = DashboardSpec['elements'][string];

/** How a visualisation asks and draws, as the builders have it. */
interface Look {
  readonly group: string;
  readonly mode: 'range' | 'instant';
  readonly format?: 'table' | 'heatmap';
  readonly options: object;
  readonly custom?: object;
  readonly defaults?: object;
  /** Its axis begins at zero where no value can be below. */
  readonly fromZero?: true;
}

const LATEST = { calcs: ['lastNotNull'], fields: '', values: false };
const CALM = {
  color: { mode: 'thresholds' },
  thresholds: { mode: 'absolute', steps: [{ value: null, color: 'blue' }] },
};
const LEGEND = {
  showLegend: true,
  displayMode: 'table',
  placement: 'bottom',
  calcs: ['lastNotNull', 'mean', 'max'],
  sortBy: 'Last *',
  sortDesc: true,
};
const LINES: Look = {
  group: 'timeseries',
  mode: 'range',
  options: { legend: LEGEND, tooltip: { mode: 'multi', sort: 'desc' } },
  custom: { drawStyle: 'line', lineWidth: 1, fillOpacity: 10, showPoints: 'never' },
  fromZero: true,
};
const LOOKS: Readonly<Record<Visualisation, Look>> = {
  timeseries: LINES,
  stacked: {
    ...LINES,
    custom: { ...LINES.custom, fillOpacity: 30, stacking: { mode: 'normal', group: 'A' } },
  },
  stat: {
    group: 'stat',
    mode: 'range',
    options: {
      graphMode: 'area',
      colorMode: 'value',
      justifyMode: 'auto',
      textMode: 'auto',
      wideLayout: true,
      orientation: 'auto',
      reduceOptions: LATEST,
    },
    defaults: CALM,
  },
  bargauge: {
    group: 'bargauge',
    mode: 'instant',
    options: {
      displayMode: 'basic',
      valueMode: 'color',
      namePlacement: 'auto',
      showUnfilled: true,
      sizing: 'auto',
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
      orientation: 'horizontal',
      reduceOptions: LATEST,
    },
    defaults: CALM,
    fromZero: true,
  },
  table: {
    group: 'table',
    mode: 'instant',
    format: 'table',
    options: { frameIndex: 0, showHeader: true, cellHeight: 'sm' },
    custom: { align: 'auto', inspect: false, filterable: true, cellOptions: { type: 'auto' } },
  },
  heatmap: {
    group: 'heatmap',
    mode: 'range',
    format: 'heatmap',
    options: {
      calculate: false,
      color: { mode: 'scheme', scheme: 'Oranges', fill: 'dark-orange', exponent: 0.5, steps: 64, reverse: false },
      filterValues: { le: 1e-9 },
      showValue: 'never',
      cellGap: 1,
      yAxis: { axisPlacement: 'left' },
      legend: { show: true },
      tooltip: { mode: 'single', yHistogram: true, showColorScale: true },
    },
  },
};

/** `A`, `B`, … `Z`, `AA`. */
function refId(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : refId(Math.floor(index / 26) - 1) + letter;
}

/** One series and no label to tell: the panel's title names it best. */
function isSingle(text: string): boolean {
  const { expr } = parse(text);
  return expr.type === 'AggregateExpr' && !expr.without && expr.grouping.length === 0 && expr.param === undefined;
}

function queryOf({ text, legend }: PanelQuery, i: number, { title, look }: { title: string; look: Look }): object {
  const { mode, format } = look;
  return {
    kind: 'PanelQuery',
    spec: {
      refId: refId(i),
      hidden: false,
      query: {
        kind: 'DataQuery',
        group: 'prometheus',
        version: 'v0',
        spec: {
          expr: text,
          editorMode: 'code',
          range: mode === 'range',
          instant: mode === 'instant',
          ...(format === undefined ? {} : { format }),
          ...(format === 'table' ? {} : { legendFormat: legend ?? (isSingle(text) ? title : '__auto') }),
        },
      },
    },
  };
}

/** Joins the tables of several queries by their labels, and names the columns of values. */
function columns({ queries, title, visualisation }: ExploredPanel): readonly object[] {
  if (visualisation !== 'table') return [];
  const isOne = queries.length === 1;
  const names = queries.map(({ legend }, i): [string, string] => [
    isOne ? 'Value' : `Value #${refId(i)}`,
    legend ?? (isOne ? title : `${title} ${refId(i)}`),
  ]);
  const organize = {
    kind: 'Transformation',
    group: 'organize',
    spec: { options: { excludeByName: { Time: true }, indexByName: {}, renameByName: Object.fromEntries(names) } },
  };
  return isOne ? [organize] : [{ kind: 'Transformation', group: 'merge', spec: { options: {} } }, organize];
}

/** A panel that was explored as an element of a dashboard, which looks as the builders would have it. */
export function elementOf(panel: ExploredPanel, id: number): Element {
  const { title, queries, visualisation, unit, isSigned = false } = panel;
  const look = LOOKS[visualisation];
  const own = grafanaUnit(unit);
  const isHeatmap = look.format === 'heatmap';
  const element: object = {
    kind: 'Panel',
    spec: {
      id,
      title,
      links: [],
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: queries.map((query, i) => queryOf(query, i, { title, look })),
          transformations: columns(panel),
          queryOptions: {},
        },
      },
      vizConfig: {
        kind: 'VizConfig',
        group: look.group,
        version: '',
        spec: {
          options:
            isHeatmap && own !== undefined
              ? { ...look.options, yAxis: { axisPlacement: 'left', unit: own } }
              : look.options,
          fieldConfig: {
            defaults: {
              noValue: 'No data',
              ...look.defaults,
              ...(look.custom === undefined ? {} : { custom: look.custom }),
              ...(own === undefined || isHeatmap ? {} : { unit: own }),
              ...(look.fromZero === true && !isSigned && unit !== undefined ? { min: 0 } : {}),
              ...(visualisation === 'bargauge' && unit === 'ratio' ? { max: 1 } : {}),
            },
            overrides: [],
          },
        },
      },
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK types enumerations as enums; the JSON is the same
  return element as Element;
}
