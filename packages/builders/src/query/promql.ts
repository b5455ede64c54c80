import { formatNumber, parse, parseDuration, print, quote, valueType, walk, type Expr } from '@binnacle/promql';
import { captureOrigin, type Origin } from '@binnacle/model';
import { argument, scalarOf, vector } from './expression.ts';
import type { Kind, Range, Scalar, Typed, Vector } from './vector.ts';

/** What a {@link promql} template may hold: expressions, numbers, and text for durations, label names and label values. */
export type Interpolated = Typed | Scalar | Range | number | string | readonly string[];

/** Where raw texts were written, by what was read of them. A WeakMap, because an expression is plain data. */
const origins = new WeakMap<Expr, Origin>();

/** Where the raw text that is the whole of an expression, or the part of it that cannot be read, was written; undefined for anything else. */
export function rawOrigin(expr: Expr): Origin | undefined {
  let found = origins.get(expr);
  if (found !== undefined) return found;
  walk(expr, (node) => {
    if (node.type === 'ErrorExpr') found ??= origins.get(node);
  });
  return found;
}

/** Where text is a duration: after a bracket, the colon of a sub-query or `offset`. */
const DURATION_PLACE = /(?:\[[^\]]*|\boffset\s+-?)$/;

/**
 * Raw PromQL, read when the definition is built: `` promql<'code', 'ratio'>`sum by (code) (rate(${requests}[5m]))` ``.
 * Labels and unit are taken on trust from the type arguments; without them nothing is known of the result, and it
 * fits everywhere. Metrics and expressions are put in as they are, in parentheses where needed; a string is a quoted
 * label value or label name, or a duration where one stands (`[${window}]`, `offset ${window}`); several are a list.
 *
 * Text with an error in it is kept as written, so that the check points at the error and all else is still checked.
 */
export function promql<L extends string = string, U extends string = string, K extends Kind = 'gauge'>(
  texts: TemplateStringsArray,
  ...values: readonly Interpolated[]
): Vector<L, U, K>;
export function promql(texts: TemplateStringsArray, ...values: readonly Interpolated[]): object {
  // Raw, so that a backslash is PromQL's own; only what JavaScript itself makes one escape is undone.
  const written = texts.raw.map((part) => part.replaceAll(/\\([`$])/g, '$1'));
  let text = written[0] ?? '';
  for (const [i, value] of values.entries()) text += interpolated(value, text, i) + (written[i + 1] ?? '');
  const { expr: read, errors } = parse(text.trim());
  const expr: Expr = errors.length > 0 ? { type: 'ErrorExpr', span: read.span, text: text.trim() } : read;
  const origin = captureOrigin();
  if (origin !== undefined) origins.set(expr, origin);
  // A scalar behaves like a vector in the types, and like itself where an operator asks.
  return valueType(expr) === 'scalar' ? scalarOf(expr) : vector(expr);
}

function interpolated(value: Interpolated, before: string, index: number): string {
  if (typeof value === 'number') return inParentheses(formatNumber(value), value < 0);
  if (typeof value === 'string') {
    return DURATION_PLACE.test(before) && (parseDuration(value) !== undefined || value.startsWith('$'))
      ? value
      : quote(value);
  }
  if (typeof value === 'object' && 'map' in value) return value.map(quote).join(', ');
  const expr = argument<Expr>(value, 'promql`…`', `value ${index + 1}`);
  return inParentheses(print(expr), isOperation(expr));
}

function isOperation({ type }: Expr): boolean {
  return type === 'BinaryExpr' || type === 'UnaryExpr';
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
