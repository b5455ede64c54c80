import type { Origin } from '@binnacle/model';
import { print, type Expr } from '@binnacle/promql';
import { argument, numberLiteral } from '../../query/expression.ts';
import { rawOrigin } from '../../query/promql.ts';
import type { Readable } from '../../query/readable.ts';
import type { LabelsOf, Operand } from '../../query/vector.ts';
import { present } from '../json.ts';
import type { Colour } from '../panels/colour.ts';
import type { LegendText } from './legend.ts';

/** What a query for any plugin has in common. */
export interface QueryCommon {
  /** Default: the next free letter of the panel. */
  readonly refId?: string;
  /** Evaluated and not drawn: for expressions and overrides that refer to it. */
  readonly hide?: boolean;
  /** Logical name of a datasource, as environments define it. Default: the dashboard's datasource variable. */
  readonly datasource?: string;
}

/** Columns of the table a query returns, where they are known. */
type Columns = readonly string[];

/** A query for any plugin, before its panel has given it a refId. */
export interface DataSourceQuery extends QueryCommon {
  readonly type: 'query';
  /** Plugin id of the datasource. */
  readonly plugin: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly columns?: Columns;
  /** The rows themselves, where they are written in the definition. */
  readonly rows?: readonly (readonly (string | number)[])[];
  readonly color?: Colour;
  /** Where its raw text was written. */
  readonly origin?: Origin;
}

/** How Prometheus is asked: over the time range, or once for its end. */
type Mode = 'range' | 'instant' | 'both';

export interface PrometheusOptions<S extends string = string> extends QueryCommon {
  /** Name of each series; `{{label}}` is replaced by the label's value. Default: the labels that tell the series apart. */
  readonly legend?: S;
  readonly format?: 'time_series' | 'table' | 'heatmap';
  /** Default: what the panel shows. */
  readonly mode?: Mode;
  /** Draws sampled traces on the panel. */
  readonly exemplar?: boolean;
  /** Lower limit of the step: a duration. */
  readonly interval?: string;
  /** Colour of all series of this query, by meaning. */
  readonly color?: Colour;
}

/** A PromQL query; its panel decides what is left open. */
export interface PrometheusQuery extends DataSourceQuery {
  readonly plugin: 'prometheus';
  readonly expr: Expr;
  readonly legend?: string;
  readonly mode?: Mode;
  readonly format?: PrometheusOptions['format'];
}

/**
 * A PromQL query of a panel. A raw counter does not compile, and neither does a legend that names a label the
 * expression has not.
 */
export function query<V extends Operand, const S extends string = string>(
  value: Readable<V>,
  options?: PrometheusOptions<LegendText<LabelsOf<V>, S>>,
): PrometheusQuery;
export function query(value: Operand, options: PrometheusOptions = {}): PrometheusQuery {
  const expr = typeof value === 'number' ? numberLiteral(value) : argument(value, 'query');
  const origin = rawOrigin(expr);
  const { exemplar, interval, ...rest } = options;
  return {
    ...rest,
    type: 'query',
    plugin: 'prometheus',
    expr,
    spec: present({ expr: print(expr), editorMode: 'code', exemplar, interval }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** True for a query made by {@link query}. */
export function isPrometheusQuery(candidate: DataSourceQuery): candidate is PrometheusQuery {
  return candidate.plugin === 'prometheus' && 'expr' in candidate;
}
