import { expect, it } from 'vitest';
import { type DiffToken, queryDiff } from './query-diff.ts';

/** Changed pieces between `[` and `]`. */
function drawn(tokens: readonly DiffToken[]): string {
  return tokens
    .map(({ text, changed }) => (changed ? `«${text}»` : text))
    .join('')
    .replaceAll('»«', '');
}

function diffed(before: string, after: string): readonly [string, string] {
  const { before: old, after: next } = queryDiff(before, after);
  return [drawn(old), drawn(next)];
}

it.each([
  ['the same', 'sum(rate(a[5m]))', 'sum(rate(a[5m]))', 'sum(rate(a[5m]))', 'sum(rate(a[5m]))'],
  ['a range', 'rate(a[5m])', 'rate(a[1m])', 'rate(a[«5m»])', 'rate(a[«1m»])'],
  ['a matcher', 'a{code="5xx"}', 'a{code="5xx",job="b"}', 'a{code="5xx"}', 'a{code="5xx"«,job="b"»}'],
  ['a threshold', 'a > 0.05', 'a > 0.1', 'a > «0.05»', 'a > «0.1»'],
  ['a comparison', 'a > 1', 'a >= 1', 'a «>» 1', 'a «>=» 1'],
  ['layout', 'sum(\n  a\n)', 'sum(a)', 'sum(\n  a\n)', 'sum(a)'],
  ['all of it', 'up', 'vector(1)', '«up»', '«vector(1)»'],
])('%s', (_, before, after, was, is) => {
  expect(diffed(before, after)).toEqual([was, is]);
});

it('both versions keep every character', () => {
  const [before, after] = ['sum by (a) (x{b=~"c|d"} offset 5m) # why', 'topk(3, y) / on (a) group_left z'];
  const diff = queryDiff(before, after);
  expect([diff.before, diff.after].map((tokens) => tokens.map(({ text }) => text).join(''))).toEqual([before, after]);
});
