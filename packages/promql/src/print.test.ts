import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { print } from './print.ts';

describe('print', () => {
  it.each([
    'sum by (job, instance) (task:errors:rate10s{job="s"})',
    'sum without (instance) (task:errors:rate10s{job="s"})',
    'sum without () (up)',
    'topk(5, task:errors:rate10s{job="s"})',
    'count_values("value", up)',
    'a - on (b) c',
    'a - on (b) group_left (x) c',
    'a - on (b) group_left (x, y) c',
    'a - on (b) group_left () c',
    'a - ignoring (b) group_right (x) c',
    'a - ignoring () group_left () c',
    'a and on () b',
    'a == bool on (b) c',
    'a + fill (-23) b',
    'a + on (b) group_left (x) fill_left (1) fill_right (2) c',
    'up > bool 0',
    'a offset 1m',
    'a offset -7m',
    'a{c="d"}[5m] offset 1m',
    'a[5m] offset -1m',
    'a[12m] offset -3m',
    'a[1h:5m] offset 1m',
    'a[1h:] @ 100.000 offset -2m30s',
    'a @ 10.000 offset -1d',
    'a[5m] @ start() offset 1h',
    'a @ end()',
    'a anchored offset 5m',
    'a @ 1.000 smoothed',
    'rate(a[5m] smoothed @ 1.000 offset 5m)',
    '{__name__="",a="x"}',
    'a{b!="c",d!~"e"}',
    'a{"b.c"="d"}',
    '{""="0"}',
    'a{b="c\\"d\\\\"}',
    'time() - 300',
    'a + 5m',
    '-a ^ b',
    '--a',
    '-(a + b)',
    '1 - -1',
    '+Inf',
    'a * -Inf',
    '(a + b) * c',
    'a ^ b ^ c',
    '(a ^ b) ^ c',
    'a[5m * 2]',
    'a[5m + 10 - 2 * 3 ^ 2]',
    'a[step()]',
    'a[-(1 - 5) * 2s]',
    'a[max_of(step(), 5s):min_of(1m, range())]',
    'a offset (5m * 2)',
    'a offset -(5m * 2)',
    'a offset -step()',
    'histogram_quantile(0.9, sum by (le) (rate(a_bucket[$__rate_interval])))',
    '${metric:raw}_total{$filters,job=~"$job"}[$window] offset $shift',
    'sum by (job, ${by:csv}) (up)',
    '$agg by (job) (up)',
    '$fn(up[[[range]]:$step] @ $time)',
    'info(up, {data=~".+"})',
    'vector(1) or absent(up)',
  ])('%s', (text) => {
    const { expr, errors } = parse(text);
    expect(errors).toEqual([]);
    expect(print(expr)).toBe(text);
  });

  it.each([
    ['SUM(a) BY (b)', 'sum by (b) (a)'],
    ['sum by () (a)', 'sum(a)'],
    ['a{d="e",b="c"}', 'a{b="c",d="e"}'],
    ['{"a.b"}', '{__name__="a.b"}'],
    ["{'a'=`b`}", '{a="b"}'],
    ['a{}', 'a'],
    ['a[300]', 'a[5m]'],
    ['a offset 0.5', 'a offset 500ms'],
    ['a[0.0005]', 'a[0.0005]'],
    ['a @ 3.33333', 'a @ 3.333'],
    ['a offset 5m @ 10', 'a @ 10.000 offset 5m'],
    ['a[90m]', 'a[1h30m]'],
    ['a[5m] @ 1m', 'a[5m] @ 60.000'],
    ['a offset +(5)', 'a offset (5)'],
    ['a offset +step()', 'a offset step()'],
    ['0x1F', '31'],
    ['1e21', '1000000000000000000000'],
    ['START()', 'start()'],
    ['a AND b', 'a and b'],
    ['a offset (5m) [1h:]', 'a offset (5m)[1h:]'],
    ['sum(a) # comment', 'sum(a)'],
    ['a + fill(0) b', 'a + fill (0) b'],
    ['sum by ("job", "a.b", "nan") (a)', 'sum by (job, "a.b", "nan") (a)'],
  ])('%s becomes %s', (text, printed) => {
    expect(print(parse(text).expr)).toBe(printed);
  });

  it('ends arithmetic in an offset before what follows it', () => {
    const { expr } = parse('a smoothed offset (5) - 1 @ 3 + 2');
    expect(print(expr)).toBe('a offset (5) - 1 @ 3.000 smoothed + 2');
    expect(print(parse(print(expr)).expr)).toBe(print(expr));
  });

  it('keeps what follows an offset in parentheses apart from it', () => {
    const { expr } = parse('a offset +(5m) - 1');
    expect(print(expr)).toBe('a offset +(5m) - 1');
    expect(expr.type).toBe('BinaryExpr');
  });
});
