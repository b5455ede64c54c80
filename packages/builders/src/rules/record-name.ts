import {
  printDuration,
  type AggregateExpr,
  type BinaryExpr,
  type Call,
  type Duration,
  type Expr,
  type VectorSelector,
} from '@binnacle/promql';

/** The three parts of a recording rule's name, operations newest first. */
interface Name {
  readonly level: readonly string[];
  readonly metric: string;
  readonly operations: readonly Operation[];
  /** True when matchers leave only a part of the metric, which the name cannot say. */
  readonly narrowed: boolean;
}

/** `rate` over `5m`; aggregations have no window. */
interface Operation {
  readonly name: string;
  readonly window?: string;
}

/** Matchers on where series come from leave the whole metric of some place. */
const PLACES: ReadonlySet<string> = new Set(['cluster', 'instance', 'job', 'namespace']);
/** Level of a series that was not aggregated. */
const RAW: readonly string[] = ['instance'];

/** Functions over a window, and what a name calls them. */
const WINDOWED: Readonly<Record<string, string>> = {
  rate: 'rate',
  irate: 'irate',
  increase: 'increase',
  delta: 'delta',
  idelta: 'idelta',
  deriv: 'deriv',
  changes: 'changes',
  resets: 'resets',
  avg_over_time: 'avg',
  min_over_time: 'min',
  max_over_time: 'max',
  sum_over_time: 'sum',
  count_over_time: 'count',
  last_over_time: 'last',
  stddev_over_time: 'stddev',
  present_over_time: 'present',
};
const RATED: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);
/** Functions that change neither what is measured nor over what. */
const TRANSPARENT: ReadonlySet<string> = new Set(['abs', 'ceil', 'clamp', 'clamp_max', 'clamp_min', 'floor', 'round']);

/**
 * The name of a recording rule by the Prometheus convention `level:metric:operations`: labels kept, metric without
 * `_total` once rated, operations newest first with `sum` left out where another says enough. A quotient is named
 * `a_per_b:ratio_…`, one of `_sum` by `_count` is `…:mean5m`, a quantile `p99_…`.
 * @throws when the expression has no such name; the rule then needs one of its own.
 */
export function recordName(expr: Expr): string {
  const { level, metric, operations, narrowed } = named(expr);
  if (narrowed) throw unnamed('a part of a metric');
  return `${level.join('_').replaceAll(/\W/g, '_')}:${metric}:${operationsText(operations)}`;
}

function operationsText(operations: readonly Operation[]): string {
  const texts = operations.map(({ name, window = '' }) => `${name}${window}`);
  const merged = texts.filter((text, i) => text !== texts[i - 1]);
  const telling = merged.filter((text) => text !== 'sum');
  return telling.length === 0 ? 'sum' : telling.join('_');
}

function unnamed(what: string): Error {
  return new Error(
    `a recording rule of ${what} has no conventional name; write record(…, { name: 'level:metric:operations' })`,
  );
}

function named(expr: Expr): Name {
  if (expr.type === 'ParenExpr' || expr.type === 'SubqueryExpr') return named(expr.expr);
  if (expr.type === 'VectorSelector') return ofSelector(expr);
  if (expr.type === 'MatrixSelector') return ofSelector(expr.selector);
  if (expr.type === 'Call') return ofCall(expr);
  if (expr.type === 'AggregateExpr') return ofAggregation(expr);
  if (expr.type === 'BinaryExpr') return ofOperation(expr);
  throw unnamed('this');
}

function ofAggregation({ op, expr, without, grouping }: AggregateExpr): Name {
  const inner = named(expr);
  const labels = grouping.map((label) => label.name);
  if (without && inner.level === RAW) throw unnamed('an aggregation `without` over a metric of unknown labels');
  const level = without ? inner.level.filter((name) => !labels.includes(name)) : labels;
  return { ...inner, level, operations: [{ name: op }, ...inner.operations] };
}

function ofOperation({ op, left, right }: BinaryExpr): Name {
  if (op === 'or' || op === 'and' || op === 'unless') return named(left);
  if (op === '*' && left.type === 'NumberLiteral') return named(right);
  if ((op === '*' || op === '/') && right.type === 'NumberLiteral') return named(left);
  if (op === '/') return quotient(named(left), named(right));
  throw unnamed(`\`${op}\``);
}

function ofSelector(selector: VectorSelector): Name {
  if (selector.name === undefined) throw unnamed('a selector without a metric name');
  const narrowed = selector.matchers.some(({ label }) => !PLACES.has(label));
  const [level, metric, operations] = selector.name.split(':');
  return level === undefined || metric === undefined || operations === undefined
    ? { level: RAW, metric: selector.name, operations: [], narrowed }
    : {
        level: level.split('_').filter((part) => part !== ''),
        metric,
        operations: recordedOperations(operations),
        narrowed,
      };
}

/** Operations of a rule recorded before, kept as one text but for a leading `rate`, whose window a quotient may need. */
function recordedOperations(text: string): readonly Operation[] {
  const rated = /^(rate|irate|increase)(\d\w*)$/.exec(text);
  const [, name, window] = rated ?? [];
  return name === undefined || window === undefined ? [{ name: text }] : [{ name, window }];
}

function ofCall({ func, args }: Call): Name {
  const first = args[0];
  if (first !== undefined && TRANSPARENT.has(func)) return named(first);
  const operation = WINDOWED[func];
  if (operation !== undefined && first !== undefined) {
    const inner = named(first);
    const metric = RATED.has(func) ? inner.metric.replace(/_total$/, '') : inner.metric;
    return { ...inner, metric, operations: [{ name: operation, window: rangeOf(first) }, ...inner.operations] };
  }
  const second = args[1];
  if (func === 'quantile_over_time' && second !== undefined) {
    const inner = named(second);
    return {
      ...inner,
      operations: [{ name: percentile(first) }, { name: 'over', window: rangeOf(second) }, ...inner.operations],
    };
  }
  if (func === 'histogram_quantile' && second !== undefined) {
    const inner = named(second);
    return {
      ...inner,
      level: inner.level.filter((label) => label !== 'le'),
      metric: inner.metric.replace(/_bucket$/, ''),
      operations: [{ name: percentile(first) }, ...inner.operations],
    };
  }
  if (func === 'histogram_avg' && first !== undefined) {
    const inner = named(first);
    return { ...inner, operations: asMean(inner.operations) };
  }
  if ((func === 'histogram_count' || func === 'histogram_sum') && first !== undefined) {
    const inner = named(first);
    return { ...inner, operations: [{ name: func.slice('histogram_'.length) }, ...inner.operations] };
  }
  throw unnamed(`\`${func}\``);
}

function percentile(quantile: Expr | undefined): string {
  if (quantile?.type !== 'NumberLiteral') throw unnamed('a quantile that is not a number');
  return `p${String(Math.round(quantile.value * 1e6) / 1e4).replace('.', '_')}`;
}

function rangeOf(expr: Expr): string {
  if (expr.type !== 'MatrixSelector' && expr.type !== 'SubqueryExpr') throw unnamed('a range that is not a selector');
  return durationText(expr.range);
}

function durationText(duration: Duration): string {
  if (duration.type !== 'DurationLiteral') throw unnamed('a range that is not a plain duration');
  return printDuration(duration.ms);
}

function quotient(left: Name, right: Name): Name {
  const observations = left.metric.replace(/_sum$/, '');
  if (left.metric === `${observations}_sum` && right.metric === `${observations}_count`) {
    const operations = asMean(left.operations);
    return { level: left.level, metric: observations, operations, narrowed: left.narrowed || right.narrowed };
  }
  const same = operationsText(left.operations) === operationsText(right.operations);
  const operations = [{ name: 'ratio' }, ...(same ? left.operations : [])];
  // A part of a metric by the whole of it is the one ratio such a name can mean.
  return left.metric === right.metric
    ? { level: left.level, metric: left.metric, operations, narrowed: right.narrowed }
    : {
        level: left.level,
        metric: `${left.metric}_per_${right.metric}`,
        operations,
        narrowed: left.narrowed || right.narrowed,
      };
}

/** The rate of observations divided by their number: `rate5m` becomes `mean5m`. */
function asMean(operations: readonly Operation[]): readonly Operation[] {
  return operations.map((operation) => (RATED.has(operation.name) ? { ...operation, name: 'mean' } : operation));
}
