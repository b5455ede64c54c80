import type { Resource } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { sampleData } from '../data/sample.ts';
import { NOON } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';

const MINUTE = 60_000;
const AT = { start: String((NOON - 30 * MINUTE) / 1000), end: String(NOON / 1000), step: '60' };

interface Answer {
  readonly status: string;
  readonly error?: string;
  readonly data?: {
    readonly resultType: string;
    readonly result: readonly {
      readonly stream: Readonly<Record<string, string>>;
      readonly metric: Readonly<Record<string, string>>;
      readonly value?: readonly [number, string];
      readonly values: readonly (readonly [number | string, string])[];
    }[];
  };
}

function logs(about: { readonly incidents?: readonly string[]; readonly beside?: readonly Resource[] } = {}) {
  const { incidents = [], beside = [] } = about;
  const data = sampleData({ seed: 1, incidents, now: () => NOON });
  data.use({ ...STATE, resources: [...STATE.resources, ...beside], beside });
  return (path: string, parameters: Readonly<Record<string, string>>): Answer => {
    const answer = data.answerOther?.({ system: 'loki', path, parameters: new URLSearchParams(parameters) });
    const body = answer?.body ?? {};
    return JSON.parse(typeof body === 'string' ? body : JSON.stringify(body)) as Answer;
  };
}

const query = (text: string, about = {}): Answer => logs(about)('query_range', { query: text, ...AT });
const lines = (answer: Answer): string[] =>
  (answer.data?.result ?? []).flatMap(({ values }) => values.map(([, line]) => line));
const total = (answer: Answer): number =>
  (answer.data?.result ?? []).flatMap(({ values }) => values).reduce((sum, [, value]) => sum + Number(value), 0);

describe('lines', () => {
  it('are there for the services, newest first, and the same every time', () => {
    const answer = query('{service="shop", level="error"}');
    expect(lines(answer).length).toBeGreaterThan(10);
    expect(lines(answer).every((line) => line.startsWith('level=error service=shop msg="request failed"'))).toBe(true);
    const times = answer.data?.result[0]?.values.map(([time]) => Number(time)) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(query('{service="shop", level="error"}')).toEqual(answer);
  });

  it('are filtered', () => {
    const all = lines(query('{service="shop"}', {}));
    expect(all).toHaveLength(1000);
    const failed = lines(query('{service="shop"} |= "status=503" !~ "timeout|refused"'));
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every((line) => line.includes('status=503') && !/timeout|refused/.test(line))).toBe(true);
  });

  it('are at most as many as asked for, the newest of all streams', () => {
    const answer = logs()('query_range', { query: '{service="shop"}', ...AT, limit: '7' });
    expect(lines(answer)).toHaveLength(7);
  });

  it('of no stream are none', () => {
    expect(query('{service="nobody"}').data).toEqual({ resultType: 'streams', result: [] });
  });
});

describe('numbers', () => {
  it('count the lines that a query of lines finds', () => {
    const end = { ...AT, limit: '100000' };
    const found = lines(logs()('query_range', { query: '{service="shop"} |= "slow"', ...end })).length;
    const counted = logs()('query_range', { query: 'sum(count_over_time({service="shop"} |= "slow" [30m]))', ...end });
    expect(Number(counted.data?.result[0]?.values.at(-1)?.[1])).toBe(found);
  });

  it('of one point in time are one for each series, as the last of a range', () => {
    const count = 'sum by (level) (count_over_time({service="shop"}[30m]))';
    const last = query(count).data?.result.map(({ metric, values }) => [metric, values.at(-1)?.[1]]);
    const answer = logs()('query', { query: count, time: AT.end });
    expect(answer.data?.resultType).toBe('vector');
    expect(answer.data?.result.map(({ metric, value }) => [metric, value?.[1]])).toEqual(last);
    expect(logs()('query', { query: '{service="shop"}', time: AT.end }).error).toBe(
      'lines are asked for over a time: choose a range query',
    );
  });

  it('are grouped, and divided', () => {
    const answer = query('sum by (level) (rate({service="shop"}[5m]))');
    expect(answer.data?.result.map(({ metric }) => metric)).toEqual(
      ['debug', 'error', 'info', 'warning'].map((level) => ({ level })),
    );
    const share = query('sum(rate({service="shop"} |= "error" [5m])) / sum(rate({service="shop"}[5m]))');
    const values = share.data?.result[0]?.values.map(([, value]) => Number(value)) ?? [];
    expect(values.every((value) => value > 0 && value < 0.5)).toBe(true);
  });

  it('of errors grow in an incident', () => {
    const errors = 'sum(count_over_time({service="shop", level="error"}[1m]))';
    expect(total(query(errors, { incidents: ['shop.errors'] }))).toBeGreaterThan(5 * total(query(errors)));
  });
});

it('what is not evaluated says so', () => {
  expect(query('{service="shop"} | json')).toEqual({
    status: 'error',
    errorType: 'bad_data',
    error:
      'sample logs know stream selectors, |= != |~ !~, and count_over_time, rate, bytes_over_time and bytes_rate of them; not "| json"',
  });
  expect(logs()('query_range', { query: '{service="shop"}', start: '0', end: AT.end }).error).toMatch(
    /choose a shorter one/,
  );
});

it('labels are those of the streams', () => {
  expect(logs()('label/level/values', { query: '{service="shop"}' })).toMatchObject({
    data: ['debug', 'error', 'info', 'warning'],
  });
  expect(logs()('labels', {})).toMatchObject({ data: expect.arrayContaining(['instance', 'service']) as unknown });
});

it('what a dashboard beside the project selects and looks for is there', () => {
  const expr = '{job="syslog", unit=~"ssh.+"} |= "PANIC"';
  const target = { refId: 'A', expr };
  const panels = [
    { id: 1, type: 'logs', title: 'Lines', datasource: { type: 'loki', uid: 'loki' }, targets: [target] },
  ];
  const spec = { title: 'Logs', schemaVersion: 42, panels };
  const board = { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', metadata: { name: 'logs' }, spec };
  expect(lines(query(expr, { beside: [board] })).length).toBeGreaterThan(0);
  expect(lines(query(expr))).toEqual([]);
});
