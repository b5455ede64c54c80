import { describe, expect, it } from 'vitest';
import { equal } from './equal.ts';
import { parse } from './parse.ts';

describe('equal', () => {
  it.each([
    ['sum by(a)(b)', 'sum(b)  by (a)'],
    ['{b="2",a="1",__name__="x"}', 'x{a="1",b="2"}'],
    ['{"x"}', 'x'],
    ['foo[300]', 'foo[5m]'],
    ['foo offset 0s', 'foo'],
    ['a + on() b', 'a + on ( ) b'],
  ])('%s is %s', (a, b) => {
    expect(equal(parse(a).expr, parse(b).expr)).toBe(true);
  });

  it.each([
    ['a', 'b'],
    ['a{x="1"}', 'a{x="2"}'],
    ['a{x="1"}', 'a{x=~"1"}'],
    ['a[5m]', 'a[6m]'],
    ['a offset 5m', 'a'],
    ['a @ 1', 'a @ 2'],
    ['a @ start()', 'a @ end()'],
    ['a anchored', 'a smoothed'],
    ['a[5m:1m]', 'a[5m:]'],
    ['sum(a)', 'max(a)'],
    ['sum by (x) (a)', 'sum without (x) (a)'],
    ['topk(1, a)', 'topk(2, a)'],
    ['a == b', 'a == bool b'],
    ['a * on(x) b', 'a * ignoring(x) b'],
    ['a * on(x) group_left b', 'a * on(x) group_right b'],
    ['a + fill(0) b', 'a + fill_left(0) b'],
    ['a + b + c', 'a + (b + c)'],
    ['-a', '+a'],
    ['120', '2m'],
    ['a[5m + 1]', 'a[5m + 1s]'],
    ['f(a)', 'f(a, b)'],
    ['$a', '$b'],
    ['"a"', '"b"'],
  ])('%s is not %s', (a, b) => {
    expect(equal(parse(a).expr, parse(b).expr)).toBe(false);
    expect(equal(parse(b).expr, parse(a).expr)).toBe(false);
  });

  it('overlooks parentheses when told so', () => {
    const [a, b] = [parse('((a)) * (b)').expr, parse('a * b').expr];
    expect(equal(a, b)).toBe(false);
    expect(equal(a, b, { parens: 'ignore' })).toBe(true);
    expect(equal(parse('a * (b + c)').expr, parse('a * b + c').expr, { parens: 'ignore' })).toBe(false);
  });
});
