import { expect, test } from 'vitest';
import type { Config } from './environment.ts';
import { ConfigError, environments } from './environments.ts';

test('what is left out gets the defaults of Prometheus and Grafana', () => {
  expect(environments({ project: 'shop', environments: { production: {} } })).toEqual([
    {
      name: 'production',
      grafana: { version: '13.0' },
      prometheus: {
        version: '3.5',
        features: [],
        scrapeInterval: '1m',
        evaluationInterval: '1m',
        retention: '15d',
        externalLabels: {},
      },
      datasources: { prometheus: { uid: 'prometheus', type: 'prometheus', default: true } },
      labels: {},
      destinations: {},
    },
  ]);
});

test('what is written stays, environments come sorted, an address loses its last slash', () => {
  const config: Config = {
    project: 'shop',
    environments: {
      staging: { prometheus: { version: '2.42' } },
      production: { grafana: { version: '12.1', url: 'https://grafana.example.com/sub/' }, labels: { env: 'prod' } },
    },
  };
  const [production, staging] = environments(config);
  expect(production).toMatchObject({ name: 'production', labels: { env: 'prod' } });
  expect(production?.grafana).toEqual({ version: '12.1', url: 'https://grafana.example.com/sub' });
  expect(staging?.prometheus).toMatchObject({ version: '2.42', scrapeInterval: '1m' });
});

test('the only datasource of a type is its default', () => {
  const datasources = {
    b: { uid: '2', type: 'loki' },
    a: { uid: '1', type: 'prometheus' },
    c: { uid: '3', type: 'loki' },
  };
  const [environment] = environments({ project: 'p', environments: { e: { datasources } } });
  expect(environment?.datasources).toEqual({ ...datasources, a: { uid: '1', type: 'prometheus', default: true } });
});

test('a setting computed to undefined is not set', () => {
  // @ts-expect-error -- a configuration in plain JavaScript may do this
  const [environment] = environments({ project: 'p', environments: { e: { prometheus: { retention: undefined } } } });
  expect(environment?.prometheus.retention).toBe('15d');
});

test('a wrong configuration throws one error that names every problem', () => {
  const wrong: Config = { project: '', environments: { e: { labels: { 'a-b': 'x' } } } };
  const problems = [
    'config.project is ""; write a short name that can be a file name',
    'config.environments.e.labels.a-b is not a label name',
  ];
  expect(() => environments(wrong)).toThrow(new ConfigError(problems));
});
