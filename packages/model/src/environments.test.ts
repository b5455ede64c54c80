import { describe, expect, test } from 'vitest';
import type { Config } from './environment.ts';
import { configProblems, ConfigError, environments } from './environments.ts';

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

test('every problem is named at once', () => {
  const wrong = { project: 'p', environments: { e: { labels: { a: 1 }, graphana: {} } } };
  expect(() => environments(JSON.parse(JSON.stringify(wrong)))).toThrow(ConfigError);
  expect(configProblems(wrong)).toEqual([
    'config.environments.e.labels.a is 1; label values are strings',
    "config.environments.e.graphana is not known; did you mean 'grafana'?",
  ]);
});

const one = (environment: unknown) => ({ project: 'p', environments: { e: environment } });

describe('a configuration that is wrong', () => {
  test.each<[unknown, string]>([
    [undefined, 'config is not an object'],
    [{ project: 'p' }, 'config.environments is missing'],
    [{ environments: { e: {} } }, 'config.project is missing'],
    [
      { project: 'p', environments: {} },
      'config.environments names no environment; write at least one, e.g. environments: { production: {} }',
    ],
    [
      { project: '../p', environments: { e: {} } },
      'config.project is "../p"; write a short name that can be a file name',
    ],
    [{ project: 'p', environments: { '..': {} } }, 'config.environments: the name ".." would leave its folder'],
    [{ ...one({}), include: 'a' }, 'config.include is not a list of strings'],
    [one([]), 'config.environments.e is not an object'],
    [
      one({ prometheus: { scrapeInterval: '30 s' } }),
      `config.environments.e.prometheus.scrapeInterval is "30 s"; write a Prometheus duration like '30s' or '15d'`,
    ],
    [
      one({ prometheus: { retention: '0s' } }),
      `config.environments.e.prometheus.retention is "0s"; write a Prometheus duration like '30s' or '15d'`,
    ],
    [
      one({ prometheus: { version: 'v3' } }),
      `config.environments.e.prometheus.version is "v3"; write a version like '3.5'`,
    ],
    [one({ grafana: { version: 13 } }), `config.environments.e.grafana.version is 13; write a version like '3.5'`],
    [
      one({ grafana: { url: 'grafana.local' } }),
      `config.environments.e.grafana.url is "grafana.local"; write an address like 'https://grafana.example.com'`,
    ],
    [one({ labels: { 'a-b': 'x' } }), 'config.environments.e.labels.a-b is not a label name'],
    [one({ datasources: { main: { type: 'prometheus' } } }), 'config.environments.e.datasources.main.uid is missing'],
    [
      one({ datasources: { $main: { uid: 'x', type: 'y' } } }),
      "config.environments.e.datasources.$main: a logical name cannot be empty or start with '$' or '-- '",
    ],
    [
      one({
        datasources: { a: { uid: '1', type: 'loki', default: true }, b: { uid: '2', type: 'loki', default: true } },
      }),
      'config.environments.e.datasources.b and config.environments.e.datasources.a are both the default of type loki; keep one',
    ],
  ])('%j', (config, problem) => {
    expect(configProblems(config)).toEqual([problem]);
  });
});
