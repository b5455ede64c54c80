import { expect, test } from 'vitest';
import type { Resource } from '../resource.ts';
import { diff } from './diff.ts';
import { type Difference, sameText } from './difference.ts';
import { summarise, summaryText } from './summary.ts';

const folder = (name: string, title: string): Resource => ({
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name },
  spec: { title },
});
const alert = (name: string, severity = 'page') => ({ alert: name, expr: `${name} > 1`, labels: { severity } });
const record = (name: string) => ({ record: name, expr: `sum(${name})` });
const rules = (name: string, ...all: readonly object[]): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name },
  spec: { groups: [{ name: 'g', rules: all }] },
});
const dashboard = (name: string, ...panels: readonly string[]): Resource => ({
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name },
  spec: { title: name, panels: panels.map((title, id) => ({ id, title, type: 'text', options: { content: title } })) },
});

/** A diff as a reader sees it: each resource and what changed in it, and the summary at the end. */
function drawn(before: readonly Resource[], after: readonly Resource[]): string[] {
  const changes = diff(before, after, sameText);
  const lines = changes.flatMap(({ id, verdict, differences }) => [
    `${verdict} ${id}`,
    ...differences.map(({ subject, text }) => `  ${subject === undefined ? '' : `${subject}: `}${text}`),
  ]);
  return [...lines, summaryText(summarise(changes))];
}

test('the same resources in another order', () => {
  expect(drawn([folder('a', 'A'), folder('b', 'B')], [folder('b', 'B'), folder('a', 'A')])).toEqual(['no changes']);
});

test('resources that come, go and change, sorted', () => {
  expect(drawn([folder('c', 'Old'), folder('b', 'B')], [folder('c', 'New'), folder('a', 'Quite another')])).toEqual([
    'create Folder/a',
    'delete Folder/b',
    'update Folder/c',
    '  title Old → New',
    '1 folder changed; 1 folder added; 1 folder removed',
  ]);
});

test('rules that come and go are told one by one', () => {
  expect(drawn([], [rules('shop', alert('Down'), record('job:up'))])).toEqual([
    'create PrometheusRule/shop',
    '  alert Down: added: severity page',
    '  record job:up: added: `sum(job:up)`',
    '1 alert and 1 record added; 1 alert now pages',
  ]);
  expect(drawn([rules('shop', alert('Down', 'ticket'))], [])).toEqual([
    'delete PrometheusRule/shop',
    '  alert Down: removed',
    '1 alert removed',
  ]);
});

test('a resource by another name', () => {
  expect(drawn([dashboard('shop', 'A', 'B', 'C')], [dashboard('till', 'A', 'B', 'D')])).toEqual([
    'rename Dashboard/till',
    '  renamed from shop',
    '  panel D: renamed from C',
    '  panel D: content C → D',
    '  title shop → till',
    '1 dashboard renamed',
  ]);
});

test('a summary in the words of the domain', () => {
  const before = [dashboard('a', 'A', 'B'), dashboard('b', 'A'), rules('shop', alert('Down', 'ticket'), alert('Slow'))];
  const after = [
    dashboard('a', 'A'),
    { ...dashboard('b', 'A'), spec: { title: 'Other', panels: [{ id: 0, title: 'A', type: 'text' }] } },
    rules('shop', alert('Down'), alert('Slow')),
  ];
  expect(drawn(before, after).at(-1)).toBe('1 alert and 2 dashboards changed; 1 panel removed; 1 alert now pages');
});

test('a summary counts alerts that page sooner or later, each once', () => {
  const stuck = { ...alert('Stuck'), for: '10m' };
  const slow = { ...alert('Slow'), for: '10m' };
  const ticket = { ...alert('Ticket', 'ticket'), for: '10m' };
  const after = [
    { ...stuck, for: '2m' },
    { ...slow, for: '1h' },
    { ...ticket, for: '1m' },
  ];
  expect(drawn([rules('shop', stuck, slow, ticket)], [rules('shop', ...after)]).at(-1)).toBe(
    '3 alerts changed; 1 alert pages sooner; 1 alert pages later',
  );
  const twice: Difference[] = ['expr', 'for'].map((key) => ({
    path: `/spec/groups/0/rules/1/${key}`,
    subject: 'alert Stuck',
    change: 'changed',
    text: '',
    reach: 'pager',
    paging: 'sooner',
  }));
  const summary = summarise([{ id: 'PrometheusRule/shop', verdict: 'update', differences: twice }]);
  expect(summaryText(summary)).toBe('1 alert changed; 1 alert pages sooner');
});
