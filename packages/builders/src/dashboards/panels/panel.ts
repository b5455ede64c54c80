import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { TransformationKind, VizConfigKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import { captureOrigin, type Origin, type Size } from '@binnacle/model';
import { given } from '../../given.ts';
import { jsonObject, jsonOf, overlay, present } from '../json.ts';
import { assertV2, toQuery, type AnyQuery } from '../queries/sdk.ts';
import type { DataSourceQuery } from '../queries/query.ts';
import type {
  DataLink,
  FieldColor,
  FieldConfig,
  FieldOverride,
  Partially,
  QueryOptions,
  ThresholdsConfig,
  Transformation,
  ValueMapping,
} from '../schema.ts';
import type { Variable } from '../variables/variable.ts';
import { fieldColor, type Colour } from './colour.ts';
import { withRefIds } from './ref-ids.ts';

/** What every panel says, whatever it shows. */
export interface FrameOptions {
  /** Key of the panel on its dashboard. Default: made from the title. Give one to rename a panel without replacing it. */
  readonly id?: string;
  /** What the panel shows and what to make of it. */
  readonly description?: string;
  readonly links?: readonly DataLink[];
  readonly transparent?: boolean;
  /** One panel for each value of the variable. */
  readonly repeat?: Variable;
  readonly repeatDirection?: 'horizontal' | 'vertical';
  /** Panels beside each other when repeated. */
  readonly maxPerRow?: number;
}

/** What a panel with data says. `Options` and `Custom` are the visualisation's own settings, as Grafana's SDK has them. */
export interface PanelOptions<Options = object, Custom = object> extends FrameOptions {
  readonly queries: readonly AnyQuery[];
  /** Id of a Grafana unit. Default: the unit of the first query. */
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** What to show in place of a missing value. */
  readonly noValue?: string;
  readonly color?: Colour | FieldColor;
  readonly thresholds?: ThresholdsConfig;
  readonly mappings?: readonly ValueMapping[];
  readonly overrides?: readonly FieldOverride[];
  readonly transformations?: readonly (Transformation | Builder<TransformationKind>)[];
  /** Links on values: `\${__field.labels.instance}` and the like are replaced. */
  readonly dataLinks?: readonly DataLink[];
  readonly query?: QueryOptions;
  /** Laid over the options of the visualisation. */
  readonly options?: Partially<Options>;
  /** Laid over the field settings of the visualisation. */
  readonly custom?: Partially<Custom>;
}

/** Where the unit of the data goes: to the fields, to the y axis of a heatmap, or nowhere. */
type UnitPlace = 'field' | 'y-axis' | 'none';

/** What a kind of panel settles for its queries: how Prometheus is asked, and what may be inferred. */
export interface Conventions {
  readonly mode: 'range' | 'instant';
  readonly format?: 'table' | 'heatmap';
  readonly unit: UnitPlace;
  /** The axis starts at zero when no value can be below. */
  readonly fromZero?: boolean;
  /** Ratios end at 1, percentages at 100. */
  readonly toWhole?: boolean;
  /** Each query is a column of one table: units belong to columns, named by their legends. */
  readonly columns?: boolean;
  /** Colours of several series: one palette, or shades of one colour. */
  readonly colorMode?: 'fixed' | 'shades';
}

/** A panel as data, before its dashboard has given it an id and its unit. */
export interface Panel {
  readonly type: 'panel';
  readonly title: string;
  readonly id?: string;
  readonly size?: Size;
  readonly frame: FrameOptions;
  /** Plugin id of the visualisation. */
  readonly group: string;
  readonly options: object;
  readonly defaults: FieldConfig;
  readonly overrides: readonly FieldOverride[];
  readonly queries: readonly DataSourceQuery[];
  readonly transformations: readonly Transformation[];
  readonly queryOptions: QueryOptions;
  readonly conventions: Conventions;
  readonly origin?: Origin;
}

/** A visualisation as one of our panel functions defines it. */
export interface Visualisation<Options, Custom = object> {
  readonly group: string;
  readonly options: Options;
  readonly custom?: Custom;
  readonly defaults?: FieldConfig;
  readonly conventions: Conventions;
}

/** The panel for a visualisation and what the user said of it. */
export function definePanel<Options extends object, Custom extends object = object>(
  title: string,
  said: PanelOptions<Options, Custom>,
  visualisation: Visualisation<Options, Custom>,
): Panel {
  const { conventions, group } = visualisation;
  given(
    said.queries,
    Array.isArray(said.queries),
    `the list of queries of panel "${title}"`,
    'write { queries: [query(…)] }',
  );
  return framed(title, said, {
    group,
    options: overlay(visualisation.options, said.options),
    defaults: fieldDefaults(said, overlay<object | undefined>(visualisation.custom, said.custom), visualisation),
    overrides: said.overrides ?? [],
    queries: withRefIds(title, said.queries.map(toQuery)),
    transformations: (said.transformations ?? []).map(toTransformation),
    queryOptions: said.query ?? {},
    conventions,
  });
}

/** The panel with what does not depend on its data. */
export function framed(
  title: string,
  frame: FrameOptions,
  content: Omit<Panel, 'type' | 'title' | 'id' | 'size' | 'frame' | 'origin'>,
): Panel {
  const origin = captureOrigin();
  return {
    type: 'panel',
    title,
    frame,
    ...(frame.id === undefined ? {} : { id: frame.id }),
    ...content,
    ...(origin === undefined ? {} : { origin }),
  };
}

function fieldDefaults(
  said: PanelOptions,
  custom: object | undefined,
  { defaults, conventions }: Visualisation<unknown, unknown>,
): FieldConfig {
  const { unit, decimals, min, max, noValue, color, thresholds, mappings, dataLinks } = said;
  return present<FieldConfig>({
    ...(conventions.unit === 'none' ? {} : { noValue: 'No data' }),
    ...defaults,
    ...present({ unit, decimals, min, max, noValue, thresholds, mappings, custom, links: dataLinks }),
    ...(color === undefined
      ? {}
      : { color: typeof color === 'string' ? fieldColor(color, conventions.colorMode ?? 'fixed') : color }),
  });
}

function toTransformation(one: Transformation | Builder<TransformationKind>): Transformation {
  return 'build' in one ? jsonOf<Transformation>(one.build()) : one;
}

export type VisualisationBuilder = Builder<VizConfigKind>;

/** A panel of any visualisation of Grafana's SDK; ids, layout, datasource and what the builder leaves open are ours. */
export function panel(
  title: string,
  said: Omit<PanelOptions, 'options' | 'custom'> & { readonly viz: VisualisationBuilder },
): Panel {
  assertV2(said.viz, 'VisualizationV2Builder');
  const { group, spec } = jsonOf(said.viz.build());
  const { defaults, overrides } = spec.fieldConfig;
  return definePanel<object>(
    title,
    { ...said, overrides: [...overrides, ...(said.overrides ?? [])] },
    {
      group,
      options: jsonObject(spec.options),
      defaults,
      conventions: { mode: 'range', unit: group === 'heatmap' ? 'none' : 'field', colorMode: 'fixed' },
    },
  );
}
