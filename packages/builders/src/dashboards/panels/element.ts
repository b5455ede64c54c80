import { grafanaUnit } from '@binnacle/model';
import { overlay } from '../json.ts';
import { datasourceOf } from '../queries/datasource.ts';
import { legendLabels } from '../queries/legend.ts';
import { isPrometheusQuery, type DataSourceQuery, type PrometheusQuery } from '../queries/query.ts';
import type { DataQuery, Element, FieldConfig, FieldOverride } from '../schema.ts';
import { isNonNegative } from '../units/non-negative.ts';
import type { Contracts } from '../units/series.ts';
import { unitOf } from '../units/unit-of.ts';
import { LABEL_COLOURS } from './label-colours.ts';
import { columnName } from './columns.ts';
import { byName, byRefId, byRegexp } from './override.ts';
import type { Conventions, Panel } from './panel.ts';

/** One series and no label to tell: the panel's title names it best. */
function isSingle({ expr }: PrometheusQuery): boolean {
  return expr.type === 'AggregateExpr' && !expr.without && expr.grouping.length === 0 && expr.param === undefined;
}

function prometheusSpec(query: PrometheusQuery, title: string, conventions: Conventions): DataQuery['spec'] {
  const mode = query.mode ?? conventions.mode;
  const format = query.format ?? conventions.format;
  return {
    ...query.spec,
    range: mode !== 'instant',
    instant: mode !== 'range',
    ...(format === undefined ? {} : { format }),
    ...(format === 'table' ? {} : { legendFormat: query.legend ?? (isSingle(query) ? title : '__auto') }),
  };
}

/** The query as Grafana's API has it. Each names its datasource, so that a panel may ask several. */
function dataQuery(query: DataSourceQuery, title: string, conventions: Conventions): DataQuery {
  const datasource = datasourceOf(query.plugin, query.datasource);
  return {
    kind: 'DataQuery',
    group: query.plugin,
    version: 'v0',
    ...(datasource === undefined ? {} : { datasource }),
    spec: isPrometheusQuery(query) ? prometheusSpec(query, title, conventions) : query.spec,
  };
}

function shownLabels({ expr, legend }: PrometheusQuery): readonly string[] {
  if (legend !== undefined) return legendLabels(legend);
  return expr.type === 'AggregateExpr' && !expr.without ? expr.grouping.map(({ name }) => name) : [];
}

const COLOURS_OF_LABEL = new Map(
  Object.entries(LABEL_COLOURS).map(([label, colours]) => [
    label,
    colours.map(({ pattern, colour }) => byRegexp(pattern, { color: colour })),
  ]),
);

/** Colours for series named by a label whose values mean good or bad. */
function labelColours(queries: readonly PrometheusQuery[]): readonly FieldOverride[] {
  const overrides = new Map<unknown, FieldOverride>();
  for (const label of queries.flatMap(shownLabels)) {
    for (const override of COLOURS_OF_LABEL.get(label) ?? []) overrides.set(override.matcher.options, override);
  }
  return [...overrides.values()];
}

function unitOverrides(
  { title, conventions }: Panel,
  queries: readonly PrometheusQuery[],
  units: readonly (string | undefined)[],
): readonly FieldOverride[] {
  return queries.flatMap((query, i) => {
    const unit = units[i];
    if (unit === undefined || unit === units[0] || query.refId === undefined) return [];
    return [
      conventions.columns === true ? byName(columnName(query, title, false), { unit }) : byRefId(query.refId, { unit }),
    ];
  });
}

function colourOverrides(queries: readonly DataSourceQuery[]): readonly FieldOverride[] {
  return queries.flatMap(({ refId, color }) =>
    refId === undefined || color === undefined ? [] : [byRefId(refId, { color })],
  );
}

interface Inferred {
  readonly defaults: FieldConfig;
  readonly overrides: readonly FieldOverride[];
  readonly options: Panel['options'];
}

/** What the queries tell about the fields, under what the user said. */
function infer(panel: Panel, contracts: Contracts): Inferred {
  const { conventions, defaults, options } = panel;
  const queries = panel.queries.filter(isPrometheusQuery).filter(({ hide }) => hide !== true);
  const units = queries.map(({ expr }) => unitOf(expr, contracts));
  const [unit] = units;
  const id = grafanaUnit(unit?.replace(/^bucket:/, ''));
  if (conventions.unit === 'y-axis') {
    return {
      defaults,
      overrides: [],
      options: overlay<object>(id === undefined ? {} : { yAxis: { unit: id } }, options),
    };
  }
  const fromZero =
    conventions.fromZero === true && queries.length > 0 && queries.every(({ expr }) => isNonNegative(expr, contracts));
  const whole =
    conventions.toWhole === true ? (unit === 'ratio' ? 1 : unit === 'percent' ? 100 : undefined) : undefined;
  const own = defaults.unit === undefined ? unitOverrides(panel, queries, units.map(grafanaUnit)) : [];
  return {
    options,
    defaults: {
      ...(conventions.unit === 'none' || id === undefined ? {} : { unit: id }),
      ...(fromZero ? { min: 0 } : {}),
      ...(whole === undefined ? {} : { max: whole }),
      ...defaults,
    },
    overrides: [
      ...(conventions.colorMode === 'shades' && defaults.color === undefined ? labelColours(queries) : []),
      ...own,
      ...colourOverrides(panel.queries),
    ],
  };
}

/** The panel as an element of a dashboard. */
export function toElement(panel: Panel, id: number, contracts: Contracts): Element {
  const { title, frame, group, conventions } = panel;
  const { defaults, overrides, options } = infer(panel, contracts);
  return {
    kind: 'Panel',
    spec: {
      id,
      title,
      ...(frame.description === undefined ? {} : { description: frame.description }),
      links: frame.links ?? [],
      ...(frame.transparent === true ? { transparent: true } : {}),
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: panel.queries.map((query) => ({
            kind: 'PanelQuery',
            spec: {
              refId: query.refId ?? 'A',
              hidden: query.hide === true,
              query: dataQuery(query, title, conventions),
            },
          })),
          transformations: panel.transformations,
          queryOptions: panel.queryOptions,
        },
      },
      vizConfig: {
        kind: 'VizConfig',
        group,
        version: '',
        spec: { options, fieldConfig: { defaults, overrides: [...overrides, ...panel.overrides] } },
      },
    },
  };
}
