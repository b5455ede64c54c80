import type { Diagnostic } from '@binnacle/model';

/** Columns of a query shown at most; the rest is cut on both sides of the carets. */
const WIDTH = 100;
/** Fewer show too little of a query, however narrow the terminal. */
const LEAST = 20;
/** The marks of what is cut. */
const MARKS = 2;

/** A query line and the carets under its wrong part, as two lines of the same indent, in so many columns. */
export function drawSnippet(
  { text, start, end }: NonNullable<Diagnostic['snippet']>,
  columns = WIDTH + MARKS,
): [line: string, carets: string] {
  const width = Math.min(WIDTH, Math.max(LEAST, columns - MARKS));
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', start);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  let line = text.slice(lineStart, lineEnd).replaceAll('\t', ' ');
  let from = Math.min(start - lineStart, line.length);
  const length = Math.max(1, Math.min(end, lineEnd) - start);
  if (line.length > width) {
    const cut = Math.min(Math.max(0, from - Math.floor(width * 0.4)), line.length - width);
    const isCutAfter = cut + width < line.length;
    line = `${cut > 0 ? '…' : ''}${line.slice(cut, cut + width)}${isCutAfter ? '…' : ''}`;
    from += (cut > 0 ? 1 : 0) - cut;
  }
  const room = Math.max(1, line.length - from);
  return [line, `${' '.repeat(from)}${'^'.repeat(Math.min(length, room))}`];
}
