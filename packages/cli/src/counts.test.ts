import type { Resource } from '@binnacle/model';
import { expect, it } from 'vitest';
import { countsOf } from './counts.ts';

function resource(kind: string, apiVersion: string, spec: unknown): Resource {
  return { apiVersion, kind, metadata: { name: 'x' }, spec };
}
const rules = (spec: unknown): Resource => resource('PrometheusRule', 'monitoring.coreos.com/v1', spec);

it('counts dashboards, services, alerts and records', () => {
  const groups = [
    {
      name: 'g',
      rules: [
        { alert: 'A', expr: '1' },
        { record: 'r', expr: '1' },
        { record: 's', expr: '1' },
      ],
    },
  ];
  const resources = [
    resource('Dashboard', 'v', {}),
    resource('Service', 'v', {}),
    rules({ groups }),
    resource('Folder', 'v', {}),
  ];
  expect(countsOf(resources)).toEqual({ dashboards: 1, alerts: 1, records: 2, services: 1 });
});

it('counts health checks where there are some', () => {
  expect(countsOf([resource('HealthCheck', 'v', {})])).toMatchObject({ dashboards: 0, healthChecks: 1 });
});

it.each([{}, { groups: 3 }, { groups: [null] }, { groups: [{ rules: {} }] }])(
  'reads what it can of malformed rules: %j',
  (spec) => {
    expect(countsOf([rules(spec)])).toEqual({ dashboards: 0, alerts: 0, records: 0, services: 0 });
  },
);
