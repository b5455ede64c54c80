import type {
  AggregateExpr,
  BinaryExpr,
  Call,
  Expr,
  LabelRef,
  ParseError,
  Span,
  ValueType,
  VectorSelector,
} from './ast.ts';
import { AGGREGATORS } from './aggregators.ts';
import * as build from './build.ts';
import { argumentType, arity, FUNCTIONS, type FunctionSignature } from './functions.ts';
import { nearest } from './nearest.ts';
import { print } from './print.ts';
import { matchesEmpty } from './regex.ts';
import { shorten } from './shorten.ts';
import { isComparison, isSetOperator, type ExprType } from './value-type.ts';
import { hasVariable } from './variable.ts';

/**
 * Everything Prometheus rejects in a query that reads well: unknown functions, wrong number or type of arguments, operators
 * on types that have none, matching rules, selectors without a matcher. Parts that could not be parsed count as right.
 */
export function check(expr: Expr): readonly ParseError[] {
  const errors: ParseError[] = [];
  typeOf(expr, errors);
  return errors;
}

function typeOf(expr: Expr, errors: ParseError[]): ExprType {
  switch (expr.type) {
    case 'NumberLiteral':
      return 'scalar';
    case 'StringLiteral':
      return 'string';
    case 'VariableExpr':
    case 'ErrorExpr':
      return 'unknown';
    case 'VectorSelector':
      checkSelector(expr, errors);
      return 'vector';
    case 'MatrixSelector':
      checkSelector(expr.selector, errors);
      return 'matrix';
    case 'ParenExpr':
      return typeOf(expr.expr, errors);
    case 'UnaryExpr': {
      const type = typeOf(expr.expr, errors);
      if (type !== 'string' && type !== 'matrix') return type;
      add(
        errors,
        expr.span,
        `a sign needs a number or an instant vector, not ${NAMES[type]}`,
        rangeHint(expr.expr, type),
      );
      return 'unknown';
    }
    case 'SubqueryExpr': {
      const type = typeOf(expr.expr, errors);
      if (type !== 'vector' && type !== 'unknown') {
        const hint = type === 'scalar' ? `write vector(${short(expr.expr)})` : undefined;
        add(errors, expr.span, `a sub-query needs an instant vector, not ${NAMES[type]}`, hint);
      }
      return 'matrix';
    }
    case 'Call':
      return checkCall(expr, errors);
    case 'AggregateExpr':
      checkAggregate(expr, errors);
      return 'vector';
    case 'BinaryExpr':
      return checkOperations(expr, errors);
    default:
      return expr satisfies never;
  }
}

const NAMES: Readonly<Record<ExprType, string>> = {
  scalar: 'a scalar',
  string: 'a string',
  vector: 'an instant vector',
  matrix: 'a range vector',
  unknown: 'this',
};

function add(errors: ParseError[], span: Span, message: string, hint?: string): void {
  errors.push(hint === undefined ? { message, span } : { message, span, hint });
}

/** An expression for a hint: as it prints when that is short. */
function short(expr: Expr): string {
  if (expr.type === 'BinaryExpr') return '...';
  const text = print(expr);
  return text.length > 60 ? '...' : text;
}

function rangeHint(expr: Expr, got: ExprType): string | undefined {
  if (got === 'matrix' && expr.type === 'MatrixSelector') {
    return `remove the range: ${short(expr.selector)}, or call a function such as rate(${short(expr)})`;
  }
  return got === 'matrix' ? 'call a function such as max_over_time on the range' : undefined;
}

function checkSelector(selector: VectorSelector, errors: ParseError[], infoLabels = false): void {
  const { name, matchers, span } = selector;
  if (name !== undefined && name !== '') {
    for (const matcher of matchers) {
      if (matcher.label === '__name__') {
        add(errors, matcher.span, `the metric name is set twice: ${name} and ${matcher.value}`, 'keep one of them');
      }
    }
    return;
  }
  if (infoLabels) return;
  for (const { op, value, variable } of matchers) {
    if (variable === true || hasVariable(value)) return;
    const empty = op === '=' ? value === '' : op === '!=' ? value !== '' : matchesEmpty(value) === (op === '=~');
    if (!empty) return;
  }
  const hint = 'add a metric name, or a matcher that does not accept the empty value, such as job="api" or job=~".+"';
  add(errors, span, 'this selects every series there is', hint);
}

function checkAggregate(expr: AggregateExpr, errors: ParseError[]): void {
  const { op, param } = expr;
  const type = typeOf(expr.expr, errors);
  const name = expr.opVariable ?? op;
  if (type !== 'vector' && type !== 'unknown') {
    add(
      errors,
      expr.expr.span,
      `${name} aggregates an instant vector, not ${NAMES[type]}`,
      vectorHint(expr.expr, type),
    );
  }
  if (param === undefined) return;
  const got = typeOf(param, errors);
  const wanted = expr.opVariable === undefined ? AGGREGATORS.get(op)?.param : undefined;
  if (wanted === undefined || got === wanted || got === 'unknown') return;
  const hint =
    got === 'vector' && wanted === 'scalar' ? `write scalar(${short(param)}), or put the parameter first` : undefined;
  add(errors, param.span, `the parameter of ${op} is ${NAMES[wanted]}, not ${NAMES[got]}`, hint);
}

/** How to make an instant vector of something else. */
function vectorHint(expr: Expr, got: ExprType): string | undefined {
  if (got === 'scalar') return `write vector(${short(expr)})`;
  return rangeHint(expr, got);
}

/** A chain of operators leans to the left; it is checked from its first operand on, without recursion along the chain. */
function checkOperations(expr: BinaryExpr, errors: ParseError[]): ExprType {
  const chain: BinaryExpr[] = [];
  let first: Expr = expr;
  for (; first.type === 'BinaryExpr'; first = first.left) chain.push(first);
  let type = typeOf(first, errors);
  for (let i = chain.length - 1; i >= 0; i--) {
    const operation = chain[i];
    if (operation !== undefined) type = checkOperation(operation, type, errors);
  }
  return type;
}

function checkOperation(expr: BinaryExpr, leftType: ExprType, errors: ParseError[]): ExprType {
  const { op, bool, left, right, matching } = expr;
  const rightType = typeOf(right, errors);
  const opSpan = { start: left.span.end, end: Math.max(right.span.start, left.span.end) };
  for (const [operand, type] of [
    [left, leftType],
    [right, rightType],
  ] as const) {
    if (type !== 'string' && type !== 'matrix') continue;
    add(
      errors,
      operand.span,
      `${op} works on scalars and instant vectors, not on ${NAMES[type]}`,
      rangeHint(operand, type),
    );
  }
  const scalars = leftType === 'scalar' && rightType === 'scalar';
  if (bool && !isComparison(op)) add(errors, opSpan, `bool goes with comparisons only, not with ${op}`, 'remove bool');
  if (isComparison(op) && !bool && scalars) {
    add(errors, opSpan, 'comparing two scalars needs bool', `write ${op} bool; the result is 1 or 0`);
  }
  if (isSetOperator(op)) {
    for (const [operand, type] of [
      [left, leftType],
      [right, rightType],
    ] as const) {
      if (type === 'scalar')
        add(errors, operand.span, `${op} works on instant vectors, not on a scalar`, `write vector(${short(operand)})`);
    }
  }
  if (matching !== undefined) checkMatching(expr, opSpan, leftType === 'scalar' || rightType === 'scalar', errors);
  if (scalars) return 'scalar';
  const unsure =
    (leftType === 'unknown' || leftType === 'scalar') && (rightType === 'unknown' || rightType === 'scalar');
  return unsure && !isSetOperator(op) ? 'unknown' : 'vector';
}

function checkMatching({ op, matching }: BinaryExpr, span: Span, scalar: boolean, errors: ParseError[]): void {
  if (matching === undefined) return;
  const { card, on, labels, include, fillLeft, fillRight } = matching;
  const fills = fillLeft !== undefined || fillRight !== undefined;
  if (on && include.length > 0) {
    const matched = new Set(labels.map(({ name }) => name));
    for (const label of include) {
      if (!matched.has(label.name)) continue;
      add(
        errors,
        spanOr(label, span),
        `label ${label.name} is both matched on and copied by group_left or group_right`,
        'name it in one of the two',
      );
    }
  }
  if (scalar) {
    if (labels.length > 0)
      add(errors, span, 'matching needs instant vectors on both sides', 'remove on (...) or ignoring (...)');
    if (fills) add(errors, span, 'fill needs instant vectors on both sides', 'remove fill');
    return;
  }
  if (!isSetOperator(op)) return;
  if (card === 'many-to-one' || card === 'one-to-many') {
    add(errors, span, `${op} takes no group_left or group_right`, 'set operators match many to many; remove it');
  }
  if (fills) add(errors, span, `${op} takes no fill`, 'remove fill');
}

function spanOr(label: LabelRef, fallback: Span): Span {
  return label.span.end > label.span.start ? label.span : fallback;
}

function checkCall(call: Call, errors: ParseError[]): ExprType {
  const signature = FUNCTIONS.get(call.func);
  if (signature === undefined) {
    for (const arg of call.args) typeOf(arg, errors);
    if (!hasVariable(call.func))
      add(errors, call.funcSpan, `there is no function ${shorten(call.func)}`, unknownHint(call));
    return 'unknown';
  }
  checkCount(call, signature, errors);
  call.args.forEach((arg, i) => {
    const wanted = argumentType(signature, i);
    if (call.func === 'info' && i === 1) checkInfoLabels(arg, errors);
    else {
      const got = typeOf(arg, errors);
      if (wanted !== undefined && got !== wanted && got !== 'unknown') {
        add(
          errors,
          arg.span,
          `${call.func} needs ${NAMES[wanted]}${place(signature, i)}, not ${NAMES[got]}`,
          argumentHint(call, arg, wanted),
        );
      }
    }
  });
  return signature.returns;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

function place({ args }: FunctionSignature, index: number): string {
  return args.length < 2 ? '' : ` as its ${ORDINALS[index] ?? 'further'} argument`;
}

function checkInfoLabels(arg: Expr, errors: ParseError[]): void {
  if (arg.type === 'VectorSelector' && (arg.name === undefined || arg.name === ''))
    return checkSelector(arg, errors, true);
  if (arg.type === 'ErrorExpr' || arg.type === 'VariableExpr') return undefined;
  add(
    errors,
    arg.span,
    'info takes label matchers alone as its second argument',
    'write {__name__=~".+_info", label=~".+"}',
  );
}

function checkCount(call: Call, signature: FunctionSignature, errors: ParseError[]): void {
  const { min, max } = arity(signature);
  const got = call.args.length;
  if (got >= min && got <= max) return;
  const wanted = min === max ? `${min}` : got < min ? `at least ${min}` : `at most ${max}`;
  add(
    errors,
    call.span,
    `${call.func} takes ${wanted} argument${wanted.endsWith(' 1') || wanted === '1' ? '' : 's'}, got ${got}`,
    `write ${usage(signature)}`,
  );
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
    if (arg.type === 'VectorSelector') return `write ${func}(${short(arg)}[5m])`;
    // `rate(sum(x))`: the aggregation goes outside.
    if (arg.type === 'AggregateExpr' && arg.expr.type === 'VectorSelector') {
      const inside = { ...arg, expr: build.call(func, build.matrix(arg.expr, '5m')) };
      return `write ${short(inside)}, or a sub-query: ${func}(${short(arg)}[5m:])`;
    }
    return `write a sub-query: ${func}(${short(arg)}[5m:])`;
  }
  if (arg.type === 'MatrixSelector' && wanted === 'vector') {
    return `remove the range: ${short(arg.selector)}, or call a function such as rate on it`;
  }
  if (wanted === 'vector' && arg.type === 'NumberLiteral') return `write vector(${short(arg)})`;
  if (wanted === 'scalar' && arg.type === 'VectorSelector')
    return `write scalar(${short(arg)}) for a vector of one series`;
  if (wanted === 'string') return 'write it in quotes';
  return undefined;
}

function unknownHint({ func }: Call): string | undefined {
  const foreign = FOREIGN[func.toLowerCase()];
  if (foreign !== undefined) return foreign;
  if (func.includes(':')) return 'a name with a colon is a metric; put an operator before (';
  const name = nearest(func, [...FUNCTIONS.keys(), ...AGGREGATORS.keys()]);
  return name === undefined ? undefined : `did you mean ${name}?`;
}

/** Functions of related languages, and what to write instead. */
const FOREIGN: Readonly<Record<string, string>> = {
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
};
