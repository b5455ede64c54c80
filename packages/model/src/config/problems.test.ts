import { describe, expect, test } from 'vitest';
import { configProblems } from './problems.ts';

const one = (environment: unknown) => ({ project: 'p', environments: { e: environment } });

test('every problem is named at once', () => {
  expect(configProblems(one({ labels: { a: 1 }, graphana: {} }))).toEqual([
    'config.environments.e.labels.a is 1; label values are strings',
    "config.environments.e.graphana is not known; did you mean 'grafana'?",
  ]);
});

test.each([{ grafana: { version: '10' } }, { grafana: { version: '99.1' } }, { prometheus: { version: '3.99' } }])(
  '%j is a version we have no reason to refuse',
  (environment) => {
    expect(configProblems(one(environment))).toEqual([]);
  },
);

test.each(['mysql', 'mssql', 'grafana-postgresql-datasource', 'shop-promethius-datasource', 'y'])(
  '%s may be a plugin of data sources',
  (type) => {
    expect(configProblems(one({ datasources: { main: { uid: 'x', type } } }))).toEqual([]);
  },
);

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
    [
      one({ grafana: { version: 'banana' } }),
      `config.environments.e.grafana.version is "banana"; write a version like '12.4'`,
    ],
    [
      one({ grafana: { version: 13 } }),
      `config.environments.e.grafana.version is the number 13; write it in quotes: '13'`,
    ],
    [
      one({ prometheus: { version: 3.5 } }),
      `config.environments.e.prometheus.version is the number 3.5; write it in quotes: '3.5'`,
    ],
    [
      one({ grafana: { version: '9.0' } }),
      `config.environments.e.grafana.version is "9.0", which is not supported; write 10 or newer`,
    ],
    [
      one({ grafana: { url: 'grafana.local' } }),
      `config.environments.e.grafana.url is "grafana.local"; write an address like 'https://grafana.example.com'`,
    ],
    [one({ labels: { 'a-b': 'x' } }), 'config.environments.e.labels.a-b is not a label name'],
    [one({ datasources: { main: { type: 'prometheus' } } }), 'config.environments.e.datasources.main.uid is missing'],
    [
      one({ datasources: { main: { uid: 'x', type: 'promethius' } } }),
      `config.environments.e.datasources.main.type is "promethius", which is no data source plugin; did you mean 'prometheus'?`,
    ],
    [
      one({ datasources: { main: { uid: 'x', type: '' } } }),
      `config.environments.e.datasources.main.type is ""; write a plugin id like 'prometheus'`,
    ],
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
