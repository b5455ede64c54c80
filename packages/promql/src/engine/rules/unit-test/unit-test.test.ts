import { describe, expect, test } from 'vitest';
import type { RuleGroup } from '../group.ts';
import { runUnitTest, type UnitTest } from './unit-test.ts';

const MINUTE = 60_000;
const GROUPS: readonly RuleGroup[] = [
  {
    name: 'api',
    rules: [
      { record: 'job:up:sum', expr: 'sum by (job) (up)' },
      {
        alert: 'Down',
        expr: 'job:up:sum == 0',
        for: '2m',
        labels: { severity: 'page' },
        annotations: { summary: '{{ $labels.job }} is down' },
      },
    ],
  },
];

function run(over: Partial<UnitTest>, groups = GROUPS): readonly string[] {
  const found = runUnitTest(groups, {
    interval: MINUTE,
    evaluationInterval: MINUTE,
    series: [
      { series: 'up{job="a", i="1"}', values: '1 0x9' },
      { series: 'up{job="b", i="1"}', values: '1x10' },
    ],
    alerts: [],
    queries: [],
    ...over,
  });
  return found.map(
    ({ part, index, message, fix }) => `${part} ${index}: ${message}${fix === undefined ? '' : ` (${fix})`}`,
  );
}

const fires = { labels: { job: 'a', severity: 'page' }, annotations: { summary: 'a is down' } };

function at(minutes: number, alerts: readonly (typeof fires)[], alertname = 'Down'): readonly string[] {
  return run({ alerts: [{ time: minutes * MINUTE, alertname, alerts }] });
}

function annotated(annotations: Record<string, string>): UnitTest['alerts'] {
  return [{ time: 3 * MINUTE, alertname: 'Down', alerts: [{ ...fires, annotations }] }];
}

function ask(expr: string, samples: readonly { labels: string; value: string }[], isFuzzy = false): readonly string[] {
  return run({ isFuzzy, queries: [{ time: MINUTE, expr, samples }] });
}

describe('alerts', () => {
  test('fire when `for` is over, and not before', () => {
    expect(at(3, [fires])).toEqual([]);
    expect(at(2, [])).toEqual([]);
    expect(at(2, [fires])).toEqual(['alerts 0: Down at 2m: does not fire with {job="a", severity="page"}']);
    expect(at(3, [])).toEqual(['alerts 0: Down at 3m: fires with {job="a", severity="page"}, which is not expected']);
  });

  test('with another label or annotation: which', () => {
    expect(at(3, [{ ...fires, labels: { job: 'a', severity: 'ticket' } }])).toEqual([
      'alerts 0: Down at 3m: label severity is "page", "ticket" is expected',
    ]);
    expect(at(3, [{ ...fires, annotations: { summary: 'gone' } }])).toEqual([
      'alerts 0: Down at 3m: annotation summary is "a is down", "gone" is expected',
    ]);
  });

  test('annotations that a test does not name are not compared', () => {
    expect(run({ alerts: annotated({}) })).toEqual([]);
    expect(run({ alerts: annotated({ runbook: 'https://example.com' }) })).toEqual([
      'alerts 0: Down at 3m: annotation runbook is missing, "https://example.com" is expected',
    ]);
  });

  test('labels that are not compared may be left out or be others', () => {
    for (const severity of ['ticket', undefined]) {
      const labels = { job: 'a', ...(severity !== undefined && { severity }) };
      const alerts = [{ time: 3 * MINUTE, alertname: 'Down', alerts: [{ ...fires, labels }] }];
      expect(run({ alerts })).toHaveLength(1);
      expect(run({ alerts, ignoredLabels: ['severity'] })).toEqual([]);
    }
  });

  test('of a name that there is not', () => {
    for (const expected of [[fires], []]) {
      expect(at(3, expected, 'Downn')).toEqual(['alerts 0: Downn at 3m: there is no such alert (did you mean Down?)']);
      expect(at(3, expected, 'Elsewhere')).toEqual(['alerts 0: Elsewhere at 3m: there is no such alert']);
    }
  });
});

describe('queries', () => {
  test('see what was recorded', () => {
    const expected = [
      { labels: 'job:up:sum{job="a"}', value: '0' },
      { labels: 'job:up:sum{job="b"}', value: '1' },
    ];
    expect(ask('job:up:sum', expected)).toEqual([]);
    expect(ask('job:up:sum', expected.slice(1))).toEqual([
      'queries 0: job:up:sum at 1m: job:up:sum{job="a"} is 0, none is expected',
    ]);
    expect(ask('job:up:sum > 0', [{ labels: 'job:up:sum{job="b"}', value: '2' }])).toEqual([
      'queries 0: job:up:sum > 0 at 1m: job:up:sum{job="b"} is 1, 2 is expected',
    ]);
  });

  test('a series that is missing, a scalar, digits', () => {
    expect(ask('job:up:sum > 5', [{ labels: '{job="a"}', value: '1' }])).toEqual([
      'queries 0: job:up:sum > 5 at 1m: no {job="a"}, 1 is expected',
    ]);
    expect(ask('0.1 + 0.2', [{ labels: '{}', value: '0.3' }])).toEqual([
      "queries 0: 0.1 + 0.2 at 1m: {} is 0.30000000000000004, 0.3 is expected (only the last digits differ: 'fuzzy_compare: true' at the top of the file lets them, here and in promtool 3)",
    ]);
    expect(ask('0.1 + 0.2', [{ labels: '{}', value: '0.31' }])).toEqual([
      'queries 0: 0.1 + 0.2 at 1m: {} is 0.30000000000000004, 0.31 is expected',
    ]);
    expect(ask('0.1 + 0.2', [{ labels: '{}', value: '0.3' }], true)).toEqual([]);
    expect(ask('vector(NaN)', [{ labels: '{}', value: 'NaN' }])).toEqual([]);
  });

  test('a query that is none', () => {
    expect(ask('sum(', [])[0]).toContain('queries 0: sum( at 1m: ');
  });
});

test('series and rules that cannot be read are told, and nothing else', () => {
  expect(
    run({ series: [{ series: 'up{', values: '1' }], alerts: [{ time: 0, alertname: 'A', alerts: [fires] }] }),
  ).toEqual([expect.stringMatching(/^series 0: up\{/)]);
  expect(run({}, [{ name: 'g', rules: [{ alert: 'A', expr: 'up ==' }] }])).toEqual([
    expect.stringMatching(/^rules 0: .*rule A/),
  ]);
});
