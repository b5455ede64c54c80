import { compareResources, type QueryComparison, type Resource } from '@binnacle/model';
import { expect, it } from 'vitest';
import { ruleChanges } from './rule-changes.ts';

const queries: QueryComparison = (before, after) => (before === after ? undefined : [{ before, after }]);
const alert = (name: string, expr: string, time: string): object => ({
  alert: name,
  expr,
  for: time,
  labels: { severity: 'page' },
});

function rules(...of: readonly object[]): Resource {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'shop' },
    spec: { groups: [{ name: 'shop', rules: of }] },
  };
}

function compared(before: Resource, after: Resource): ReturnType<typeof ruleChanges> {
  return ruleChanges(before, after, { differences: compareResources(before, after, queries), queries });
}

it('an alert that changed has its words, and its expression only where that is another', () => {
  const same = alert('Same', 'up == 0', '5m');
  expect(compared(rules(same, alert('Late', 'a > 1', '5m')), rules(same, alert('Late', 'a > 1', '10m')))).toEqual([
    {
      kind: 'alert',
      subject: 'alert Late',
      change: 'changed',
      said: [{ text: 'for 5m → 10m', consequence: 'pages 5 minutes later', reach: 'pager' }],
    },
  ]);
  expect(compared(rules(alert('Late', 'a > 1', '5m')), rules(alert('Late', 'a > 2', '5m')))).toMatchObject([
    { query: { label: 'Expression', before: 'a > 1', after: 'a > 2' } },
  ]);
});

it('alerts and records that come and go', () => {
  const record = { record: 'job:a:rate5m', expr: 'rate(a[5m])' };
  expect(compared(rules(alert('Gone', 'b', '1m')), rules(record))).toMatchObject([
    { kind: 'alert', subject: 'alert Gone', change: 'removed', query: { before: 'b' } },
    { kind: 'record', subject: 'record job:a:rate5m', change: 'added', query: { after: 'rate(a[5m])' } },
  ]);
});

it('of two alerts of one name each has its own', () => {
  const ticket = { ...alert('Errors', 'a > 1', '5m'), labels: { severity: 'ticket' } };
  const page = alert('Errors', 'a > 5', '5m');
  expect(compared(rules(ticket, page), rules(ticket, { ...page, expr: 'a > 6' }))).toMatchObject([
    { subject: 'alert Errors (page)', query: { before: 'a > 5', after: 'a > 6' } },
  ]);
});
