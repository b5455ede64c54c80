import type { AggregateExpr, BinaryExpr, Call, Expr, LabelRef, ParseError, Span, VectorSelector } from './ast.ts';
import { AGGREGATORS } from './aggregators.ts';
import { checkCall } from './check-call.ts';
import { FUNCTIONS } from './functions.ts';
import { matchesEmpty } from './regex.ts';
import { summary } from './summary.ts';
import { isComparison, isSetOperator, TYPE_NAMES, type ExprType } from './value-type.ts';
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
        `a sign needs a number or an instant vector, not ${TYPE_NAMES[type]}`,
        rangeHint(expr.expr, type),
      );
      return 'unknown';
    }
    case 'SubqueryExpr': {
      const type = typeOf(expr.expr, errors);
      if (type !== 'vector' && type !== 'unknown') {
        const hint = type === 'scalar' ? `write vector(${summary(expr.expr)})` : undefined;
        add(errors, expr.span, `a sub-query needs an instant vector, not ${TYPE_NAMES[type]}`, hint);
      }
      return 'matrix';
    }
    case 'Call':
      return callType(expr, errors);
    case 'AggregateExpr':
      checkAggregate(expr, errors);
      return 'vector';
    case 'BinaryExpr':
      return checkOperations(expr, errors);
    default:
      return expr satisfies never;
  }
}

function add(errors: ParseError[], span: Span, message: string, hint?: string): void {
  errors.push(hint === undefined ? { message, span } : { message, span, hint });
}

function rangeHint(expr: Expr, got: ExprType): string | undefined {
  if (got === 'matrix' && expr.type === 'MatrixSelector') {
    return `remove the range: ${summary(expr.selector)}, or call a function such as rate(${summary(expr)})`;
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
      `${name} aggregates an instant vector, not ${TYPE_NAMES[type]}`,
      vectorHint(expr.expr, type),
    );
  }
  if (param === undefined) return;
  const got = typeOf(param, errors);
  const wanted = expr.opVariable === undefined ? AGGREGATORS.get(op)?.param : undefined;
  if (wanted === undefined || got === wanted || got === 'unknown') return;
  const hint =
    got === 'vector' && wanted === 'scalar' ? `write scalar(${summary(param)}), or put the parameter first` : undefined;
  add(errors, param.span, `the parameter of ${op} is ${TYPE_NAMES[wanted]}, not ${TYPE_NAMES[got]}`, hint);
}

/** How to make an instant vector of something else. */
function vectorHint(expr: Expr, got: ExprType): string | undefined {
  if (got === 'scalar') return `write vector(${summary(expr)})`;
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
      `${op} works on scalars and instant vectors, not on ${TYPE_NAMES[type]}`,
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
        add(
          errors,
          operand.span,
          `${op} works on instant vectors, not on a scalar`,
          `write vector(${summary(operand)})`,
        );
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

function callType(call: Call, errors: ParseError[]): ExprType {
  const types = call.args.map((arg, i): ExprType => {
    if (call.func !== 'info' || i !== 1) return typeOf(arg, errors);
    checkInfoLabels(arg, errors);
    return 'unknown';
  });
  for (const error of checkCall(call, types)) errors.push(error);
  return FUNCTIONS.get(call.func)?.returns ?? 'unknown';
}

function checkInfoLabels(arg: Expr, errors: ParseError[]): void {
  if (arg.type === 'ErrorExpr' || arg.type === 'VariableExpr') return;
  if (arg.type === 'VectorSelector' && (arg.name === undefined || arg.name === '')) checkSelector(arg, errors, true);
  else {
    const message = 'info takes label matchers alone as its second argument';
    add(errors, arg.span, message, 'write {__name__=~".+_info", label=~".+"}');
  }
}
