import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { renderError } from './render-error.ts';

function errorsOf(text: string, variables = true): readonly string[] {
  return parse(text, { variables }).errors.map(({ message, span }) => `${span.start}-${span.end} ${message}`);
}

describe('queries Prometheus takes', () => {
  it.each([
    // Numbers and durations.
    '1e100 < bool 2', '0x1F', '017', '08', '1_000.5', '.5', '5.', 'inF', 'nan', '-Inf', '2 - - 1', '5m', '1h30m * 2',
    // Operators.
    '1 + 2 * 3 ^ 4 ^ 5 % 6', '2 ^ -1', '-1 ^ 2', 'a atan2 b', 'a </ 3 >/ b', 'a == bool b', 'a < bool on (x) group_left () b',
    'a * on (x, y,) group_right (z) b', 'a + ignoring () b', 'a and on (x) b', 'a unless ignoring (x) b or c',
    'a + fill(0) b', 'a + on (x) group_left fill_left(1) fill_right(-2.5) b', 'a + fill_right(NaN) fill_left(5m) b', 'fill + fill_left', '1 + on () 2',
    // Selectors.
    'foo{}', 'foo{a="b",}', '{a="b"}', `{a='b', c=\`d\`}`, '{"foo.bar"}', '{"foo", a="b"}', '{"a b"="c"}', 'foo{"a"="b"}', ':foo', 'foo:bar:baz', '{__name__=~".+"}', '{a!=""}',
    '{by="x", on="y", nan="z"}', 'foo{a=~"b|"}', '{a=~".*", b="c"}', '{""="0"}',
    // Names that are keywords elsewhere.
    'sum', 'sum(sum)', 'by', 'offset', 'and', 'start', 'end{end="x"}', 'step', 'range + range', 'anchored', 'smoothed offset 5m', 'or or or', 'min_of', 'limitk',
    // Ranges, sub-queries and their modifiers.
    'foo[5m]', 'foo[ 5m ]', 'foo[300]', 'foo[0.5]', 'foo[5m:]', 'foo[5m:1m]', 'foo[5m :  1m]', 'sum(foo)[1h:]', '(a + b)[1h:5m]', 'foo offset 5m [1h:]', 'vector(1)[5m:]',
    'foo OFFSET 1h', 'foo offset -5m', 'foo offset 0s offset 5m', 'foo @ 5 offset 1h', 'foo offset 1h @ start()', 'foo[5m] @ -1.5', 'foo @ 5m', 'foo @ +5', 'foo[5m:] @ end() offset 1h',
    'foo anchored', 'foo[5m] smoothed offset 1h', 'foo smoothed[5m]', 'foo[5m] anchored @ 5',
    // Duration arithmetic.
    'foo[5m + 1]', 'foo[(5m)]', 'foo[-1m + 2m]', 'foo[2 ^ 3 ^ 2]', 'foo[step()]', 'foo[STEP()]', 'foo[max_of(step(), 5m)]', 'foo[5m:range() / 10]', 'foo offset step()', 'foo offset -(1h + 5m)',
    'foo offset (5m)', 'foo offset (5m) * 2', 'foo offset 5m * 2', 'foo offset --5m', 'foo offset min_of(5m, 1h) + 1',
    // Calls and aggregations.
    'time()', 'hour()', 'round(foo, 5)', 'label_join(a, "b", "c")', 'label_join(a, "b", "-", "c", "d")', 'sort_by_label(a, "b", "c")', 'histogram_quantiles(a, "q", 0.5, 0.9)', 'vector(pi())',
    'sum by (a) (b)', 'sum(b) without (a)', 'SUM BY (a, b,) (c)', 'sum by (sum, by, on, bool, start) (a)', 'sum by ("a b", c) (d)', 'topk by (a) (5, b)', 'count_values("x", a) by (b)', 'quantile(0.9, a)',
    'limit_ratio(-0.5, a)', 'start() + end() * step() - range()', 'min_of(1, 2)', 'info(a)', 'info(a, {b="c"})', 'info(a, {})', 'info(a, {b=~".*"})', 'start_timestamp(a)',
    'absent(a{b="c"})', 'holt_winters(a[1h], 0.5, 0.5)', 'first_over_time(a[5m])', '((((a))))', '"string"', "'it'", '`raw \\`',
    // Space and comments.
    ' \t\n a \r\n', 'a # comment', 'a # ( { [\n + b', '# first\na',
  ])('%s', (text) => {
    expect(errorsOf(text, false)).toEqual([]);
    expect(errorsOf(text)).toEqual([]);
  }); // prettier-ignore
});

describe('queries Prometheus refuses', () => {
  it.each([
    '', '   ', '# only a comment', '1 +', '* 1', '(', ')', '((1)', '(1))', '1 2', 'a b', 'a,b', '1 =~ 1', 'a = b', 'a ! b', 'a & b', '1e400', '0x', '1__0', '1_', '0b1', '0deadbeef', '2.5.', '1.5m', '5M', '5hs',
    '1 == 1', '1 and 2', '1 or a', 'a unless 1', 'a == on(b) 1', 'a + bool b', 'a and bool b', 'a and on(x) group_left b', 'a or group_left b', 'a * group_left b', 'a * on(x) group_left(x) b',
    'a * on b', 'a * on(x) group_left(y) group_right(z) b', 'a and fill(0) b', 'a + fill(0) 1', 'a + fill() b', 'a + fill(x) b', 'a + fill 0 b', 'a on(x) + b', 'a + on(x) bool b', 'a bool == b',
    '{}', '{a=""}', '{a!="b"}', '{a=~".*"}', '{a!~".+"}', '{,}', 'a{,}', 'a{b}', 'a{b=}', 'a{b=c}', 'a{b=="c"}', 'a{b="c" d="e"}', 'a{b="c",,}', 'a{1="b"}', 'a{b*"c"}', 'a{b=~"("}', 'a{b="c"', 'a}', 'a{{b="c"}}', 'a{b>"c"}',
    'a{__name__="b"}', 'a{"b"}', 'a{b:c="d"}', '{"a":"b"}', 'foo{a=~"(?!b)"}',
    'a[', 'a[]', 'a[5m', 'a 5m]', 'a[0]', 'a[0s]', 'a[-5m]', 'a[5m', 'a["5m"]', 'a[b]', 'a[5m:', 'a[:1m]', 'a[5m:0s]', 'a[5m:1m:1m]', 'a[[5m]]', 'a[5m 5m]', 'a[inf]', 'a[9.5e10]', 'a[300y]', '1[5m]', 'sum(a)[5m]', 'a[5m][5m]', 'a[5m][5m:]', '"a"[5m:]', '5[5m:]',
    'a offset', 'a offset b', 'a offset "5m"', 'a offset 5m offset 5m', 'sum(a) offset 5m', '1 offset 5m', 'a offset 5m[5m]', 'a @ 5 [5m]', 'a @ start()[5m]', 'a @', 'a @ b', 'a @ start', 'a @ start(1)', 'a @ 1 @ 2', 'a @ Inf', 'a @ NaN', 'sum(a) @ 5', 'a @ 1e19', 'a @ step()',
    'a anchored smoothed', 'a[5m:] anchored', 'sum(a) smoothed', 'a[5m / 0]', 'a[5m % 0s]', 'a[step]', 'a[step(1)]', 'a[min_of(5m)]', 'a[max(5m, 1m)]', 'a[5m +]', 'a[(5m]', 'a[5m)]', 'a[5m == 5m]', 'a offset (5m) + b',
    'f(a)', 'rate()', 'rate(a)', 'rate(a[5m], 1)', 'rate(sum(a))', 'abs(1)', 'abs(a[5m])', 'abs("a")', 'vector(a)', 'scalar(1)', 'hour(a, b)', 'time(1)', 'round(a, b)', 'label_join(a, "b")', 'label_replace(a, "b", "c", "d")', 'TIME()', 'a:b(c)',
    'rate(a,)', 'rate(,a)', 'rate(a b)', 'info(a, b)', 'info(a, sum(b))', 'info(a, b{c="d"})', 'histogram_quantile(a, b)',
    'sum()', 'sum(1)', 'sum(a, b)', 'sum(a[5m])', 'sum by a (b)', 'sum by (a b) (c)', 'sum by (a,,b) (c)', 'sum by (,) (c)', 'sum by (1) (a)', 'sum by (a:b) (c)', 'sum by (without) (a)', 'sum by ("") (a)', 'sum by (a)', 'sum(a) by', 'sum by (a) (b) by (c)', 'sum(a) keep_common',
    'topk(a)', 'topk(1)', 'topk(a, b)', 'topk("1", a)', 'topk(1, 2)', 'count_values(1, a)', 'count_values(a, b)', 'quantile("0.5", a)',
    '-a[5m]', '-"a"', 'a[5m] + 1', '"a" + 1', '"a" == bool "b"', '"abc', "'abc", '`abc', '"a\nb"', '"\\c"', '"\\xg0"', '"\\400"', '"\ufffd"', '"\ud800"', 'a;', 'a?', 'a.b', '“a”', '$', 'a\u00a0', 'é',
  ])('%j', (text) => {
    expect(parse(text, { variables: false }).errors.length).toBeGreaterThan(0);
    expect(parse(text).errors.length).toBeGreaterThan(0);
  }); // prettier-ignore
});

describe('Grafana variables', () => {
  it.each([
    'rate(up[$__rate_interval])', 'rate(up[${__rate_interval}])', 'rate(up[[[window]]])', 'up[$__range:$__interval]', 'up[${n}m]', 'up[5$unit]', 'up[$a + 5m]', 'up offset $shift', 'up offset -$shift', 'up @ $time',
    'topk($k, up)', '$a + $b', 'up > $threshold', '$metric', '${metric}{a="b"}', '$metric[5m]', '[[metric]]_total', '${prefix}_requests_${suffix:raw}', 'node_[[what]]_bytes', '${level}:metric:rate5m', '$metric offset 5m',
    'sum by ($by) (up)', 'sum by (job, ${by:csv}) (up)', 'a / on ($labels) group_left ([[extra]]) b', 'up{job="$job"}', 'up{job=~"${job:regex}|x"}', 'up{$filters}', 'up{job="x", ${filters}}', 'up{$label="x"}',
    '$fn(up[5m])', '${agg} by (job) (up)', '$agg(up) without (job)', 'up * $__range_s / 1000', '1${zeros}', '[[x]]', 'max_over_time(up[$__range])', 'histogram_quantile(0.$p, up)',
  ])('%s', (text) => {
    expect(errorsOf(text)).toEqual([]);
    expect(parse(text, { variables: false }).errors.length > 0 || text.includes('{job=')).toBe(true);
  }); // prettier-ignore

  it('are reported by name where Prometheus itself reads the query', () => {
    expect(errorsOf('rate(up[$__rate_interval]) > ${x:raw}', false)).toEqual([
      '8-24 $__rate_interval is a Grafana variable, which Prometheus does not know',
      '29-37 ${x:raw} is a Grafana variable, which Prometheus does not know',
    ]);
  });

  it('of unknown type agree with every operator and argument', () => {
    expect(errorsOf('rate($x) + sum($y) and topk($z, $w) == bool 1')).toEqual([]);
  });
});

describe('binding', () => {
  it.each([
    ['a - a offset 1h', 'BinaryExpr'],
    ['-foo[5m:]', 'UnaryExpr'],
    ['-1 ^ 2', 'UnaryExpr'],
    ['-1 * 2', 'BinaryExpr'],
    ['a + b @ 5', 'BinaryExpr'],
    ['a + b[5m:]', 'BinaryExpr'],
    ['foo offset 5m + 1', 'BinaryExpr'],
    ['foo offset (5m) + 1', 'VectorSelector'],
    ['-5', 'NumberLiteral'],
  ])('%s is a %s', (text, type) => {
    expect(parse(text).expr.type).toBe(type);
  });
});

describe('error recovery', () => {
  it('finds several mistakes in one query', () => {
    expect(errorsOf('rat(up[5m]) / sum(up{job=api}) + on job b =  histogram_quantile(0.9)')).toEqual([
      '0-3 there is no function rat',
      '25-28 the value of label job must be a quoted string, found name api',
      '36-39 on needs its labels in parentheses, found name job',
      '42-43 = does not compare values',
      '45-68 histogram_quantile takes 2 arguments, got 1',
    ]);
  });

  it.each([
    'sum x by (job)',
    'by (x) foo',
    'rate(up[5m)',
    'sum(',
    'rate(',
    'a[5m:',
    'topk(5)',
    'up{job="a"[5m]',
    'a b c d',
    'rate({a="b"} |= "x" [5m])',
    'x{a=“b”}',
    'http.requests',
  ])('does not report the consequences of the mistake in %s', (text) => {
    expect(errorsOf(text)).toHaveLength(1);
  });

  it('keeps what it understood', () => {
    const { expr } = parse('sum(rate(up[5m])) / ');
    expect(expr).toMatchObject({ type: 'BinaryExpr', left: { type: 'AggregateExpr' }, right: { type: 'ErrorExpr' } });
  });
});

describe('messages', () => {
  it.each([
    ['foo = 1', '= does not compare values\n  1 | foo = 1\n    |     ^\n  hint: write == between expressions'],
    ['sum(foo', '( is never closed\n  1 | sum(foo\n    |    ^\n  hint: add )'],
    ['sum by (relay (rate(x[5m])) > 0', '( is never closed\n  1 | sum by (relay (rate(x[5m])) > 0\n    |        ^\n  hint: add ) after the labels of by'],
    ['a / on (job, (b)', '( is never closed\n  1 | a / on (job, (b)\n    |        ^\n  hint: add ) after the labels of on'],
    ['rate(sum by (job) (x))', 'rate needs a range vector, not an instant vector\n  1 | rate(sum by (job) (x))\n    |      ^^^^^^^^^^^^^^^^\n  hint: write sum by (job) (rate(x[5m])), or a sub-query: rate(sum by (job) (x)[5m:])'],
    ['foo[1.5h]', '1.5h is neither a number nor a duration\n  1 | foo[1.5h]\n    |     ^^^^\n  hint: units take whole numbers: 1h30m, not 1.5h'],
    ['foo{job==“x”}', '“ is not a quote in PromQL\n  1 | foo{job==“x”}\n    |          ^^^\n  hint: use straight quotes: " or \''],
    ['{job="x"} | json', '| is no PromQL operator\n  1 | {job="x"} | json\n    |           ^\n  hint: line filters and parsers belong to LogQL; PromQL has metrics only'],
    ['sum(foo) offset 5m', 'offset belongs to a selector or sub-query\n  1 | sum(foo) offset 5m\n    | ^^^^^^^^^^^^^^^^^^\n  hint: move it inside, after the metric: metric[5m] offset 5m'],
    ['foo offset (1h) + bar', 'expected a duration for the offset, found name bar\n  1 | foo offset (1h) + bar\n    |                   ^^^\n  hint: Prometheus reads an operator after offset (...) as duration arithmetic; put the selector in parentheses'],
  ])('%s', (text, message) => {
    expect(parse(text).errors.map((error) => renderError(text, error))).toContain(message);
  }); // prettier-ignore
});

describe('limits', () => {
  it('names the limit when a query is nested too deep', () => {
    for (const text of [
      '('.repeat(100_000),
      '-'.repeat(100_000) + '1',
      'abs('.repeat(100_000),
      `1${'^1'.repeat(100_000)}`,
      `a[${'('.repeat(100_000)}`,
    ]) {
      expect(errorsOf(text)[0]).toMatch(/ the query is nested deeper than 256 levels$/);
    }
    expect(errorsOf(`${'('.repeat(200)}1${')'.repeat(200)}`)).toEqual([]);
  });

  it('takes a query of a megabyte', () => {
    expect(errorsOf(`a${' or a'.repeat(200_000)}`)).toEqual([]);
    expect(errorsOf(`sum by (${'a,'.repeat(500_000)}) (x)`)).toEqual([]);
    expect(errorsOf(`a{b="${'x'.repeat(1_000_000)}"}`)).toEqual([]);
  });

  it('stops at fifty errors', () => {
    expect(parse('é '.repeat(100_000)).errors.length).toBe(50);
    expect(parse(`a${' + f()'.repeat(1000)}`).errors.length).toBe(50);
  });
});
