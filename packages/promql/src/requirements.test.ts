import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { compareVersions, isMet, requirements } from './requirements.ts';

function needs(text: string): readonly string[] {
  const { expr, errors } = parse(text);
  expect(errors).toEqual([]);
  return requirements(expr, text).map(({ what, minVersion, feature }) =>
    [what, minVersion, feature].filter(Boolean).join(' '),
  );
}

const EXPERIMENTAL = 'promql-experimental-functions';

describe('requirements', () => {
  it.each<[string, readonly string[]]>([
    ['sum by (job) (rate(up[5m] offset 1h)) / 2', []],
    ['limitk(3, up)', [`limitk 2.54 ${EXPERIMENTAL}`]],
    ['group(up)', ['group 2.20']],
    ['info(up)', [`info 3.0 ${EXPERIMENTAL}`]],
    ['max_over_time(up[1h:])', ['sub-query 2.7']],
    ['up @ end()', ['@ modifier 2.25 promql-at-modifier']],
    ['up offset -5m', ['negative offset 2.26 promql-negative-offset']],
    ['a atan2 b', ['atan2 2.31']],
    ['a </ 3', ['histogram trimming with </ and >/ 3.11']],
    ['a + fill(0) b', ['fill 3.10 promql-binop-fill-modifiers']],
    ['rate(up[5m] anchored)', ['anchored 3.7 promql-extended-range-selectors']],
    ['{"http.requests"}', ['quoted name 3.0']],
    ['up{"job"="a"}', ['quoted name 3.0']],
    ['sum by ("job") (up)', ['quoted name 3.0']],
    ['up > 5m', ['duration as a number 2.54']],
    ['up[300]', ['number of seconds as a duration 2.54']],
    ['up[2 * 5m]', ['duration arithmetic 3.4 promql-duration-expr']],
    [
      'up[max_of(step(), 5m)]',
      ['min_of and max_of of durations 3.13 promql-duration-expr', 'step() as a duration 3.6 promql-duration-expr'],
    ],
    ['up[range()]', ['range() as a duration 3.10 promql-duration-expr']],
  ])('%s', (text, wanted) => {
    expect(needs(text)).toEqual(wanted);
  });

  it('points at the place', () => {
    const text = 'sum(rate(up[5m])) + sum(mad_over_time(up[5m]))';
    const [found] = requirements(parse(text).expr);
    expect(found && text.slice(found.span.start, found.span.end)).toBe('mad_over_time');
  });

  it('knows what went away', () => {
    const [found] = requirements(parse('holt_winters(up[1h], 0.5, 0.5)').expr);
    expect(found).toMatchObject({ what: 'holt_winters', maxVersion: '3.0' });
    expect(found && isMet(found, { version: '2.42', features: [] })).toBe(true);
    expect(found && isMet(found, { version: '3.0.0', features: [] })).toBe(false);
  });
});

describe('isMet', () => {
  const required = { what: 'x', span: { start: 0, end: 0 }, minVersion: '3.4', feature: 'f', stableVersion: '3.14' };

  it.each<[string, readonly string[], boolean]>([
    ['3.3', ['f'], false],
    ['3.4', [], false],
    ['3.4', ['f'], true],
    ['v3.10.1-rc.0', ['f'], true],
    ['3.14.0', [], true],
  ])('%s with %j: %s', (version, features, met) => {
    expect(isMet(required, { version, features })).toBe(met);
  });
});

it('compareVersions orders by number', () => {
  expect(['3.10', '2.42.1', '3.9', '2.42'].toSorted(compareVersions)).toEqual(['2.42', '2.42.1', '3.9', '3.10']);
});
