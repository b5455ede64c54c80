import { expect, test } from 'vitest';
import { compareResources } from '../../../diff/compare.ts';
import { type QueryComparison, sameText } from '../../../diff/difference.ts';
import type { Resource } from '../../../resource.ts';

interface PanelAbout {
  readonly title?: string;
  readonly expr?: string | readonly string[];
  readonly refIds?: string;
  readonly legend?: string;
  readonly datasource?: string;
  readonly plugin?: string;
  readonly unit?: string;
  readonly steps?: readonly unknown[];
  readonly defaults?: object;
  readonly options?: object;
  readonly overrides?: readonly unknown[];
  readonly more?: object;
}

function panel(about: PanelAbout): object {
  const { title = 'p99 latency', expr = 'rate(x[5m])', refIds = 'ABC', legend, datasource = 'metrics' } = about;
  const queries = [expr].flat().map((text, i) => ({
    kind: 'PanelQuery',
    spec: {
      refId: refIds[i],
      hidden: false,
      query: {
        kind: 'DataQuery',
        group: 'prometheus',
        datasource: { name: datasource },
        spec: { expr: text, ...(legend !== undefined && { legendFormat: legend }) },
      },
    },
  }));
  const { unit, steps, defaults, options = {}, overrides = [], plugin = 'timeseries', more } = about;
  const thresholds = steps === undefined ? {} : { thresholds: { mode: 'absolute', steps } };
  const fieldConfig = { defaults: { ...defaults, ...(unit !== undefined && { unit }), ...thresholds }, overrides };
  return {
    kind: 'Panel',
    spec: {
      id: 1,
      title,
      data: { kind: 'QueryGroup', spec: { queries, transformations: [], queryOptions: {} } },
      vizConfig: { kind: 'VizConfig', group: plugin, spec: { options, fieldConfig } },
      ...more,
    },
  };
}

type Box = readonly [element: string, x: number, y: number, width?: number, height?: number];

const grid = (...boxes: readonly Box[]): object => ({
  kind: 'GridLayout',
  spec: {
    items: boxes.map(([name, x, y, width = 12, height = 8]) => ({
      kind: 'GridLayoutItem',
      spec: { element: { kind: 'ElementReference', name }, x, y, width, height },
    })),
  },
});
const rows = (...all: readonly (readonly [title: string, layout: object, settings?: object])[]): object => ({
  kind: 'RowsLayout',
  spec: {
    rows: all.map(([title, layout, settings]) => ({ kind: 'RowsLayoutRow', spec: { title, layout, ...settings } })),
  },
});

const dashboard = (spec: object, annotations: Record<string, string> = {}): Resource => ({
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: { name: 'checkout', annotations },
  spec: { title: 'Checkout', layout: grid(), variables: [], ...spec },
});
const of = (about: PanelAbout): Resource => dashboard({ elements: { a: panel(about) }, layout: grid(['a', 0, 0]) });

/** Told apart as the parser would, for a range in brackets. */
const queries: QueryComparison = (before, after) => {
  const [old, next] = [before, after].map((text) => text.replaceAll(/\s+/g, ''));
  if (old === next) return undefined;
  const [a, b] = [before, after].map((text) => /\[\w+\]/.exec(text)?.[0] ?? '');
  return a !== b && before.replace(a ?? '', '') === after.replace(b ?? '', '')
    ? [{ before: a ?? '', after: b ?? '' }]
    : sameText(before, after);
};

/** What changed, as a reader sees it. */
function drawn(before: Resource, after: Resource): string[] {
  return compareResources(before, after, queries).map(
    ({ subject, text, consequence }) =>
      `${subject === undefined ? '' : `${subject}: `}${text}${consequence === undefined ? '' : `; ${consequence}`}`,
  );
}

const P = 'panel p99 latency';
const explore = (expr: string): object => ({
  title: 'Explore',
  url: `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify({ a: { queries: [{ refId: 'A', expr }] } }))}`,
});
const step = (value: number | null, color: string): object => ({ value, color });

test.each<[string, PanelAbout, PanelAbout, string[]]>([
  ['nothing', {}, {}, []],
  ['query', {}, { expr: 'rate(x[1m])' }, [`${P}: query A \`[5m]\` → \`[1m]\``]],
  ['layout of a query', {}, { expr: 'rate( x[5m] )' }, []],
  ['letters of queries', { expr: ['a', 'b'] }, { expr: ['a', 'b'], refIds: 'BA' }, []],
  ['order of queries', { expr: ['a', 'b'] }, { expr: ['b', 'a'] }, []],
  ['query added', {}, { expr: ['rate(x[5m])', 'up'] }, [`${P}: query B \`up\` added`]],
  ['query removed', { expr: ['a', 'b'] }, { expr: ['b'] }, [`${P}: query A \`a\` removed`]],
  ['legend', { legend: '{{code}}' }, { legend: '{{route}}' }, [`${P}: query A: legend \`{{code}}\` → \`{{route}}\``]],
  ['datasource', {}, { datasource: 'long-term' }, [`${P}: datasource metrics → long-term`]],
  [
    'threshold in the unit of the panel',
    { unit: 's', steps: [step(null, 'green'), step(0.5, 'red')] },
    { unit: 's', steps: [step(null, 'green'), step(0.3, 'red')] },
    [`${P}: threshold 500 ms → 300 ms`],
  ],
  [
    'threshold of a share',
    { unit: 'percentunit', steps: [step(null, 'green'), step(0.01, 'red')] },
    { unit: 'percentunit', steps: [step(null, 'green'), step(0.05, 'red')] },
    [`${P}: threshold 1% → 5%`],
  ],
  [
    'colours of thresholds',
    { steps: [step(null, 'green'), step(1, 'red')] },
    { steps: [step(null, 'blue'), step(1, 'orange'), step(2, 'red')] },
    [`${P}: base colour green → blue`, `${P}: threshold 1: colour red → orange`, `${P}: threshold 2 added (red)`],
  ],
  ['unit', { unit: 's' }, { unit: 'ms' }, [`${P}: unit s → ms`]],
  ['title', {}, { title: 'Latency' }, ['panel Latency: renamed from p99 latency']],
  [
    'a legend that is the title',
    { legend: 'p99 latency' },
    { title: 'Slow', legend: 'Slow' },
    ['panel Slow: renamed from p99 latency'],
  ],
  [
    'a legend that was the title',
    { legend: 'p99 latency' },
    { title: 'Slow', legend: 'slow' },
    ['panel Slow: query A: legend `p99 latency` → `slow`', 'panel Slow: renamed from p99 latency'],
  ],
  [
    'a link that follows the query',
    { more: { links: [explore('rate(x[5m])')] } },
    { expr: 'rate(x[1m])', more: { links: [explore('rate(x[1m])')] } },
    [`${P}: query A \`[5m]\` → \`[1m]\``, `${P}: link Explore follows the query`],
  ],
  [
    'a link that follows a query with variables',
    { expr: 'x{job=~"$job"}[5m]', more: { links: [explore('x{job=~"${job:pipe}"}[5m]')] } },
    { expr: 'x{job=~"$job"}[1m]', more: { links: [explore('x{job=~"${job:pipe}"}[1m]')] } },
    [`${P}: query A \`[5m]\` → \`[1m]\``, `${P}: link Explore follows the query`],
  ],
  [
    'a link to another query',
    { more: { links: [explore('rate(x[5m])')] } },
    { more: { links: [explore('rate(y[5m])')] } },
    [`${P}: links 0 url …pr%22%3A%22rate(x%5B5m%5D)%22%7D%5D%7D%7D → …pr%22%3A%22rate(y%5B5m%5D)%22%7D%5D%7D%7D`],
  ],
  ['description', {}, { more: { description: 'How slow.' } }, [`${P}: description added: How slow.`]],
  ['visualisation', {}, { plugin: 'stat' }, [`${P}: visualisation timeseries → stat`]],
  [
    'options by readable name',
    { options: { legend: { placement: 'bottom', showLegend: true } }, defaults: { custom: { lineWidth: 1 } } },
    { options: { legend: { placement: 'right', showLegend: false } }, defaults: { custom: { lineWidth: 2 } } },
    [`${P}: legend placement bottom → right`, `${P}: legend show legend on → off`, `${P}: line width 1 → 2`],
  ],
  ['defaults written out', {}, { options: { tooltip: { mode: 'single', sort: 'none' } }, defaults: { links: [] } }, []],
  [
    'colour of one series',
    {
      overrides: [
        { matcher: { id: 'byName', options: '5xx' }, properties: [{ id: 'color', value: { fixedColor: 'red' } }] },
      ],
    },
    {
      overrides: [
        { matcher: { id: 'byName', options: '5xx' }, properties: [{ id: 'color', value: { fixedColor: 'orange' } }] },
      ],
    },
    [`${P}: override 5xx: colour fixed colour red → orange`],
  ],
])('a panel: %s', (_what, before, after, expected) => {
  expect(drawn(of(before), of(after))).toEqual(expected);
});

test('an element by another name is the same panel, and so is one by another number', () => {
  const layout = grid(['b', 0, 0]);
  expect(drawn(of({}), dashboard({ elements: { b: panel({ more: { id: 9 } }) }, layout }))).toEqual([]);
});

test('panels that come and go', () => {
  const elements = { a: panel({}), b: panel({ title: 'Errors', expr: 'errors' }) };
  const both = dashboard({ elements, layout: rows(['Latency', grid(['a', 0, 0], ['b', 12, 0])]) });
  const one = dashboard({ elements: { a: panel({}) }, layout: rows(['Latency', grid(['a', 0, 0])]) });
  expect(drawn(one, both)).toEqual(['panel Errors: added (row Latency)']);
  expect(drawn(both, one)).toEqual(['panel Errors: removed (row Latency)']);
});

const three = {
  a: panel({}),
  b: panel({ title: 'Errors', expr: 'errors' }),
  c: panel({ title: 'Traffic', expr: 'requests' }),
};
const placed = (layout: object): Resource => dashboard({ elements: three, layout });

test.each<[string, object, object, string[]]>([
  [
    'another row',
    rows(['Latency', grid(['a', 0, 0], ['b', 12, 0])], ['Saturation', grid(['c', 0, 0])]),
    rows(['Latency', grid(['b', 0, 0])], ['Saturation', grid(['c', 0, 0], ['a', 12, 0])]),
    [`${P}: moved to row Saturation`],
  ],
  [
    'a renamed row, whose panels stay',
    rows(['Latency', grid(['a', 0, 0], ['b', 12, 0])], ['Saturation', grid(['c', 0, 0])]),
    rows(['Speed', grid(['a', 0, 0], ['b', 12, 0])], ['Saturation', grid(['c', 0, 0])]),
    ['row Speed: renamed from Latency'],
  ],
  [
    'a new row',
    rows(['Latency', grid(['a', 0, 0], ['b', 12, 0], ['c', 0, 8])]),
    rows(['Latency', grid(['a', 0, 0], ['b', 12, 0])], ['Traffic', grid(['c', 0, 0])]),
    ['panel Traffic: moved to row Traffic', 'row Traffic: added'],
  ],
  [
    'another order',
    grid(['a', 0, 0], ['b', 12, 0], ['c', 0, 8]),
    grid(['c', 0, 0], ['a', 12, 0], ['b', 0, 8]),
    ['panel Traffic: moved to the front'],
  ],
  ['another size', grid(['a', 0, 0], ['b', 12, 0]), grid(['a', 0, 0, 24], ['b', 12, 8]), [`${P}: size 12×8 → 24×8`]],
  ['pushed down by another', grid(['a', 0, 0], ['b', 0, 8]), grid(['a', 0, 0], ['b', 0, 20]), []],
  [
    'a repeated row',
    rows(['Latency', grid(['a', 0, 0])]),
    rows(['Latency', grid(['a', 0, 0]), { repeat: { mode: 'variable', value: 'route' } }]),
    ['row Latency: repeat added: route'],
  ],
])('the layout: %s', (_what, before, after, expected) => {
  expect(drawn(placed(before), placed(after))).toEqual(expected);
});

const variable = (name: string, query: string, more: object = {}): object => ({
  kind: 'QueryVariable',
  spec: { name, query: { kind: 'DataQuery', spec: { __legacyStringValue: query } }, ...more },
});

test('variables, annotations, links, times, tags and folder', () => {
  const times = { from: 'now-6h', to: 'now', autoRefresh: '1m' };
  const before = dashboard(
    {
      elements: {},
      variables: [variable('route', 'label_values(x, route)'), variable('code', 'label_values(x, code)')],
      timeSettings: times,
      tags: ['shop'],
      links: [{ title: 'Runbook', url: 'https://a.example' }],
    },
    { 'grafana.app/folder': 'payments' },
  );
  const after = dashboard(
    {
      elements: {},
      variables: [
        variable('route', 'label_values(x, route)', { multi: true }),
        variable('status', 'label_values(x, code)'),
      ],
      timeSettings: { ...times, from: 'now-1h', autoRefresh: '30s' },
      tags: ['core'],
      links: [{ title: 'Runbook', url: 'https://b.example' }],
      annotations: [
        { kind: 'AnnotationQuery', spec: { name: 'Deploys', query: { spec: { expr: 'changes(x[1m])' } } } },
      ],
    },
    { 'grafana.app/folder': 'core' },
  );
  expect(drawn(before, after)).toEqual([
    'variable route: several at once off → on',
    'variable status: renamed from code',
    'annotation Deploys: added: `changes(x[1m])`',
    'link Runbook: url https://a.example → https://b.example',
    'time range now-6h to now → now-1h to now',
    'refresh 1m → 30s',
    'tag core added',
    'tag shop removed',
    'moved from folder payments to folder core; its readers may change',
  ]);
});
