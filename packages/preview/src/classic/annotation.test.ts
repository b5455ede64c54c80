import { expect, it } from 'vitest';
import { annotationsOf } from './annotation.ts';
import { contextOf } from './context.ts';

function converted(...list: readonly object[]): readonly unknown[] {
  const dashboard = { annotations: { list } };
  return annotationsOf(
    dashboard,
    contextOf(dashboard, () => undefined),
  );
}

it('Grafana’s own', () => {
  expect(
    converted({
      builtIn: 1,
      datasource: '-- Grafana --',
      enable: true,
      hide: true,
      name: 'Annotations & Alerts',
      type: 'dashboard',
    }),
  ).toEqual([
    {
      kind: 'AnnotationQuery',
      spec: {
        builtIn: true,
        enable: true,
        hide: true,
        iconColor: 'rgba(0, 211, 255, 1)',
        name: 'Annotations & Alerts',
        query: { kind: 'DataQuery', group: 'grafana', version: 'v0', datasource: { name: '-- Grafana --' }, spec: {} },
      },
    },
  ]);
});

it('one whose query lies in the annotation itself', () => {
  const written = {
    name: 'Deploys',
    datasource: { type: 'prometheus', uid: 'p' },
    enable: false,
    expr: 'changes(a[5m])',
    titleFormat: '{{b}}',
  };
  expect(converted(written)).toMatchObject([
    {
      spec: {
        enable: false,
        query: { group: 'prometheus', datasource: { name: 'p' }, spec: { expr: 'changes(a[5m])' } },
        legacyOptions: { expr: 'changes(a[5m])', titleFormat: '{{b}}' },
      },
    },
  ]);
});

it('one with a target, a filter and mappings', () => {
  const rest = { filter: { exclude: true, ids: [1] }, mappings: { text: { source: 'field', value: 'v' } } };
  expect(converted({ name: 'A', target: { expr: 'up' }, ...rest })).toMatchObject([
    { spec: { ...rest, query: { spec: { expr: 'up' } } } },
  ]);
});
