import { expect, test } from 'vitest';
import { dashboard } from '../fixtures/resources.ts';
import { readDashboard } from './dashboard.ts';

function read(spec: object): string[] {
  return Array.from(readDashboard(dashboard(spec)), ({ use, plugin, text, place: { path, subject } }) => {
    return [use, plugin ?? 'unknown', text, path, subject ?? ''].join(' | ');
  });
}

const query = (group: string, spec: unknown) => ({ kind: 'DataQuery', group, spec });
const variable = (name: string, spec: unknown) => ({
  kind: 'QueryVariable',
  spec: { name, query: query('prometheus', spec) },
});

test('panels, variables at every level and annotations of the v2 shape', () => {
  const queries = [{ kind: 'PanelQuery', spec: { query: query('prometheus', { expr: 'up' }) } }];
  const rows = [
    {
      spec: {
        variables: [variable('zone', 'label_values(zone)')],
        layout: { kind: 'GridLayout', spec: { items: [] } },
      },
    },
  ];
  expect(
    read({
      elements: {
        'a/b': { kind: 'Panel', spec: { title: 'Up', data: { spec: { queries } } } },
        c: { kind: 'LibraryPanel', spec: {} },
      },
      variables: [
        variable('job', { query: 'label_values(job)', refId: 'x' }),
        { kind: 'CustomVariable', spec: { query: 'a,b' } },
      ],
      layout: { kind: 'TabsLayout', spec: { tabs: [{ spec: { layout: { kind: 'RowsLayout', spec: { rows } } } }] } },
      annotations: [
        { spec: { name: 'deploys', query: query('prometheus', { expr: 'changes(up[5m])' }) } },
        { spec: { name: 'built in', query: query('grafana', {}) } },
      ],
    }),
  ).toEqual([
    'panel | prometheus | up | /spec/elements/a~1b/spec/data/spec/queries/0/spec/query/spec/expr | Up',
    'variable | prometheus | label_values(job) | /spec/variables/0/spec/query/spec/query | variable job',
    'variable | prometheus | label_values(zone) | /spec/layout/spec/tabs/0/spec/layout/spec/rows/0/spec/variables/0/spec/query/spec | variable zone',
    'annotation | prometheus | changes(up[5m]) | /spec/annotations/0/spec/query/spec/expr | annotation deploys',
  ]);
});

test('nested panels, old rows, variables and annotations of the classic shape', () => {
  expect(
    read({
      templating: {
        list: [
          { name: 'logs', type: 'datasource', query: 'loki' },
          {
            name: 'job',
            type: 'query',
            datasource: { type: 'prometheus', uid: 'p' },
            query: { query: 'label_values(job)' },
          },
        ],
      },
      panels: [
        { type: 'row', panels: [{ title: 'Up', datasource: { type: 'prometheus' }, targets: [{ expr: 'up' }] }] },
        {
          title: 'Logs',
          datasource: '$logs',
          targets: [{ expr: '{app="a"}' }, { datasource: { uid: '${logs}' }, expr: '{app="b"}' }],
        },
      ],
      rows: [{ panels: [{ title: 'Old', targets: [{ expr: 'down' }, { rawSql: 'select 1' }] }] }],
      annotations: { list: [{ name: 'deploys', datasource: { type: 'prometheus' }, expr: 'changes(up[5m])' }] },
    }),
  ).toEqual([
    'panel | prometheus | up | /spec/panels/0/panels/0/targets/0/expr | Up',
    'panel | loki | {app="a"} | /spec/panels/1/targets/0/expr | Logs',
    'panel | loki | {app="b"} | /spec/panels/1/targets/1/expr | Logs',
    'panel | unknown | down | /spec/rows/0/panels/0/targets/0/expr | Old',
    'variable | prometheus | label_values(job) | /spec/templating/list/1/query/query | variable job',
    'annotation | prometheus | changes(up[5m]) | /spec/annotations/list/0/expr | annotation deploys',
  ]);
});
