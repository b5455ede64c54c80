import type { Matcher, Span, VectorSelector } from '@binnacle/promql';

const QUOTED = /^(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`)/;

function labelLength(written: string, label: string): number {
  return QUOTED.exec(written)?.[0].length ?? label.length;
}

/** Where in a query a matcher's label is, with its quotes when it has some. */
export function labelSpan(promql: string, { label, span }: Matcher): Span {
  return { start: span.start, end: span.start + labelLength(promql.slice(span.start, span.end), label) };
}

/** Where `part`, one of the alternatives of a matcher's value or all of it, is; the value when its text is written with escapes. */
export function valueSpan(promql: string, { label, value, span }: Matcher, part: string): Span {
  const written = promql.slice(span.start, span.end);
  const opening = /^(?:\s|#.*)*(?:=~|=|!~|!=)(?:\s|#.*)*/.exec(written.slice(labelLength(written, label)));
  const start = span.start + labelLength(written, label) + (opening?.[0].length ?? 0);
  if (promql.slice(start + 1, span.end - 1) !== value) return { start, end: span.end };
  let at = start + 1;
  for (const alternative of value.split(/[|()]/)) {
    const plain = alternative.replace(/^\?:/, '');
    if (plain === part) at += alternative.length - plain.length;
    if (plain === part) break;
    at += alternative.length + 1;
  }
  return { start: at, end: at + part.length };
}

/** Where the name of a selector's metric is, in or before its braces. */
export function nameSpan(selector: VectorSelector): Span {
  const { name, span, matchers } = selector;
  if (name !== undefined) return { start: span.start, end: span.start + name.length };
  return matchers.find(({ label, op }) => label === '__name__' && op === '=')?.span ?? span;
}
