import { describe, expect, test } from 'vitest';
import { environments } from '../environments.ts';
import type { EnvironmentConfig } from '../environment.ts';
import { valueAt } from '../pointer.ts';
import type { Metadata, Resource } from '../resource.ts';
import { resolve } from './resolve.ts';

const PRODUCTION: EnvironmentConfig = {
  grafana: { url: 'https://grafana.example.com' },
  labels: { env: 'prod' },
  datasources: {
    metrics: { uid: 'mimir-1', type: 'prometheus', default: true },
    longterm: { uid: 'thanos-1', type: 'prometheus' },
    logs: { uid: 'loki-1', type: 'loki' },
  },
};

function resolved(resources: Resource[], written: EnvironmentConfig = PRODUCTION) {
  const [environment] = environments({ project: 'p', environments: { e: written } });
  if (environment === undefined) throw new Error('no environment');
  return resolve(resources, environment);
}

const query = (name?: string, group = 'prometheus') => ({
  kind: 'DataQuery',
  group,
  version: 'v0',
  ...(name !== undefined && { datasource: { name } }),
  spec: { expr: 'up' },
});

function dashboard(spec: object, metadata: Partial<Metadata> = {}): Resource {
  const empty = { annotations: [], elements: {}, layout: { kind: 'GridLayout', spec: { items: [] } }, variables: [] };
  return {
    apiVersion: 'dashboard.grafana.app/v2',
    kind: 'Dashboard',
    metadata: { name: 'checkout', ...metadata },
    spec: { ...empty, ...spec },
  };
}

const panel = (inner: object) => ({
  kind: 'Panel',
  spec: {
    title: 'Rate',
    data: { kind: 'QueryGroup', spec: { queries: [{ kind: 'PanelQuery', spec: { refId: 'A', query: inner } }] } },
  },
});
const PANEL_QUERY = '/spec/elements/a/spec/data/spec/queries/0/spec/query';

describe('datasources of a v2 dashboard', () => {
  test.each([
    ['metrics', 'mimir-1'],
    ['longterm', 'thanos-1'],
    ['thanos-1', 'thanos-1'],
    ['${datasource}', '${datasource}'],
    ['$ds', '$ds'],
    ['-- Mixed --', '-- Mixed --'],
    [undefined, 'mimir-1'],
  ])('%s becomes %s', (name, uid) => {
    const { resources, diagnostics } = resolved([dashboard({ elements: { a: panel(query(name)) } })]);
    expect(diagnostics).toEqual([]);
    expect(valueAt(resources[0], `${PANEL_QUERY}/datasource/name`)).toBe(uid);
  });

  test('a query of a type without default keeps having none', () => {
    const { resources } = resolved([dashboard({ elements: { a: panel(query(undefined, 'tempo')) } })]);
    expect(valueAt(resources[0], PANEL_QUERY)).toEqual(query(undefined, 'tempo'));
  });

  test('an unknown name is an error that knows the panel and the names there are', () => {
    const { resources, diagnostics } = resolved([dashboard({ elements: { a: panel(query('metrcis')) } })]);
    expect(diagnostics).toEqual([
      {
        rule: 'resource/unknown-reference',
        severity: 'error',
        message: "no datasource 'metrcis' in this environment",
        path: `${PANEL_QUERY}/datasource/name`,
        fix: "did you mean 'metrics'?",
        subject: 'Rate',
        resource: 'Dashboard/checkout',
      },
    ]);
    expect(valueAt(resources[0], `${PANEL_QUERY}/datasource/name`)).toBe('metrcis');
  });

  test.each([
    ['zzzzz', 'write one of: logs, longterm, metrics, or declare it under environments.e.datasources'],
    ['metrcis', "did you mean 'metrics'?"],
  ])('what to write for %s', (name, fix) => {
    expect(resolved([dashboard({ elements: { a: panel(query(name)) } })]).diagnostics[0]?.fix).toBe(fix);
  });

  test('annotations and variables are resolved, in rows and tabs too', () => {
    const adhoc = { kind: 'AdhocVariable', group: 'prometheus', datasource: { name: 'longterm' }, spec: { name: 'f' } };
    const values = { kind: 'QueryVariable', spec: { name: 'v', query: query('metrics') } };
    const grid = { kind: 'GridLayout', spec: { items: [] } };
    const row = { kind: 'RowsLayoutRow', spec: { layout: grid, variables: [values] } };
    const tab = {
      kind: 'TabsLayoutTab',
      spec: { layout: { kind: 'RowsLayout', spec: { rows: [row] } }, variables: [adhoc] },
    };
    const { resources } = resolved([
      dashboard({
        annotations: [{ kind: 'AnnotationQuery', spec: { name: 'deploys', query: query('logs', 'loki') } }],
        variables: [adhoc, values],
        layout: { kind: 'TabsLayout', spec: { tabs: [tab] } },
      }),
    ]);
    const at = (path: string) => valueAt(resources[0], `/spec${path}`);
    expect(at('/annotations/0/spec/query/datasource/name')).toBe('loki-1');
    expect(at('/variables/0/datasource/name')).toBe('thanos-1');
    expect(at('/variables/1/spec/query/datasource/name')).toBe('mimir-1');
    expect(at('/layout/spec/tabs/0/spec/variables/0/datasource/name')).toBe('thanos-1');
    expect(at('/layout/spec/tabs/0/spec/layout/spec/rows/0/spec/variables/0/spec/query/datasource/name')).toBe(
      'mimir-1',
    );
  });

  test.each([
    ['', 'prometheus', { text: 'metrics', value: 'mimir-1' }],
    ['default', 'prometheus', { text: 'metrics', value: 'mimir-1' }],
    ['longterm', 'prometheus', { text: 'x', value: 'thanos-1' }],
    ['', 'tempo', { text: 'x', value: '' }],
  ])('a datasource variable set to %j of %s becomes %o', (value, pluginId, current) => {
    const variable = { kind: 'DatasourceVariable', spec: { name: 'ds', pluginId, current: { text: 'x', value } } };
    const { resources } = resolved([dashboard({ variables: [variable] })]);
    expect(valueAt(resources[0], '/spec/variables/0/spec/current')).toEqual(current);
  });

  test.each([
    ['tempo', ['declare one under environments.e.datasources']],
    ['promethius', ["declare one under environments.e.datasources, where 'prometheus' is declared"]],
    ['prometheus', []],
  ])('a datasource variable of type %s', (pluginId, fixes) => {
    const variable = { kind: 'DatasourceVariable', spec: { name: 'ds', pluginId, current: { text: '', value: '' } } };
    const { diagnostics } = resolved([dashboard({ variables: [variable] })]);
    expect(diagnostics.map(({ severity, fix }) => [severity, fix])).toEqual(fixes.map((fix) => ['warning', fix]));
    expect(diagnostics.map(({ message }) => message)).toEqual(
      fixes.map(() => `variable ds lists nothing: no datasource of type '${pluginId}' in this environment`),
    );
  });

  test('the resources that came in stay as they were', () => {
    const before = dashboard({ elements: { a: panel(query('metrics')) } });
    const copy = structuredClone(before);
    resolved([before]);
    expect(before).toEqual(copy);
  });
});

const target = (uid: string) => ({ refId: 'A', expr: 'up', datasource: { type: 'prometheus', uid } });

test('a classic dashboard gets uids for the logical names it uses and keeps all others', () => {
  const spec = {
    panels: [
      { type: 'stat', datasource: { uid: 'longterm' }, targets: [target('metrics'), target('my-own-uid')] },
      { type: 'row', panels: [{ type: 'stat', targets: [target('${ds}')] }] },
    ],
    annotations: { list: [{ name: 'deploys', datasource: { uid: 'logs' } }] },
    templating: { list: [{ type: 'datasource', name: 'ds', query: 'prometheus' }] },
  };
  const { resources, diagnostics } = resolved([{ ...dashboard({}), apiVersion: 'dashboard.grafana.app/v1', spec }]);
  const at = (path: string) => valueAt(resources[0], `/spec${path}`);
  expect(diagnostics).toEqual([]);
  expect(at('/panels/0/datasource/uid')).toBe('thanos-1');
  expect(at('/panels/0/targets/0/datasource')).toEqual({ type: 'prometheus', uid: 'mimir-1' });
  expect(at('/panels/0/targets/1/datasource/uid')).toBe('my-own-uid');
  expect(at('/panels/1/panels/0/targets/0/datasource/uid')).toBe('${ds}');
  expect(at('/annotations/list/0/datasource/uid')).toBe('loki-1');
  expect(at('/templating/list/0/current')).toEqual({ text: 'metrics', value: 'mimir-1' });
});

const rules = (service?: string): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'checkout', ...(service !== undefined && { labels: { 'binnacle.dev/service': service } }) },
  spec: {
    groups: [
      {
        name: 'g',
        rules: [
          { alert: 'A', expr: 'up == 0', labels: { severity: 'page', env: 'own' } },
          { alert: 'B', expr: 'up == 0', annotations: { dashboard_url: 'https://mine' } },
          { record: 'a:b', expr: 'b' },
        ],
      },
    ],
  },
});
const RULES = '/spec/groups/0/rules';

test('rules get the labels of the environment, and keep their own', () => {
  const { resources } = resolved([rules()]);
  expect(valueAt(resources[0], `${RULES}/0/labels`)).toEqual({ severity: 'page', env: 'own' });
  expect(valueAt(resources[0], `${RULES}/2/labels`)).toEqual({ env: 'prod' });
});

const of = (service: string) => ({ 'binnacle.dev/service': service });

const url = (all: Resource[], alert: number, written?: EnvironmentConfig) =>
  valueAt(resolved(all, written).resources[0], `${RULES}/${alert}/annotations/dashboard_url`);

describe('alerts link to the dashboard of their service', () => {
  const boards = [
    dashboard({}, { name: 'b', labels: of('checkout') }),
    dashboard({}, { name: 'a', labels: of('checkout') }),
    dashboard({}, { name: '0', labels: of('invoices') }),
  ];
  const main = dashboard({}, { name: 'z', labels: of('checkout'), annotations: { 'binnacle.dev/main': 'true' } });

  test('the first by name', () => {
    expect(url([rules('checkout'), ...boards], 0)).toBe('https://grafana.example.com/d/a');
  });

  test('the one marked as main', () => {
    expect(url([rules('checkout'), ...boards, main], 0)).toBe('https://grafana.example.com/d/z');
    expect(url([rules('checkout'), main, ...boards], 0)).toBe('https://grafana.example.com/d/z');
  });

  test('but not where they link themselves, have no service, or Grafana has no address', () => {
    expect(url([rules('checkout'), ...boards], 1)).toBe('https://mine');
    expect(url([rules(), ...boards], 0)).toBeUndefined();
    expect(url([rules('checkout'), ...boards], 0, {})).toBeUndefined();
    expect(url([rules('checkout'), ...boards], 2)).toBeUndefined();
  });
});

const inside = (name: string, folder: string, title?: string) =>
  dashboard(
    {},
    {
      name,
      annotations: {
        'grafana.app/folder': folder,
        ...(title !== undefined && { 'binnacle.dev/folder-title': title }),
      },
    },
  );

test('a folder that dashboards title and nobody declares is derived, after all others, by name', () => {
  const declared: Resource = {
    apiVersion: 'folder.grafana.app/v1',
    kind: 'Folder',
    metadata: { name: 'ops' },
    spec: { title: 'Ops' },
  };
  const { resources } = resolved([
    inside('z', 'shop', 'The shop'),
    inside('a', 'shop', 'Shop'),
    inside('b', 'bills', 'Bills'),
    inside('c', 'ops', 'X'),
    inside('d', 'lost'),
    declared,
  ]);
  expect(resources.slice(6)).toEqual([
    { apiVersion: 'folder.grafana.app/v1', kind: 'Folder', metadata: { name: 'bills' }, spec: { title: 'Bills' } },
    { apiVersion: 'folder.grafana.app/v1', kind: 'Folder', metadata: { name: 'shop' }, spec: { title: 'Shop' } },
  ]);
});
