import { expect, test } from 'vitest';
import { query } from '../fixtures/resources.ts';
import { datasourceRef, panelDatasource } from './datasource.ts';

const ask = (group: string, name = '') => query('A', 'up', { group, name }).spec.query;

test.each([
  ['prometheus', 'prom-1', { type: 'prometheus', uid: 'prom-1' }],
  ['prometheus', '', { type: 'prometheus' }],
  ['prometheus', '${datasource}', { type: 'prometheus', uid: '${datasource}' }],
  ['__expr__', '', { type: '__expr__', uid: '__expr__' }],
  ['grafana', '', { type: 'grafana', uid: '-- Grafana --' }],
  ['datasource', '-- Dashboard --', { type: 'datasource', uid: '-- Dashboard --' }],
  ['', '', {}],
])('a query of %s %j', (group, name, expected) => {
  expect(datasourceRef(ask(group, name))).toEqual(expected);
});

test.each([
  ['none', [], undefined],
  ['one', [ask('loki', 'l')], { type: 'loki', uid: 'l' }],
  ['the same twice', [ask('loki', 'l'), ask('loki', 'l')], { type: 'loki', uid: 'l' }],
  ['two of a type', [ask('loki', 'l'), ask('loki', 'm')], { type: 'datasource', uid: '-- Mixed --' }],
  ['one and an expression', [ask('__expr__'), ask('loki', 'l')], { type: 'loki', uid: 'l' }],
  ['one other panel', [ask('datasource', '-- Dashboard --')], { type: 'datasource', uid: '-- Dashboard --' }],
  [
    'two other panels',
    [ask('datasource', '-- Dashboard --'), ask('datasource', '-- Dashboard --')],
    { type: 'datasource', uid: '-- Mixed --' },
  ],
  ['only an expression', [ask('__expr__')], { type: '__expr__', uid: '__expr__' }],
])('a panel with queries of %s', (_, queries, expected) => {
  expect(panelDatasource(queries)).toEqual(expected);
});
