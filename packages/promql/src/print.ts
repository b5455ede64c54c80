import type {
  AggregateExpr,
  AtModifier,
  BinaryExpr,
  Duration,
  Expr,
  LabelRef,
  Matcher,
  NumberLiteral,
  SubqueryExpr,
  VectorMatching,
  VectorSelector,
} from './ast.ts';
import { printDuration } from './duration.ts';
import { formatNumber, formatShortest } from './number.ts';
import { precedenceOf, SIGN_PRECEDENCE } from './precedence.ts';
import { printDurationExpr, printOffset, startsWithParen } from './print-duration.ts';
import { quote } from './quote.ts';
import { hasVariable, variableEnd } from './variable.ts';

/**
 * A query as Prometheus itself prints it, on one line: sorted matchers, double quotes, `by` before the parentheses. Trees
 * built by hand get the parentheses their shape needs; a parsed query prints with the ones it has. {@link parse} reads the
 * text back into an equal tree.
 */
export function print(expr: Expr): string {
  switch (expr.type) {
    case 'NumberLiteral':
      return printNumber(expr);
    case 'StringLiteral':
      return quote(expr.value);
    case 'VariableExpr':
      return expr.text;
    case 'VectorSelector':
      return printSelector(expr);
    case 'MatrixSelector':
      return (
        printBareSelector(expr.selector) + `[${printDurationExpr(expr.range)}]` + printModifiers(expr.selector, true)
      );
    case 'SubqueryExpr':
      return printOperand(expr.expr, POSTFIX) + printSubquerySuffix(expr);
    case 'Call':
      return `${expr.func}(${expr.args.map(print).join(', ')})`;
    case 'AggregateExpr':
      return `${printAggregateHead(expr)}(${expr.param === undefined ? '' : `${print(expr.param)}, `}${print(expr.expr)})`;
    case 'BinaryExpr':
      return printOperations(expr);
    case 'UnaryExpr':
      return expr.op + printSigned(expr.expr);
    case 'ParenExpr':
      return `(${print(expr.expr)})`;
    case 'ErrorExpr':
      return expr.text ?? '';
    default:
      return expr satisfies never;
  }
}

/** How tightly what surrounds an operand binds: its operator's precedence, then a sign, then what follows a selector. */
const POSTFIX = 8;
/** The operand with parentheses when it would fall apart next to something that binds this tightly. */
export function printOperand(expr: Expr, minimum: number): string {
  // `+Inf ^ 2` would be read as a sign before a power.
  if (expr.type === 'NumberLiteral' && expr.value === Infinity && minimum > SIGN_PRECEDENCE) return 'Inf';
  return needsParens(expr, minimum) ? `(${print(expr)})` : print(expr);
}

/** Whether an operand needs parentheses where at least this precedence is wanted. */
export function needsParens(expr: Expr, minimum: number): boolean {
  if (expr.type === 'BinaryExpr') return precedenceOf(expr.op) < minimum;
  if (expr.type === 'UnaryExpr') return minimum > SIGN_PRECEDENCE;
  // A sign before a number is read together with what follows the number.
  return expr.type === 'NumberLiteral' && minimum > SIGN_PRECEDENCE && isNegative(expr.value);
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** `-1` would be read as a number, so a number behind a sign keeps its distance. */
function printSigned(expr: Expr): string {
  if (expr.type === 'UnaryExpr') return print(expr);
  return expr.type === 'NumberLiteral' ? `(${print(expr)})` : printOperand(expr, SIGN_PRECEDENCE + 1);
}

/** Operations lean to the left; the chain is printed from its first operand on. */
function printOperations(expr: BinaryExpr): string {
  const chain: BinaryExpr[] = [expr];
  let first = expr.left;
  for (
    let above = expr;
    first.type === 'BinaryExpr' && precedenceOf(first.op) >= leftMinimum(above);
    first = first.left
  ) {
    chain.push(first);
    above = first;
  }
  const innermost = chain.at(-1) ?? expr;
  let text = printOperand(closed(first, innermost), leftMinimum(innermost));
  for (let i = chain.length - 1; i >= 0; i--) {
    const operation = chain[i] ?? expr;
    const right = i === 0 ? operation.right : closed(operation.right, chain[i - 1] ?? expr);
    text += ` ${printOperator(operation)} ${printOperand(right, rightMinimum(operation))}`;
  }
  return text;
}

/**
 * `offset (5m) + x` would be read as an offset of `(5m) + x`; a sign before the parenthesis ends the offset where it closes.
 * This is the operand as it must be printed before an operator.
 */
export function closed(operand: Expr, { op }: BinaryExpr): Expr {
  return precedenceOf(op) < 4 || op === 'atan2' ? operand : withClosedOffset(operand);
}

function withClosedOffset(expr: Expr): Expr {
  if (expr.type === 'UnaryExpr') return { ...expr, expr: withClosedOffset(expr.expr) };
  if (expr.type === 'MatrixSelector') return { ...expr, selector: withSignedOffset(expr.selector) };
  if (expr.type === 'VectorSelector' || expr.type === 'SubqueryExpr') return withSignedOffset(expr);
  return expr;
}

function withSignedOffset<T extends VectorSelector | SubqueryExpr>(expr: T): T {
  const { offset } = expr;
  if (offset === undefined || !startsWithParen(offset)) return expr;
  const ended = expr.at !== undefined || (expr.type === 'VectorSelector' && expr.extended !== undefined);
  if (isOpenArithmetic(offset) && ended) return expr;
  const operand: Duration =
    offset.type === 'DurationParen' ? offset : { type: 'DurationParen', span: offset.span, inner: offset };
  return { ...expr, offset: { type: 'DurationUnary', span: offset.span, op: '+', operand } };
}

/** Smallest precedence a left operand may have without parentheses. */
export function leftMinimum({ op }: BinaryExpr): number {
  return op === '^' ? 7 : precedenceOf(op);
}

/** Smallest precedence a right operand may have without parentheses; a sign may always stand there. */
export function rightMinimum({ op, right }: BinaryExpr): number {
  if (right.type === 'UnaryExpr' || right.type === 'NumberLiteral') return 0;
  return op === '^' ? 6 : precedenceOf(op) + 1;
}

/** An operator with `bool` and its matching: `== bool on (job) group_left ()`. */
export function printOperator({ op, bool, matching }: BinaryExpr): string {
  const text = bool ? `${op} bool` : op;
  return matching === undefined ? text : text + printMatching(matching);
}

/** What stands between an operator and its right side: ` on (job) group_left (team)`, with a space before. */
export function printMatching({ card, on, labels, include, fillLeft, fillRight }: VectorMatching): string {
  const grouped = card === 'many-to-one' || card === 'one-to-many';
  let text = '';
  if (labels.length > 0 || on || grouped) text += ` ${on ? 'on' : 'ignoring'} (${printLabels(labels)})`;
  if (grouped) text += ` ${card === 'many-to-one' ? 'group_left' : 'group_right'} (${printLabels(include)})`;
  if (fillLeft !== undefined && Object.is(fillLeft, fillRight)) return `${text} fill (${formatShortest(fillLeft)})`;
  if (fillLeft !== undefined) text += ` fill_left (${formatShortest(fillLeft)})`;
  if (fillRight !== undefined) text += ` fill_right (${formatShortest(fillRight)})`;
  return text;
}

/** An aggregation up to its parenthesis: `sum by (job) `. */
export function printAggregateHead({ op, opVariable, grouping, without }: AggregateExpr): string {
  const name = opVariable ?? op;
  if (without) return `${name} without (${printLabels(grouping)}) `;
  return grouping.length > 0 || opVariable !== undefined ? `${name} by (${printLabels(grouping)}) ` : name;
}

const NAME = /^[A-Za-z_]\w*$/;
const METRIC_NAME = /^[A-Za-z_:][\w:]*$/;
/** Keywords Prometheus does not let through as a bare label of a list, or as a bare metric name. */
const RESERVED_LABEL = /^(?:without|inf|nan)$/i;
const RESERVED_METRIC = /^(?:bool|on|ignoring|group_left|group_right|atan2|inf|nan)$/i;

function isBareMetric(name: string): boolean {
  return METRIC_NAME.test(name) && !RESERVED_METRIC.test(name);
}

function isBareLabel(name: string): boolean {
  return NAME.test(name) && !RESERVED_LABEL.test(name);
}

/** Labels of a list, quoted where they must be. */
export function printLabels(labels: readonly LabelRef[]): string {
  return labels
    .map((label) => (label.variable === true || isBareLabel(label.name) ? label.name : quote(label.name)))
    .join(', ');
}

function printNumber({ value, duration }: NumberLiteral): string {
  if (duration !== true) return formatNumber(value);
  if (Object.is(value, -0)) return '-0s';
  const ms = Math.round(value * 1000);
  return ms / 1000 === value && Number.isSafeInteger(ms) ? printDuration(ms) : formatNumber(value);
}

function printSelector(selector: VectorSelector): string {
  const text = printBareSelector(selector) + printModifiers(selector, false);
  // A variable alone would be read as a whole expression.
  return text === selector.name && variableEnd(text, 0) === text.length ? `${text}{}` : text;
}

function printBareSelector({ name, matchers }: VectorSelector): string {
  if (matchers.length === 0 && name !== undefined && isBareMetric(name)) return name;
  const outside = name === undefined || isBareMetric(name) || hasVariable(name);
  const printed = matchers.length > 1 ? matchers.map(printMatcher).toSorted(byCodePoint) : matchers.map(printMatcher);
  if (!outside) printed.unshift(quote(name));
  const head = outside ? (name ?? '') : '';
  return printed.length === 0 && head !== '' ? head : `${head}{${printed.join(',')}}`;
}

/** `code=~"5.."`. */
export function printMatcher({ label, op, value, variable }: Matcher): string {
  if (variable === true) return label;
  const printed = NAME.test(label) || hasVariable(label) ? label : quote(label);
  return printed + op + quote(value);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Prometheus puts `anchored` and `smoothed` first after a range, and after `@` otherwise. */
function printModifiers({ offset, at, extended }: VectorSelector, range: boolean): string {
  if (offset === undefined && at === undefined && extended === undefined) return '';
  const keyword = extended === undefined ? '' : ` ${extended}`;
  return withOffset(range ? keyword + printAt(at) : printAt(at) + keyword, offset);
}

/** The offset comes last, but for arithmetic that begins with a parenthesis: that goes on until something else ends it. */
function withOffset(others: string, offset: Duration | undefined): string {
  if (offset === undefined) return others;
  const text = ` offset ${printOffset(offset)}`;
  return isOpenArithmetic(offset) ? text + others : others + text;
}

function isOpenArithmetic(offset: Duration): boolean {
  return offset.type === 'DurationBinary' && startsWithParen(offset);
}

/** ` @ end()`, with a space before; empty without one. */
export function printAt(at: AtModifier | undefined): string {
  if (at === undefined) return '';
  if (at.kind === 'timestamp') return ` @ ${at.seconds.toFixed(3)}`;
  return at.kind === 'variable' ? ` @ ${at.text}` : ` @ ${at.kind}()`;
}

/** The brackets of a sub-query and what follows them: `[1h:5m] @ end() offset 1d`. */
export function printSubquerySuffix({ range, step, at, offset }: SubqueryExpr): string {
  return `[${printDurationExpr(range)}:${step === undefined ? '' : printDurationExpr(step)}]${withOffset(printAt(at), offset)}`;
}
