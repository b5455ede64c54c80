import { describe, expect, it } from 'vitest';
import { counter } from '../../metrics/counter.ts';
import { rate } from '../../query/rate.ts';
import { datasourceOf } from './datasource.ts';
import { legendLabels } from './legend.ts';
import { loki } from './loki.ts';
import { query } from './query.ts';
import { mysql, postgres } from './sql.ts';
import { staticTable } from './static-table.ts';
import { tempo } from './tempo.ts';

const requests = counter('shop_requests_total', { help: 'Requests.', unit: 'requests' });

it('a query is its PromQL', () => {
  expect(query(rate(requests), { interval: '1m', exemplar: true }).spec).toEqual({
    expr: 'rate(shop_requests_total[$__rate_interval])',
    editorMode: 'code',
    interval: '1m',
    exemplar: true,
  });
});

it('a number is a query too', () => {
  expect(query(0.5).spec).toMatchObject({ expr: '0.5' });
});

it('LogQL and TraceQL are taken as they are', () => {
  expect(loki('{a="b"}').spec).toMatchObject({ expr: '{a="b"}', queryType: 'range' });
  expect(tempo('{}').spec).toMatchObject({ query: '{}', queryType: 'traceql', filters: [] });
});

it('SQL names its plugin and columns', () => {
  expect(mysql('SELECT a FROM t')).toMatchObject({ plugin: 'mysql', columns: ['a'], spec: { rawQuery: true } });
  expect(postgres('SELECT * FROM t', { columns: ['a'] })).toMatchObject({
    plugin: 'grafana-postgresql-datasource',
    columns: ['a'],
  });
});

describe('staticTable', () => {
  it('is CSV, quoted where it must be', () => {
    expect(staticTable(['id', 'title'], [[1, 'a, "b"']]).spec).toEqual({
      scenarioId: 'csv_content',
      csvContent: 'id,title\n1,"a, ""b"""',
    });
  });

  it('refuses uneven rows', () => {
    expect(() => staticTable(['id', 'title'], [[1]])).toThrow('a row of the table has 1 cells and not 2: 1');
  });
});

describe('datasourceOf', () => {
  it('is the dashboard’s variable, unless the query names one', () => {
    expect(datasourceOf('prometheus', undefined)).toEqual({ name: '${datasource}' });
    expect(datasourceOf('prometheus', 'longterm')).toEqual({ name: 'longterm' });
    expect(datasourceOf('acme-things-datasource', undefined)).toEqual({ name: '${acme_things_datasource}' });
  });

  it('is fixed for what Grafana provides', () => {
    expect(datasourceOf('__expr__', undefined)).toEqual({ name: '__expr__' });
    expect(datasourceOf('grafana-testdata-datasource', undefined)).toBeUndefined();
  });
});

it('a legend names its labels in order', () => {
  expect(legendLabels('{{code}} of {{ route }}')).toEqual(['code', 'route']);
});
