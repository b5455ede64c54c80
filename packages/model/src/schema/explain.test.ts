import { expect, test } from 'vitest';
import { mismatches } from './explain.ts';
import { panelValidator, queryValidator, specValidator, type Validator } from './validator.ts';

/** What is said about data that a validator refuses: `path: message (fix)`. */
function said(validator: Validator | undefined, data: unknown): string[] {
  if (validator === undefined || validator(data)) return [];
  return mismatches(validator.errors ?? [], data).map(
    ({ path, message, fix }) => `${path}: ${message}${fix === undefined ? '' : ` (${fix})`}`,
  );
}

const rules = specValidator('prometheus-rule');
const group = (...list: unknown[]) => ({ groups: [{ name: 'g', rules: list }] });

test('data that fits is not talked about', () => {
  expect(said(rules, group({ alert: 'Down', expr: 'up == 0', for: '5m' }, { record: 'a:b', expr: 'b' }))).toEqual([]);
});

test.each([
  ['a missing field', group({ alert: 'Down' }), ["/groups/0/rules/0: 'expr' is missing in item 1 of 'rules'"]],
  [
    'a misspelt field',
    group({ alert: 'Down', expr: 'x', annotation: {} }),
    ["/groups/0/rules/0/annotation: 'annotation' is not known in item 1 of 'rules' (did you mean 'annotations'?)"],
  ],
  ['a wrong type', { groups: [{ name: 7, rules: [] }] }, ["/groups/0/name: 'name' is 7, not a string"]],
  ['a wrong list', { groups: {} }, ["/groups: 'groups' is {}, not an array"]],
  [
    'a label that is no string',
    group({ alert: 'A', expr: 'x', labels: { severity: 1 } }),
    ["/groups/0/rules/0/labels/severity: 'severity' is 1, not a string"],
  ],
  ['nothing at all', undefined, [': it is undefined, not an object']],
])('of %s it says one thing', (_, data, expected) => {
  expect(said(rules, data)).toEqual(expected);
});

const panel = {
  kind: 'Panel',
  spec: {
    id: 1,
    title: 'Rate',
    links: [],
    data: { kind: 'QueryGroup', spec: { queries: [], transformations: [], queryOptions: {} } },
    vizConfig: {
      kind: 'VizConfig',
      group: 'text',
      version: '',
      spec: { options: {}, fieldConfig: { defaults: {}, overrides: [] } },
    },
  },
};
const dashboard = {
  annotations: [],
  cursorSync: 'Off',
  elements: { rate: panel },
  layout: { kind: 'GridLayout', spec: { items: [] } },
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
  variables: [],
};

test.each<[string, object, string[]]>([
  ['a whole dashboard', {}, []],
  [
    'an element of no kind',
    { elements: { rate: { spec: panel.spec } } },
    ["/elements/rate: 'kind' is missing in 'rate'"],
  ],
  [
    'an element of an unknown kind',
    { elements: { rate: { ...panel, kind: 'Panle' } } },
    [`/elements/rate/kind: 'kind' is "Panle" (did you mean 'Panel'?)`],
  ],
  [
    'one missing field deep in a union',
    { elements: { rate: { ...panel, spec: { ...panel.spec, links: undefined } } } },
    ["/elements/rate/spec: 'links' is missing in 'spec'"],
  ],
  [
    'a layout of an unknown kind',
    { layout: { kind: 'Grid', spec: { items: [] } } },
    [`/layout/kind: 'kind' is "Grid" (known: AutoGridLayout, GridLayout, RowsLayout, TabsLayout)`],
  ],
  [
    'a value that is not in its list',
    { cursorSync: 'crosshair' },
    [`/cursorSync: 'cursorSync' is "crosshair" (did you mean 'Crosshair'?)`],
  ],
  [
    'a variable without its current value',
    { variables: [{ kind: 'TextVariable', spec: { name: 'x', query: '', hide: 'dontHide', skipUrlSync: false } }] },
    ["/variables/0/spec: 'current' is missing in 'spec'"],
  ],
  [
    'a number that is none',
    { timeSettings: { ...dashboard.timeSettings, fiscalYearStartMonth: Number.NaN } },
    ["/timeSettings/fiscalYearStartMonth: 'fiscalYearStartMonth' is null, not a number"],
  ],
])('of %s in a v2 dashboard it says what to change', (_, change, expected) => {
  expect(said(specValidator('dashboard-v2'), { ...dashboard, ...change })).toEqual(expected);
});

test('threshold steps may start with null', () => {
  const steps = [{ value: null, color: 'green' }];
  const fieldConfig = { defaults: { thresholds: { mode: 'absolute', steps } }, overrides: [] };
  const vizConfig = { ...panel.spec.vizConfig, spec: { options: {}, fieldConfig } };
  const elements = { rate: { ...panel, spec: { ...panel.spec, vizConfig } } };
  expect(said(specValidator('dashboard-v2'), { ...dashboard, elements })).toEqual([]);
});

test("a classic row may be empty and a panel's queries are its plugin's business", () => {
  const row = { type: 'row', id: 1, collapsed: false, title: 'Row', panels: [] };
  const timeseries = {
    type: 'timeseries',
    gridPos: { h: 8, w: 12, x: 0, y: 0 },
    targets: [{ refId: 'A', expr: 'up' }],
  };
  const classic = { title: 'Checkout', schemaVersion: 42, panels: [row, timeseries] };
  expect(said(specValidator('dashboard-v1'), classic)).toEqual([]);
  expect(said(specValidator('dashboard-v1'), { ...classic, panels: [{ ...timeseries, gridPos: { h: 8 } }] })).toEqual([
    "/panels/0/gridPos: 'w' is missing in 'gridPos'",
    "/panels/0/gridPos: 'x' is missing in 'gridPos'",
    "/panels/0/gridPos: 'y' is missing in 'gridPos'",
  ]);
});

test.each([
  ['prometheus', { refId: 'A' }, [": 'expr' is missing"]],
  ['prometheus', { expr: 'up', legend: 'x' }, [": 'legend' is not known"]],
  ['cloudwatch', { queryMode: 'Metric' }, [`/queryMode: 'queryMode' is "Metric" (did you mean 'Metrics'?)`]],
  ['__expr__', { type: 'math', expression: 1 }, ["/expression: 'expression' is 1, not a string"]],
])('of a wrong %s query it says what to change', (plugin, query, expected) => {
  const texts = said(queryValidator(plugin), query);
  expect(texts).toHaveLength(expected.length);
  for (const [i, text] of expected.entries()) expect(texts[i]).toContain(text);
});

test('of a wrong option of a panel it says what to write', () => {
  expect(said(panelValidator('timeseries', 'fieldConfig'), { lineWidht: 1 })).toEqual([
    "/lineWidht: 'lineWidht' is not known (did you mean 'lineWidth'?)",
  ]);
  expect(said(panelValidator('stat', 'options'), { graphMode: 'bars' })).toEqual([
    `/graphMode: 'graphMode' is "bars" (known: area, line, none)`,
  ]);
});
