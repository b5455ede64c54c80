import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const kinds = (query: string) =>
  highlight(query)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('the pieces of a query', () => {
  it('know what they are', () => {
    expect(kinds('sum by (job) (rate(up{code=~"5.."}[$__rate_interval])) > 0.5')).toEqual([
      'function sum',
      'keyword by',
      'function rate',
      'label code',
      'string "5.."',
      'variable $__rate_interval',
      'number 0.5',
    ]);
  });

  it('are the whole query', () => {
    const query = 'a{b="c"} # why\n/ on(d) e offset 5m';
    expect(
      highlight(query)
        .map(({ text }) => text)
        .join(''),
    ).toBe(query);
    expect(kinds(query)).toContain('comment # why');
    expect(kinds(query)).toContain('number 5m');
  });
});
