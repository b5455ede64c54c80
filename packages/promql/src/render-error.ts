import type { ParseError } from './ast.ts';

/** Lines longer than this are shown around the error only. */
const MAX_WIDTH = 120;

/**
 * An error as the user sees it: the message, the line of the query with carets under the span, and the hint.
 *
 * ```text
 * there is no function rat
 *   1 | sum(rat(http_requests_total[5m]))
 *     |     ^^^
 *   hint: did you mean rate?
 * ```
 */
export function renderError(text: string, { message, span, hint }: ParseError): string {
  const { line, column } = lineAndColumn(text, span.start);
  const lines = text.split('\n');
  const source = (lines[line - 1] ?? '').replace(/\r$/, '');
  const last = lineAndColumn(text, Math.max(span.end, span.start));
  const end = last.line > line ? source.length : last.column - 1;
  const { shown, from } = excerpt(source, column - 1, end);
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  // Tabs stay tabs in the line of carets, so that the carets stand where they should.
  const before = shown.slice(0, column - 1 - from).replaceAll(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(end - from, shown.length) - (column - 1 - from)));
  const out = [message, `  ${number} | ${shown}`, `  ${gutter} | ${before}${carets}`];
  if (hint !== undefined) out.push(`  hint: ${hint}`);
  return out.join('\n');
}

/** Line and column, both from 1, of an offset; the column counts UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

function excerpt(source: string, start: number, end: number): { readonly shown: string; readonly from: number } {
  if (source.length <= MAX_WIDTH) return { shown: source, from: 0 };
  const middle = Math.floor((start + Math.min(end, start + MAX_WIDTH)) / 2);
  const from = Math.max(0, Math.min(middle - MAX_WIDTH / 2, start, source.length - MAX_WIDTH));
  return { shown: source.slice(from, from + MAX_WIDTH), from };
}
