import { expect, test } from 'vitest';
import { query } from '../fixtures/resources.ts';
import { classicAnnotation } from './annotation.ts';

const deploys = {
  name: 'Deploys',
  enable: true,
  hide: false,
  iconColor: 'blue',
  query: query('A', 'changes(build_info[5m]) > 0').spec.query,
};

test('writes a query', () => {
  expect(classicAnnotation(deploys)).toEqual({
    name: 'Deploys',
    enable: true,
    hide: false,
    iconColor: 'blue',
    datasource: { type: 'prometheus', uid: 'prom-1' },
    target: { expr: 'changes(build_info[5m]) > 0' },
  });
});

test('writes what plugins keep beside the query, filters, mappings and placement', () => {
  const rest = {
    filter: { exclude: true, ids: [1, 2] },
    mappings: { text: { source: 'field', value: 'version' } },
    placement: 'inControlsMenu',
  } as const;
  expect(
    classicAnnotation({ ...deploys, ...rest, legacyOptions: { titleFormat: '{{version}}', name: 'ignored' } }),
  ).toMatchObject({
    ...rest,
    name: 'Deploys',
    titleFormat: '{{version}}',
  });
});

test('writes Grafana’s own annotations', () => {
  const builtIn = {
    ...deploys,
    builtIn: true,
    query: { kind: 'DataQuery', group: 'grafana', version: 'v0', spec: {} },
  } as const;
  expect(classicAnnotation(builtIn)).toEqual({
    name: 'Deploys',
    enable: true,
    hide: false,
    iconColor: 'blue',
    builtIn: 1,
    type: 'dashboard',
    datasource: { type: 'grafana', uid: '-- Grafana --' },
  });
});
