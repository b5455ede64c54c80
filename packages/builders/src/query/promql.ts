import { formatNumber, parse, parseDuration, print, quote, valueType, type Expr } from '@binnacle/promql';
import { scalarOf, vector } from './expression.ts';
import type { Kind, Range, Scalar, Typed, Vector } from './vector.ts';

/** What a {@link promql} template may hold: expressions, numbers, and text for durations, label names and label values. */
export type Interpolated = Typed | Scalar | Range | number | string | readonly string[];

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
  for (const [i, value] of values.entries()) text += interpolated(value, text) + (written[i + 1] ?? '');
  const { expr, errors } = parse(text.trim());
  if (errors.length > 0) return vector({ type: 'ErrorExpr', span: expr.span, text: text.trim() });
  // A scalar behaves like a vector in the types, and like itself where an operator asks.
  return valueType(expr) === 'scalar' ? scalarOf(expr) : vector(expr);
}

function interpolated(value: Interpolated, before: string): string {
  if (typeof value === 'number') return inParentheses(formatNumber(value), value < 0);
  if (typeof value === 'string') {
    return DURATION_PLACE.test(before) && (parseDuration(value) !== undefined || value.startsWith('$'))
      ? value
      : quote(value);
  }
  if (!('expr' in value)) return value.map(quote).join(', ');
  return inParentheses(print(value.expr), isOperation(value.expr));
}

function isOperation({ type }: Expr): boolean {
  return type === 'BinaryExpr' || type === 'UnaryExpr';
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
