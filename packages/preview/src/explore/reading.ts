import type { MetricSpec } from '@binnacle/model';
import { build, type Expr, type Matcher, type VectorSelector } from '@binnacle/promql';

/** How the series of a group become one; `each` leaves every series as it is. */
export type Aggregation = 'sum' | 'avg' | 'min' | 'max' | 'count' | 'each';

/** What draws the result. `stacked` is a time series whose lines add up. */
export type Visualisation = 'timeseries' | 'stacked' | 'stat' | 'bargauge' | 'table' | 'heatmap';

/** What is chosen of what a reading offers. */
export interface Choice {
  readonly matchers: readonly Matcher[];
  readonly by: readonly string[];
  readonly aggregation: Aggregation;
  /** A duration, or a variable of Grafana. */
  readonly window: string;
  readonly quantiles: readonly number[];
}

/** One query that a reading comes to. */
export interface ReadQuery {
  readonly expr: Expr;
  /** Said before the labels in its legend: `p99`. */
  readonly says?: string;
}

/** One way to read a metric: what it asks, and what there is to choose. */
export interface Reading {
  readonly id: string;
  readonly title: string;
  /** What the numbers are, in a sentence. */
  readonly help: string;
  /** The first is the usual one; none where the reading groups in a way of its own. */
  readonly aggregations: readonly Aggregation[];
  /** The first is the usual one; none where there is no window. */
  readonly windows: readonly string[];
  /** Quantiles that can be asked for; the usual ones among them. */
  readonly quantiles?: { readonly offered: readonly number[]; readonly usual: readonly number[] };
  /** The first is the usual one. */
  readonly visualisations: readonly Visualisation[];
  /** Labels do not tell its series apart: it takes none, or has all of them. */
  readonly isWhole?: true;
  /** Labels that series are told apart by at first. */
  readonly usualBy?: readonly string[];
  /** Unit of the result in the words of contracts. */
  readonly unit: (choice: Choice) => string;
  /** True where results can be below zero whatever their unit. */
  readonly isSigned?: true;
  /** What a panel is called, given what the metric is called. */
  readonly name: (metric: string, choice: Choice) => string;
  readonly queries: (choice: Choice) => readonly ReadQuery[];
}

/** Every way to read metrics of a type; the first is the usual one. */
export type ReadingsOf = (metric: MetricSpec) => readonly Reading[];

/** The window that follows from the time range. */
export const AUTOMATIC = '$__rate_interval';
/** The whole time range. */
export const WHOLE_RANGE = '$__range';

/** Windows of rates: short ones show spikes, long ones are calm. */
export const RATE_WINDOWS: readonly string[] = [AUTOMATIC, '1m', '5m', '15m', '1h'];
/** Windows of what is summed up over some time. */
export const SPAN_WINDOWS: readonly string[] = ['1h', '5m', '15m', '6h', '1d', WHOLE_RANGE];

/** What a metric counts, per second: seconds per second are a ratio. */
export function perSecond(unit: string): string {
  return unit === 'seconds' ? 'ratio' : `${unit}/second`;
}

/** A window in words, for a title. */
export function inWords(window: string): string {
  return window === WHOLE_RANGE ? 'the time shown' : window;
}

/** Series of a name with the matchers that are chosen. */
export function seriesOf(name: string, { matchers }: Pick<Choice, 'matchers'>): VectorSelector {
  return build.selector(name, matchers);
}

/** `func(x[window])` */
export function over(func: string, series: VectorSelector, window: string): Expr {
  return build.call(func, build.matrix(series, window));
}

/** The expression aggregated as is chosen. */
export function aggregated(expr: Expr, { aggregation, by }: Choice): Expr {
  return aggregation === 'each' ? expr : build.aggregate(aggregation, expr, { by });
}

/** Sum of the rates of a part of a metric, with labels that have to stay. */
export function summedRate(name: string, choice: Choice, keep: readonly string[] = []): Expr {
  const { by, window } = choice;
  return build.aggregate('sum', over('rate', seriesOf(name, choice), window), { by: [...keep, ...by] });
}

/** `p99` for 0.99. */
export function quantileName(q: number): string {
  return `p${Number((q * 100).toPrecision(6))}`;
}
