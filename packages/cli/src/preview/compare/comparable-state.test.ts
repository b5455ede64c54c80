import { environments, type Resource } from '@binnacle/model';
import type { ProjectState } from '@binnacle/preview';
import { expect, it } from 'vitest';
import { comparableState } from './comparable-state.ts';

function resource(kind: string, name: string, file: string): Resource {
  const spec = { title: name, schemaVersion: 42, panels: [] };
  return {
    apiVersion: 'dashboard.grafana.app/v1',
    kind,
    metadata: { name },
    spec,
    source: { origin: { file, line: 1, column: 1 } },
  };
}

function state(about: Partial<ProjectState>): ProjectState {
  const [environment] = environments({ project: 'shop', environments: { production: {} } });
  if (environment === undefined) throw new Error('an environment is made of its configuration');
  return { name: 'shop', environment, environments: [], resources: [], findings: [], root: '/shop', ...about };
}

it('files that are shown beside the project are in no other version of it', () => {
  const own = resource('Dashboard', 'own', '/shop/dashboards/own.ts');
  const beside = resource('Dashboard', 'beside', '/tmp/beside.json');
  expect(comparableState(state({ resources: [own, beside] }), ['/tmp/beside.json']).resources).toEqual([own]);
});

it('what is missing because it is wrong was not removed', () => {
  const finding = { rule: 'service/owner', severity: 'error', message: 'no owner' } as const;
  const shown = resource('Dashboard', 'shop', '/shop/dashboards/shop.ts');
  const { isLeftOut, notes } = comparableState(
    state({
      resources: [shown],
      findings: [
        { ...finding, resource: 'Service/shop' },
        { ...finding, resource: 'Dashboard/shop' },
        { ...finding, severity: 'warning', resource: 'Service/cart' },
      ],
    }),
    [],
  );
  expect(notes).toEqual(['not compared because of errors: Service/shop']);
  const left = ['Service/shop', 'Dashboard/shop', 'Service/cart'].map((id) => {
    const [kind = '', name = ''] = id.split('/');
    return isLeftOut(resource(kind, name, ''));
  });
  expect(left).toEqual([true, false, false]);
});

it('what is not well formed is compared on neither side', () => {
  const good = resource('Dashboard', 'good', '/shop/good.json');
  const bad = { ...resource('Dashboard', 'bad', '/shop/bad.json'), spec: { panels: 1 } };
  const { resources, notes, isLeftOut } = comparableState(state({ resources: [good, bad] }), []);
  expect(resources).toEqual([good]);
  expect(notes).toEqual(['not compared because of errors: Dashboard/bad']);
  expect(isLeftOut(bad)).toBe(true);
});
