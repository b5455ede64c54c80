import { expect, test } from 'vitest';
import { evaluationErrors, expectedGroups, loadedGroups, notLoaded } from './loaded.ts';

const file = (...queries: string[]) =>
  expectedGroups('a.yaml', [{ name: 'g', rules: queries.map((expr, i) => ({ record: `r${i}`, expr })) }]);
const served = (...queries: string[]) =>
  loadedGroups({
    data: {
      groups: [
        {
          file: '/etc/prometheus/rules/a.yaml',
          name: 'g',
          interval: 30,
          lastEvaluation: '0001-01-01T00:00:00Z',
          rules: queries.map((query, i) => ({ name: `r${i}`, query, health: 'unknown' })),
        },
      ],
    },
  });

test.each([
  ['the same text', 'up', 'up'],
  ['as Prometheus prints it', 'sum(rate(a{b="c"}[90m])) by (x) # why', 'sum by (x) (rate(a{b="c"}[1h30m]))'],
  ['what only MetricsQL knows, with other spaces', 'sum(a) keep_metric_names', 'sum(a)  keep_metric_names'],
])('a query is loaded: %s', (_, wanted, shown) => {
  expect(notLoaded(file(wanted), served(shown))).toEqual({ missing: [], otherQueries: [] });
});

test('a query that means something else is told by its rule', () => {
  expect(notLoaded(file('up', 'a > 1'), served('up', 'a > 2')).otherQueries).toEqual(['r1']);
});

test('a group is missing when it is not there, or has other rules', () => {
  for (const groups of [[], served('up'), served('up', 'up', 'up')]) {
    expect(notLoaded(file('up', 'up'), groups).missing.map(({ name }) => name)).toEqual(['g']);
  }
});

test('an answer that is none has no groups; a group is evaluated once it says when', () => {
  expect([loadedGroups(undefined), loadedGroups({ data: { groups: 'x' } })]).toEqual([[], []]);
  expect(served('up').map(({ isEvaluated }) => isEvaluated)).toEqual([false]);
});

test('errors of evaluation are told for these files only', () => {
  const [group] = served('up');
  if (group === undefined) throw new Error('one group is served');
  const broken = { ...group, rules: [{ name: 'r0', query: 'up', health: 'err', lastError: 'too many samples' }] };
  expect(evaluationErrors([broken], new Set(['a.yaml']))).toEqual(['r0 of group g is not evaluated: too many samples']);
  expect(evaluationErrors([broken], new Set(['b.yaml']))).toEqual([]);
});
