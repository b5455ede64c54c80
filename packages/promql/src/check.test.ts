import { describe, expect, it } from 'vitest';
import * as build from './build.ts';
import { check } from './check.ts';
import { parse } from './parse.ts';

function problems(text: string): readonly string[] {
  return check(parse(text).expr).map(({ message, hint }) => (hint === undefined ? message : `${message} | ${hint}`));
}

describe('check', () => {
  it.each([
    ['rate(up)', 'rate needs a range vector, not an instant vector | write rate(up[5m])'],
    ['rate(up * 2)', 'rate needs a range vector, not an instant vector | write a sub-query: rate(...[5m:])'],
    [
      'abs(up[5m])',
      'abs needs an instant vector, not a range vector | remove the range: up, or call a function such as rate on it',
    ],
    ['abs(1)', 'abs needs an instant vector, not a scalar | write vector(1)'],
    ['vector(up)', 'vector needs a scalar, not an instant vector | write scalar(up) for a vector of one series'],
    ['clamp(up, "0", 1)', 'clamp needs a scalar as its second argument, not a string'],
    ['round(up, 1, 2)', 'round takes at most 2 arguments, got 3 | write round(metric, 1)'],
    [
      'label_join(up, "a")',
      'label_join takes at least 3 arguments, got 2 | write label_join(metric, "new", "-", "label1", "label2")',
    ],
    [
      'histogram_quantiles(up, "q")',
      'histogram_quantiles takes at least 3 arguments, got 2 | write histogram_quantiles(rate(metric[5m]), "quantile", 0.5, 0.9)',
    ],
    ['median(up)', 'there is no function median | write quantile(0.5, ...)'],
    ['a:b(up)', 'there is no function a:b | a name with a colon is a metric; put an operator before ('],
    [
      'sum(up[5m])',
      'sum aggregates an instant vector, not a range vector | remove the range: up, or call a function such as rate(up[5m])',
    ],
    ['quantile("0.5", up)', 'the parameter of quantile is a scalar, not a string'],
    [
      '-up[5m]',
      'a sign needs a number or an instant vector, not a range vector | remove the range: up, or call a function such as rate(up[5m])',
    ],
    ['time()[5m:]', 'a sub-query needs an instant vector, not a scalar | write vector(time())'],
    ['up + "a"', '+ works on scalars and instant vectors, not on a string'],
    ['1 > 2', 'comparing two scalars needs bool | write > bool; the result is 1 or 0'],
    ['up + bool 1', 'bool goes with comparisons only, not with + | remove bool'],
    ['up and 1', 'and works on instant vectors, not on a scalar | write vector(1)'],
    ['up * on (job) 2', 'matching needs instant vectors on both sides | remove on (...) or ignoring (...)'],
    ['up * fill(0) 2', 'fill needs instant vectors on both sides | remove fill'],
    [
      'a and on (x) group_left b',
      'and takes no group_left or group_right | set operators match many to many; remove it',
    ],
    ['a or fill(0) b', 'or takes no fill | remove fill'],
    [
      'a * on (x) group_left (x) b',
      'label x is both matched on and copied by group_left or group_right | name it in one of the two',
    ],
    [
      '{job=~".*"}',
      'this selects every series there is | add a metric name, or a matcher that does not accept the empty value, such as job="api" or job=~".+"',
    ],
    ['up{__name__="down"}', 'the metric name is set twice: up and down | keep one of them'],
    [
      'info(up, up)',
      'info takes label matchers alone as its second argument | write {__name__=~".+_info", label=~".+"}',
    ],
  ])('%s', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  it('checks trees made in code as well', () => {
    expect(check(build.call('rate', build.selector('up')))).toHaveLength(1);
    expect(check(build.call('rate', build.matrix(build.selector('up'), '5m')))).toEqual([]);
  });

  it('finds the mistakes in every part', () => {
    expect(problems('sum(rate(a)) / max(abs(b[1m])) or c{__name__="d"}')).toHaveLength(3);
  });
});
