import { describe, expect, it } from 'vitest';
import type { Expr } from './ast.ts';
import * as build from './build.ts';
import { print } from './print.ts';

const up = build.selector('up', [build.matcher('job', 'api')]);

describe('constructors', () => {
  it.each<[Expr, string]>([
    [build.number(0.5), '0.5'],
    [build.string('a"b'), String.raw`"a\"b"`],
    [build.variable('$limit'), '$limit'],
    [up, 'up{job="api"}'],
    [build.selector(undefined, [build.matcher('job', 'a|b', '=~')]), '{job=~"a|b"}'],
    [build.selector('http.requests', [build.matcher('a b', 'c')]), '{"http.requests","a b"="c"}'],
    [build.selector('bool'), '{"bool"}'],
    [build.matrix(up, '5m'), 'up{job="api"}[5m]'],
    [build.matrix(up, '$__rate_interval'), 'up{job="api"}[$__rate_interval]'],
    [build.offset(build.matrix(up, 60_000), '1w'), 'up{job="api"}[1m] offset 1w'],
    [build.offset(up, -60_000), 'up{job="api"} offset -1m'],
    [build.subquery(up, '1h', '5m'), 'up{job="api"}[1h:5m]'],
    [build.subquery(build.binary('+', up, up), '1h'), '(up{job="api"} + up{job="api"})[1h:]'],
    [build.call('time'), 'time()'],
    [build.aggregate('sum', up, { by: ['job', '$group'] }), 'sum by (job, $group) (up{job="api"})'],
    [build.aggregate('sum', up, { by: ['inf'] }), 'sum by ("inf") (up{job="api"})'],
    [build.aggregate('sum', up, { without: [] }), 'sum without () (up{job="api"})'],
    [build.aggregate('topk', up, { param: build.number(5) }), 'topk(5, up{job="api"})'],
    [
      build.binary('/', up, up, { on: ['job'], groupLeft: ['team'] }),
      'up{job="api"} / on (job) group_left (team) up{job="api"}',
    ],
    [build.binary('==', up, build.number(1), { bool: true }), 'up{job="api"} == bool 1'],
    [build.unary('-', build.paren(up)), '-(up{job="api"})'],
  ])('%#: %s', (expr, text) => {
    expect(print(expr)).toBe(text);
  });

  it('refuses a text that is no duration', () => {
    expect(() => build.duration('5 minutes')).toThrow('5 minutes is not a duration; write it like 1h30m');
  });
});
