import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { lineAndColumn, renderError } from './render-error.ts';

function rendered(text: string): string {
  return parse(text)
    .errors.map((error) => renderError(text, error))
    .join('\n');
}

describe('renderError', () => {
  it('puts carets under the place', () => {
    expect(rendered('sum(rat(http_requests_total[5m]))')).toBe(
      `there is no function rat
  1 | sum(rat(http_requests_total[5m]))
    |     ^^^
  hint: did you mean rate?`,
    );
  });

  it('shows the line of a query of several lines, tabs kept', () => {
    expect(rendered('sum by (job) (\n\trate(\n\t\tup\n\t)\n)')).toBe(
      `rate needs a range vector, not an instant vector
  3 | \t\tup
    | \t\t^^
  hint: write rate(up[5m])`,
    );
  });

  it('underlines what spans lines up to the end of the first', () => {
    expect(rendered('topk(\n  up\n)')).toBe(
      `topk takes two arguments, a parameter and a vector; got 1
  1 | topk(
    | ^^^^^
  hint: write topk(10, metric)`,
    );
  });

  it('points behind the end', () => {
    expect(rendered('up +')).toBe(
      `expected an expression, found the end of the query
  1 | up +
    |     ^
  hint: the query ends too early`,
    );
  });

  it('shows the part of a long line that matters', () => {
    const text = `${'metric_a + '.repeat(40)}rat(x) ${'+ metric_b'.repeat(40)}`;
    const lines = rendered(text).split('\n');
    const [source = '', carets = ''] = [lines[1], lines[2]];
    expect(source.length).toBeLessThanOrEqual(130);
    expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('rat');
  });
});

it('lineAndColumn counts from 1', () => {
  expect(lineAndColumn('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
});
