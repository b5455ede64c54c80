import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Origin } from '../../origin.ts';
import type { Resource } from '../../resource.ts';
import { dashboard } from './kind.ts';

const at = (line: number): Origin => ({ file: 'dashboards/checkout.ts', line, column: 1 });

function query(refId: string, spec: object = { expr: 'up' }): object {
  const inner = { kind: 'DataQuery', group: 'prometheus', version: 'v0', spec };
  return { kind: 'PanelQuery', spec: { refId, hidden: false, query: inner } };
}

interface PanelParts {
  readonly group?: string;
  readonly queries?: readonly object[];
  readonly options?: object;
  readonly custom?: object;
  readonly overrides?: readonly object[];
}

function panel(id: number, title: string, parts: PanelParts = {}): object {
  const { group = 'timeseries', queries = [query('A')], options = {}, custom = {}, overrides = [] } = parts;
  const vizConfig = {
    kind: 'VizConfig',
    group,
    version: '',
    spec: { options, fieldConfig: { defaults: { custom }, overrides } },
  };
  const data = { kind: 'QueryGroup', spec: { queries, transformations: [], queryOptions: {} } };
  return { kind: 'Panel', spec: { id, title, links: [], data, vizConfig } };
}

function item(name: string, box: object = {}): object {
  const element = { kind: 'ElementReference', name };
  return { kind: 'GridLayoutItem', spec: { x: 0, y: 0, width: 12, height: 8, element, ...box } };
}

function grid(...items: object[]): object {
  return { kind: 'GridLayout', spec: { items } };
}

function variable(name: string): object {
  const current = { text: '', value: '' };
  return { kind: 'TextVariable', spec: { name, current, query: '', hide: 'dontHide', skipUrlSync: false } };
}

const RIGHT = {
  annotations: [],
  cursorSync: 'Off',
  elements: { rate: panel(1, 'Rate'), errors: panel(2, 'Errors') },
  layout: grid(item('rate'), item('errors', { x: 12 })),
  links: [],
  preload: false,
  tags: [],
  timeSettings: {
    from: 'now-1h',
    to: 'now',
    autoRefresh: '',
    autoRefreshIntervals: [],
    hideTimepicker: false,
    fiscalYearStartMonth: 0,
  },
  title: 'Checkout',
  variables: [variable('instance')],
};

function resource(spec: unknown, version = 'v2'): Resource {
  return {
    apiVersion: `dashboard.grafana.app/${version}`,
    kind: 'Dashboard',
    metadata: { name: 'checkout' },
    spec,
    source: { origin: at(1), parts: { '/spec/elements/rate': at(7) } },
  };
}

/** Rule and message of each finding about the right dashboard with a change. */
function found(change: object): (readonly [string, string])[] {
  return dashboard.check(resource({ ...RIGHT, ...change })).map(({ rule, message }) => [rule, message] as const);
}

test('a right dashboard has no findings', () => {
  expect(found({})).toEqual([]);
});

test('a wrong option names the panel, the line that made it and what to write', () => {
  const elements = { ...RIGHT.elements, rate: panel(1, 'Rate', { custom: { lineWidht: 2 } }) };
  expect(dashboard.check(resource({ ...RIGHT, elements }))).toEqual([
    {
      rule: 'schema/panel',
      severity: 'warning',
      message: "'lineWidht' is not known",
      path: '/spec/elements/rate/spec/vizConfig/spec/fieldConfig/defaults/custom/lineWidht',
      subject: 'Rate',
      fix: "did you mean 'lineWidth'?",
      resource: 'Dashboard/checkout',
      origin: at(7),
    },
  ]);
});

const override = (id: string, value: unknown) => ({ matcher: { id: 'byName' }, properties: [{ id, value }] });

test.each([
  ['a panel', { elements: { rate: { ...panel(1, 'Rate'), spec: { title: 'Rate' } } } }, 'Rate'],
  ['a variable', { variables: [{ kind: 'TextVariable', spec: { name: 'instance' } }] }, 'instance'],
  ['the dashboard', { tags: 1 }, undefined],
])('a finding of the schema in %s names it', (_, change, subject) => {
  const subjects = dashboard.check(resource({ ...RIGHT, ...change })).map((one) => one.subject);
  expect(new Set(subjects)).toEqual(new Set([subject]));
});

describe('what plugins define', () => {
  test.each<[string, PanelParts, [string, string][]]>([
    [
      'an option of the wrong type',
      { options: { legend: 'table' } },
      [['schema/panel', `'legend' is "table", not an object`]],
    ],
    ['a field option out of its list', { custom: { drawStyle: 'dots' } }, [['schema/panel', `'drawStyle' is "dots"`]]],
    [
      'an override out of its list',
      { overrides: [override('custom.drawStyle', 'dots')] },
      [['schema/panel', `'drawStyle' is "dots"`]],
    ],
    ['an override of a plain field option', { overrides: [override('unit', 'anything')] }, []],
    ['an override of a part of an option', { overrides: [override('custom.hideFrom.viz', true)] }, []],
    ['a query without its expression', { queries: [query('A', {})] }, [['schema/query', "'expr' is missing"]]],
    ['a visualisation we do not know', { group: 'acme-gauge-panel', options: { x: 1 }, custom: { y: 2 } }, []],
  ])('%s', (_, parts, expected) => {
    expect(found({ elements: { ...RIGHT.elements, rate: panel(1, 'Rate', parts) } })).toEqual(expected);
  });
});

describe('panels', () => {
  test.each<[string, object, [string, string][]]>([
    [
      'the same id twice',
      { errors: panel(1, 'Errors') },
      [['dashboard/panel-id', "panels 'Rate' and 'Errors' both have the id 1"]],
    ],
    [
      'the same refId twice',
      { rate: panel(1, 'Rate', { queries: [query('A'), query('A')] }) },
      [['dashboard/ref-id', "two queries of panel 'Rate' have the refId 'A'"]],
    ],
    ['no title', { rate: panel(1, '') }, [['dashboard/title', 'a timeseries panel has no title']]],
    ['no title on a text', { rate: panel(1, '', { group: 'text', queries: [] }) }, []],
  ])('%s', (_, elements, expected) => {
    expect(found({ elements: { ...RIGHT.elements, ...elements } })).toEqual(expected);
  });
});

const rows = (spec: object) => ({ kind: 'RowsLayout', spec: { rows: [{ kind: 'RowsLayoutRow', spec }] } });

describe('layout', () => {
  const both = [item('rate'), item('errors', { x: 12 })];

  test.each<[string, object, [string, string][]]>([
    [
      'a place without element',
      grid(...both, item('eror', { y: 8 })),
      [['dashboard/layout', "the layout places 'eror', which is no element"]],
    ],
    [
      'an element in two places',
      grid(...both, item('rate', { y: 8 })),
      [['dashboard/layout', "the layout places 'rate' twice"]],
    ],
    [
      'an element in no place',
      grid(item('rate')),
      [['dashboard/layout', "element 'errors' is in no layout, so nobody sees it"]],
    ],
    [
      'a box that leaves the grid',
      grid(item('rate'), item('errors', { x: 20 })),
      [['dashboard/grid', "panel 'Errors' at x=20 y=0, 12 wide and 8 high, is not within the 24 columns"]],
    ],
    [
      'boxes that overlap',
      grid(item('rate'), item('errors', { x: 6 })),
      [['dashboard/grid', "panel 'Errors' overlaps panel 'Rate'; Grafana will move one of them"]],
    ],
    [
      'a repeat by no variable',
      grid(item('rate', { repeat: { mode: 'variable', value: 'instanec' } }), item('errors', { x: 12 })),
      [['dashboard/repeat', "panel 'Rate' repeats by 'instanec', which is no variable here"]],
    ],
    ['rows', rows({ title: 'All', layout: grid(...both) }), []],
    [
      'a row that repeats by no variable',
      rows({ title: 'All', layout: grid(...both), repeat: { mode: 'variable', value: 'x' } }),
      [['dashboard/repeat', "'All' repeats by 'x', which is no variable here"]],
    ],
    [
      "a repeat by the row's own variable",
      rows({
        title: 'All',
        variables: [variable('shard')],
        layout: grid(item('rate', { repeat: { mode: 'variable', value: 'shard' } }), item('errors', { x: 12 })),
      }),
      [],
    ],
  ])('%s', (_, layout, expected) => {
    expect(found({ layout })).toEqual(expected);
  });
});

test.each<[object, string]>([
  [{ title: ' ' }, 'the dashboard has no title'],
  [{ title: 'x'.repeat(5001) }, 'the title has 5001 characters; Grafana takes at most 5000'],
  [{ variables: [variable('instance'), variable('instance')] }, "two variables are named 'instance'"],
  [{ variables: [variable('my-var')] }, "'my-var' cannot be the name of a variable"],
])('%o is a finding', (change, message) => {
  expect(found(change).map(([, text]) => text)).toEqual([message]);
});

describe('the classic shape', () => {
  const classic = {
    title: 'Checkout',
    schemaVersion: 42,
    templating: { list: [{ type: 'textbox', name: 'instance' }] },
    panels: [
      {
        type: 'row',
        id: 9,
        title: 'Row',
        collapsed: true,
        gridPos: { h: 1, w: 0, x: 0, y: 0 },
        panels: [{ type: 'stat', id: 2, title: 'Inner', options: { graphMode: 'bars' } }],
      },
      {
        type: 'timeseries',
        id: 1,
        title: 'Rate',
        datasource: { type: 'prometheus', uid: 'prometheus' },
        gridPos: { h: 8, w: 12, x: 0, y: 1 },
        targets: [{ refId: 'A', expr: 'up' }],
        repeat: 'instance',
      },
    ],
  };
  const [row, rate] = classic.panels;
  const check = (change: object) =>
    dashboard
      .check(resource({ ...classic, ...change }, 'v1'))
      .map(({ rule, subject, message }) => [rule, subject, message]);

  test('panels inside collapsed rows are checked too', () => {
    expect(check({})).toEqual([['schema/panel', 'Inner', `'graphMode' is "bars"`]]);
  });

  test.each<[object, unknown[]]>([
    [{ id: 1, title: 'Rate' }, []],
    [{ repeat: 'x' }, ['dashboard/repeat', 'Rate', "panel 'Rate' repeats by 'x', which is no variable here"]],
    [{ targets: [{ refId: 'A' }] }, ['schema/query', 'Rate', "'expr' is missing"]],
    [
      { gridPos: { h: 8, w: 12, x: 13, y: 0 } },
      ['dashboard/grid', 'Rate', "panel 'Rate' at x=13 y=0, 12 wide and 8 high, is not within the 24 columns"],
    ],
    [{ fieldConfg: {} }, ['schema/dashboard', 'Rate', "'fieldConfg' is not known in item 1 of 'panels'"]],
    [{ title: 5 }, ['schema/dashboard', undefined, "'title' is 5, not a string"]],
    [{ description: null }, []],
    [{ type: 'graph', yaxes: [{}] }, []],
  ])('%j', (change, expected) => {
    expect(check({ panels: [{ ...rate, ...change }] })).toEqual(expected.length === 0 ? [] : [expected]);
  });

  test('a row does not have to fit the grid', () => {
    expect(check({ panels: [{ ...row, panels: [] }] })).toEqual([]);
  });

  test('what is too old to check says so and nothing else', () => {
    expect(check({ schemaVersion: 16, panels: 7 })).toEqual([
      [
        'dashboard/schema-version',
        undefined,
        'schemaVersion 16 is too old to be checked; Grafana migrates it when it loads it',
      ],
    ]);
  });

  const mixins = path.resolve(import.meta.dirname, '../../../../../../shared/corpus/mixins');
  const files = existsSync(mixins)
    ? readdirSync(mixins, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
    : [];

  test.skipIf(files.length === 0)(
    'most dashboards of public mixins hold (skipped where the corpus is not there)',
    () => {
      const wrong = files.filter((file) => {
        const spec: unknown = JSON.parse(readFileSync(path.join(mixins, file), 'utf8'));
        return dashboard.check(resource(spec, 'v1')).some(({ severity }) => severity === 'error');
      });
      // Those left set fields to values Grafana's types do not have: links of type 'dashboard', a number as gnetId, …
      expect(wrong.length / files.length).toBeLessThan(0.25);
    },
  );
});
