import type { Environment } from '@binnacle/model';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeGrafana } from '../../fake-grafana/fake-grafana.ts';
import { production } from '../../fixtures/environment.ts';
import { connectTo } from '../../fixtures/grafana-server.ts';
import { dashboard, folder, panel, query } from '../../fixtures/resources.ts';
import { datasourcesIn } from './datasources.ts';

test('datasources of both shapes: queries, panels, annotations and datasource variables', () => {
  const v2 = {
    annotations: [{ spec: { query: { datasource: { name: 'loki-1' } } } }],
    elements: {
      a: { spec: { data: { spec: { queries: [{ spec: { query: { datasource: { name: 'prom-1' } } } }] } } } },
    },
    variables: [{ kind: 'DatasourceVariable', spec: { name: 'ds', current: { text: 'P', value: 'prom-2' } } }],
  };
  const classic = {
    panels: [{ datasource: { type: 'prometheus', uid: 'prom-1' }, targets: [{ datasource: { uid: '${ds}' } }] }],
    templating: {
      list: [
        { type: 'datasource', current: { value: 'prom-2' } },
        { type: 'query', current: { value: 'no-datasource' } },
      ],
    },
  };
  expect([...datasourcesIn(v2)].toSorted()).toEqual(['loki-1', 'prom-1', 'prom-2']);
  expect([...datasourcesIn(classic)].toSorted()).toEqual(['${ds}', 'prom-1', 'prom-2']);
});

const withDatasource = async (uid: string) => {
  const fake = await createFakeGrafana();
  const environment: Environment = {
    ...production,
    datasources: { metrics: { uid, type: 'prometheus', default: true } },
  };
  const connection = await connectTo({ url: fake.url, token: 'test-token' }, 'shop', {}, { environment });
  onTestFinished(async () => {
    await connection.close();
    await fake.close();
  });
  return connection;
};
const asking = (name: string) =>
  dashboard('checkout', {
    elements: {
      up: panel(1, {
        data: {
          kind: 'QueryGroup',
          spec: { queries: [query('A', 'up', { name })], transformations: [], queryOptions: {} },
        },
      }),
    },
  });

describe('datasources', () => {
  test('may be given by the name they have on the server', async () => {
    const { resources, diagnostics } = (await withDatasource('Prometheus')).desired([asking('Prometheus')]);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(resources)).toContain('"datasource":{"name":"prom-1"}');
  });

  test('that the server does not have are an error, with the nearest name, where something asks them', async () => {
    const connection = await withDatasource('prom-2');
    expect(connection.desired([folder('a', 'A')]).diagnostics).toEqual([]);
    expect(connection.desired([asking('prom-2')]).diagnostics).toEqual([
      {
        rule: 'target/grafana',
        severity: 'error',
        message:
          "Grafana has no datasource with the uid or name 'prom-2', which environments.production.datasources.metrics names",
        fix: "did you mean 'prom-1'?",
      },
    ]);
  });
});
