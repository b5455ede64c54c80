import {
  NO_SPAN,
  type AggregateExpr,
  type AggregateOp,
  type BinaryExpr,
  type BinaryOp,
  type Call,
  type Duration,
  type DurationLiteral,
  type DurationVariable,
  type Expr,
  type LabelRef,
  type Matcher,
  type MatchOp,
  type MatrixSelector,
  type NumberLiteral,
  type ParenExpr,
  type StringLiteral,
  type SubqueryExpr,
  type UnaryExpr,
  type VariableExpr,
  type VectorMatching,
  type VectorSelector,
} from './ast.ts';
import { parseDuration } from './duration.ts';
import { hasVariable, variableEnd } from './variable.ts';
import { isSetOperator, valueType } from './value-type.ts';

/** A scalar. */
export function number(value: number): NumberLiteral {
  return { type: 'NumberLiteral', span: NO_SPAN, value };
}

/** A string, as `label_replace` and `count_values` take. */
export function string(value: string): StringLiteral {
  return { type: 'StringLiteral', span: NO_SPAN, value };
}

/** A Grafana variable as a whole expression: `variable('$threshold')`. */
export function variable(text: string): VariableExpr {
  return { type: 'VariableExpr', span: NO_SPAN, text };
}

/** A label matcher; the operator is `=` unless given. */
export function matcher(label: string, value: string, op: MatchOp = '='): Matcher {
  return { span: NO_SPAN, label, op, value };
}

/** A selector: `selector('up', [matcher('job', 'api')])`. A name with dots or other signs is printed in quotes. */
export function selector(name: string | undefined, matchers: readonly Matcher[] = []): VectorSelector {
  return name === undefined
    ? { type: 'VectorSelector', span: NO_SPAN, matchers }
    : { type: 'VectorSelector', span: NO_SPAN, name, matchers };
}

/** A duration from milliseconds, from its text (`'5m'`) or from a Grafana variable. Throws a `RangeError` for any other text. */
export function duration(value: number | string): DurationLiteral | DurationVariable {
  if (typeof value === 'number') return { type: 'DurationLiteral', span: NO_SPAN, ms: value };
  if (hasVariable(value)) return { type: 'DurationVariable', span: NO_SPAN, text: value };
  const ms = parseDuration(value);
  if (ms === undefined || ms === Infinity) throw new RangeError(`${value} is not a duration; write it like 1h30m`);
  return { type: 'DurationLiteral', span: NO_SPAN, ms };
}

function durationOf(value: Duration | number | string): Duration {
  return typeof value === 'object' ? value : duration(value);
}

/** A selector over a range: `matrix(selector('up'), '5m')`. */
export function matrix(vector: VectorSelector, range: Duration | number | string): MatrixSelector {
  return { type: 'MatrixSelector', span: NO_SPAN, selector: vector, range: durationOf(range) };
}

/** A sub-query; without a step the server's evaluation interval applies. */
export function subquery(
  expr: Expr,
  range: Duration | number | string,
  step?: Duration | number | string,
): SubqueryExpr {
  const node: SubqueryExpr = { type: 'SubqueryExpr', span: NO_SPAN, expr, range: durationOf(range) };
  return step === undefined ? node : { ...node, step: durationOf(step) };
}

/** The expression with an offset. */
export function offset<T extends VectorSelector | MatrixSelector | SubqueryExpr>(
  expr: T,
  by: Duration | number | string,
): T {
  if (expr.type === 'MatrixSelector') return { ...expr, selector: offset(expr.selector, by) };
  return { ...expr, offset: durationOf(by) };
}

/** A function call; the function need not exist. */
export function call(func: string, ...args: readonly Expr[]): Call {
  return { type: 'Call', span: NO_SPAN, func, funcSpan: NO_SPAN, args };
}

/** Grouping and parameter of an aggregation. */
export interface AggregateOptions {
  readonly by?: readonly string[];
  readonly without?: readonly string[];
  readonly param?: Expr;
}

/** An aggregation: `aggregate('sum', x, { by: ['job'] })`, `aggregate('topk', x, { param: number(5) })`. */
export function aggregate(op: AggregateOp, expr: Expr, options: AggregateOptions = {}): AggregateExpr {
  const { by, without, param } = options;
  const grouping = labels(without ?? by ?? []);
  const node: AggregateExpr = {
    type: 'AggregateExpr',
    span: NO_SPAN,
    op,
    expr,
    grouping,
    without: without !== undefined,
  };
  return param === undefined ? node : { ...node, param };
}

/** Labels of a clause; names that are Grafana variables are marked as such. */
export function labels(names: readonly string[]): readonly LabelRef[] {
  return names.map((name) =>
    variableEnd(name, 0) >= 0 ? { span: NO_SPAN, name, variable: true } : { span: NO_SPAN, name },
  );
}

/** `bool` and vector matching of an operation. */
export interface BinaryOptions {
  readonly bool?: boolean;
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
}

/** An operation: `binary('/', a, b, { on: ['job'] })`. Parentheses come with printing, where precedence asks for them. */
export function binary(op: BinaryOp, left: Expr, right: Expr, options: BinaryOptions = {}): BinaryExpr {
  const node: BinaryExpr = { type: 'BinaryExpr', span: NO_SPAN, op, left, right, bool: options.bool ?? false };
  const { on, ignoring, groupLeft, groupRight } = options;
  const vectors = valueType(left) === 'vector' && valueType(right) === 'vector';
  if (!vectors && on === undefined && ignoring === undefined && !isSetOperator(op)) return node;
  const one = isSetOperator(op) ? 'many-to-many' : 'one-to-one';
  const matching: VectorMatching = {
    card: groupLeft !== undefined ? 'many-to-one' : groupRight !== undefined ? 'one-to-many' : one,
    on: on !== undefined,
    labels: labels(on ?? ignoring ?? []),
    include: labels(groupLeft ?? groupRight ?? []),
  };
  return { ...node, matching };
}

/** A sign before an expression. */
export function unary(op: UnaryExpr['op'], expr: Expr): UnaryExpr {
  return { type: 'UnaryExpr', span: NO_SPAN, op, expr };
}

/** An expression in parentheses. */
export function paren(expr: Expr): ParenExpr {
  return { type: 'ParenExpr', span: NO_SPAN, expr };
}
