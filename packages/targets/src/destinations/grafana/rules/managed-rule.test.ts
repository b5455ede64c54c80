import type { AlertRule, RecordingRule } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { managedRule, prometheusRule, type RuleProfile } from './managed-rule.ts';

const profile: RuleProfile = {
  place: { namespace: 'f', name: 'g' },
  asked: 'prom-1',
  isLogql: false,
  recordedIn: 'prom-1',
  organisation: 1,
  owner: 'shop/production',
};
const down: AlertRule = {
  alert: 'Down',
  expr: 'up == 0',
  for: '5m',
  keep_firing_for: '1h30m',
  labels: { severity: 'page' },
  annotations: { summary: '{{ $labels.job }} is {{ $value }}' },
};

const uid = (rule: AlertRule, over: Partial<RuleProfile> = {}) => managedRule(rule, { ...profile, ...over })['uid'];
const title = (labels: Record<string, string>) => managedRule({ record: 'm', expr: 'up', labels }, profile)['title'];

test('an alert fires for whatever its query returns, and no data is no alert', () => {
  expect(managedRule(down, profile)).toMatchObject({
    title: 'Down',
    folderUID: 'f',
    ruleGroup: 'g',
    condition: 'B',
    noDataState: 'OK',
    execErrState: 'Error',
    for: '5m',
    keep_firing_for: '1h30m',
    labels: { severity: 'page' },
    annotations: { summary: '{{ $labels.job }} is {{ $values.A.Value }}' },
    data: [
      { refId: 'A', datasourceUid: 'prom-1', model: { expr: 'up == 0', instant: true } },
      {
        refId: 'B',
        datasourceUid: '__expr__',
        model: { type: 'math', expression: 'is_number($A) || is_nan($A) || is_inf($A)' },
      },
    ],
  });
});

test('a rule of Loki asks it at one instant, and records into Prometheus', () => {
  const record: RecordingRule = { record: 'job:errors:rate5m', expr: 'sum by (job) (rate({app="a"} |= "error" [5m]))' };
  expect(managedRule(record, { ...profile, asked: 'loki-1', isLogql: true })).toMatchObject({
    data: [{ queryType: 'instant', datasourceUid: 'loki-1', model: { queryType: 'instant' } }],
    record: { metric: 'job:errors:rate5m', from: 'A', target_datasource_uid: 'prom-1' },
  });
});

test('a rule keeps its uid while it keeps its title and its place', () => {
  expect(uid({ ...down, expr: 'up == 1' })).toBe(uid(down));
  for (const other of [
    uid({ ...down, alert: 'Up' }),
    uid(down, { place: { namespace: 'f', name: 'h' } }),
    uid(down, { owner: 'bank/production' }),
  ]) {
    expect(other).not.toBe(uid(down));
  }
});

test('two records of one metric with different labels have different titles', () => {
  expect(title({ a: '1' })).toMatch(/^m \([0-9a-f]{8}\)$/);
  expect(title({ a: '1' })).not.toBe(title({ a: '2' }));
});

describe('read back', () => {
  test.each<[string, AlertRule | RecordingRule]>([
    ['an alert', down],
    ['a bare alert', { alert: 'Down', expr: 'up == 0' }],
    ['a record', { record: 'm', expr: 'up', labels: { a: '1' } }],
  ])('%s is as it was', (_name, rule) => {
    const server = {
      ...managedRule(rule, profile),
      id: 7,
      updated: 'now',
      provenance: 'api',
      notification_settings: null,
    };
    expect(prometheusRule(server, profile)).toEqual(rule);
    expect(prometheusRule({ ...server, for: 'for' in rule ? '300s' : '0s' }, profile)).not.toHaveProperty('grafana');
  });

  test.each([
    ['paused', { isPaused: true }],
    ['another condition', { condition: 'A' }],
    ['another answer to no data', { noDataState: 'Alerting' }],
    ['another receiver', { notification_settings: { receiver: 'me' } }],
    ['a query more', { data: [...(managedRule(down, profile)['data'] as object[]), { refId: 'C' }] }],
  ])('%s shows', (_name, edit) => {
    expect(prometheusRule({ ...managedRule(down, profile), ...edit }, profile)).toHaveProperty('grafana');
  });
});
