import type { Call, Expr, ParseError, ValueType } from './ast.ts';
import { AGGREGATORS } from './aggregators.ts';
import * as build from './build.ts';
import { argumentType, arity, FUNCTIONS, type FunctionSignature } from './functions.ts';
import { nearest } from './nearest.ts';
import { shorten } from './shorten.ts';
import { summary } from './summary.ts';
import { TYPE_NAMES, type ExprType } from './value-type.ts';
import { hasVariable } from './variable.ts';

/** What is wrong with a call, given the types of its arguments: an unknown function, too few or too many, a wrong type. */
export function checkCall(call: Call, types: readonly ExprType[]): readonly ParseError[] {
  const { func, funcSpan, args, span } = call;
  const signature = FUNCTIONS.get(func);
  if (signature === undefined) {
    if (hasVariable(func)) return [];
    const hint = unknownHint(call);
    return [
      { message: `there is no function ${shorten(func)}`, span: funcSpan, ...(hint === undefined ? {} : { hint }) },
    ];
  }
  const errors: ParseError[] = [];
  const { min, max } = arity(signature);
  if (args.length < min || args.length > max) {
    const wanted = min === max ? `${min}` : args.length < min ? `at least ${min}` : `at most ${max}`;
    const plural = wanted.endsWith('1') ? '' : 's';
    errors.push({
      message: `${func} takes ${wanted} argument${plural}, got ${args.length}`,
      span,
      hint: `write ${usage(signature)}`,
    });
  }
  for (const [i, arg] of args.entries()) {
    const wanted = argumentType(signature, i);
    const got = types[i] ?? 'unknown';
    if (wanted === undefined || got === wanted || got === 'unknown') continue;
    const message = `${func} needs ${TYPE_NAMES[wanted]}${place(signature, i)}, not ${TYPE_NAMES[got]}`;
    const hint = argumentHint(call, arg, wanted);
    errors.push({ message, span: arg.span, ...(hint === undefined ? {} : { hint }) });
  }
  return errors;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

function place({ args }: FunctionSignature, index: number): string {
  return args.length < 2 ? '' : ` as its ${ORDINALS[index] ?? 'further'} argument`;
}

const EXAMPLES: Readonly<Record<ValueType, string>> = {
  vector: 'metric',
  matrix: 'metric[5m]',
  scalar: '1',
  string: '"label"',
};
const USAGES: Readonly<Record<string, string>> = {
  clamp: 'clamp(metric, 0, 1)',
  histogram_quantile: 'histogram_quantile(0.95, sum by (le) (rate(metric_bucket[5m])))',
  histogram_fraction: 'histogram_fraction(0, 0.2, rate(metric[5m]))',
  histogram_quantiles: 'histogram_quantiles(rate(metric[5m]), "quantile", 0.5, 0.9)',
  label_join: 'label_join(metric, "new", "-", "label1", "label2")',
  label_replace: 'label_replace(metric, "new", "$1", "label", "(.*)")',
  predict_linear: 'predict_linear(metric[1h], 4 * 3600)',
  quantile_over_time: 'quantile_over_time(0.95, metric[5m])',
  info: 'info(metric, {label=~".+"})',
};

function usage({ name, args }: FunctionSignature): string {
  return USAGES[name] ?? `${name}(${args.map((type) => EXAMPLES[type]).join(', ')})`;
}

function argumentHint({ func }: Call, arg: Expr, wanted: ValueType): string | undefined {
  if (wanted === 'matrix') {
    if (arg.type === 'VectorSelector') return `write ${func}(${summary(arg)}[5m])`;
    // `rate(sum(x))`: the aggregation goes outside.
    if (arg.type === 'AggregateExpr' && arg.expr.type === 'VectorSelector') {
      const inside = { ...arg, expr: build.call(func, build.matrix(arg.expr, '5m')) };
      return `write ${summary(inside)}, or a sub-query: ${func}(${summary(arg)}[5m:])`;
    }
    return `write a sub-query: ${func}(${summary(arg)}[5m:])`;
  }
  if (arg.type === 'MatrixSelector' && wanted === 'vector') {
    return `remove the range: ${summary(arg.selector)}, or call a function such as rate on it`;
  }
  if (wanted === 'vector' && arg.type === 'NumberLiteral') return `write vector(${summary(arg)})`;
  if (wanted === 'scalar' && arg.type === 'VectorSelector')
    return `write scalar(${summary(arg)}) for a vector of one series`;
  if (wanted === 'string') return 'write it in quotes';
  return undefined;
}

function unknownHint({ func }: Call): string | undefined {
  const foreign = FOREIGN.get(func.toLowerCase());
  if (foreign !== undefined) return foreign;
  if (func.includes(':')) return 'a name with a colon is a metric; put an operator before (';
  const name = nearest(func, [...FUNCTIONS.keys(), ...AGGREGATORS.keys()]);
  return name === undefined ? undefined : `did you mean ${name}?`;
}

/** Functions of related languages, and what to write instead. */
const FOREIGN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    average: 'write avg',
    mean: 'write avg',
    median: 'write quantile(0.5, ...)',
    median_over_time: 'write quantile_over_time(0.5, ...)',
    percentile: 'write quantile(0.95, ...)',
    if: 'PromQL has no conditions; filter with a comparison: metric > 5',
    count_scalar: 'count_scalar went away with Prometheus 2; write scalar(count(...))',
    drop_common_labels: 'drop_common_labels went away with Prometheus 2',
    bytes_rate: 'bytes_rate belongs to LogQL; write rate(metric[5m])',
    bytes_over_time: 'bytes_over_time belongs to LogQL; write sum_over_time(metric[5m])',
    label_set: 'label_set belongs to MetricsQL; write label_replace(metric, "label", "value", "", "")',
    default_rollup: 'default_rollup belongs to MetricsQL; write last_over_time(metric[5m])',
    increase_pure: 'increase_pure belongs to MetricsQL; write increase(metric[5m])',
    distinct: 'write count by (label) (metric)',
    label_values: 'label_values is a Grafana variable query, not PromQL',
    query_result: 'query_result is a Grafana variable query, not PromQL',
    now: 'write time()',
    log: 'write ln, log2 or log10',
    pow: 'write a ^ b',
  }),
);
