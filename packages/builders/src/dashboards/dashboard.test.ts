import { FOLDER_ANNOTATION, SERVICE_LABEL, TEAM_LABEL, type DashboardResource } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { httpStatus } from '../metrics/label.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import { sum } from '../query/aggregate.ts';
import { promql } from '../query/promql.ts';
import { rate } from '../query/rate.ts';
import { service } from '../service/service.ts';
import { dashboard, type DashboardOptions } from './dashboard.ts';
import { folder } from './folder.ts';
import type { Content } from './layout/layout.ts';
import { row } from './layout/row.ts';
import { hero, minor } from './layout/size.ts';
import { tab } from './layout/tab.ts';
import { logsDrilldown } from './links/drilldown.ts';
import { stat } from './panels/stat.ts';
import { text } from './panels/text.ts';
import { timeseries } from './panels/timeseries.ts';
import { loki } from './queries/loki.ts';
import { logs } from './panels/logs.ts';
import { query } from './queries/query.ts';
import { textVariable } from './variables/textbox.ts';
import { variable } from './variables/label-values.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { code: httpStatus() },
});
const latency = nativeHistogram('shop_latency', { help: 'Latency.', unit: 'seconds' });
const shop = service('shop', {
  title: 'Shop',
  description: 'Sells.',
  owner: 'web',
  tier: 1,
  kind: 'online-serving',
  links: { runbook: 'https://runbook', repository: 'https://code' },
  metrics: { requests, latency },
});
const total = query(sum(rate(requests)));

function made(content: Content, options: Partial<DashboardOptions> = {}): DashboardResource {
  return dashboard(shop, 'Traffic', { purpose: 'Is anybody buying?', ...options }, content);
}

const graph = (title: string) => timeseries(title, { queries: [total] });
const names = (...said: Parameters<typeof made>) => made(...said).spec.variables.map(({ spec }) => spec.name);

const lines = (spec: unknown) => JSON.stringify(spec, undefined, 1).split('\n');

/** Lines of the second that the first has not. */
function changed(before: DashboardResource, after: DashboardResource): readonly string[] {
  const known = new Set(lines(before.spec));
  return lines(after.spec)
    .filter((line) => !known.has(line))
    .map((line) => line.trim());
}

describe('dashboard', () => {
  it('belongs to its service, team and folder', () => {
    const { metadata, spec } = made([]);
    expect(metadata).toEqual({
      name: 'shop-traffic',
      labels: { [SERVICE_LABEL]: 'shop', [TEAM_LABEL]: 'web' },
      annotations: { [FOLDER_ANNOTATION]: 'web', 'binnacle.dev/folder-title': 'web' },
    });
    expect(spec.description).toBe('Is anybody buying?');
    expect(spec.tags).toEqual(['shop', 'web']);
  });

  it('lies in the folder it names, or in a declared one', () => {
    const nested = folder('Sales', { parent: folder('Company') });
    expect(nested.metadata).toEqual({ name: 'company-sales', annotations: { [FOLDER_ANNOTATION]: 'company' } });
    expect(made([], { folder: nested }).metadata.annotations?.[FOLDER_ANNOTATION]).toBe('company-sales');
    expect(made([], { folder: 'Shop floor' }).metadata.annotations?.[FOLDER_ANNOTATION]).toBe('shop-floor');
  });

  it('does not repeat the service in its uid', () => {
    expect(dashboard(shop, 'Shop', { purpose: '' }, []).metadata.name).toBe('shop');
    expect(made([], { uid: 'own' }).metadata.name).toBe('own');
  });

  it('is marked when the alerts of the service are to link to it', () => {
    expect(made([], { main: true }).metadata.annotations?.['binnacle.dev/main']).toBe('true');
  });

  it('links to the pages of its service', () => {
    expect(made([]).spec.links.map(({ title, url }) => `${title} ${url}`)).toEqual([
      'Runbook https://runbook',
      'Repository https://code',
    ]);
  });

  it('offers a datasource for every plugin its queries, variables and links need, and no other', () => {
    expect(names([text('Words', { content: 'Hello' })])).toEqual([]);
    expect(names([graph('Requests')])).toEqual(['datasource']);
    expect(names([logs('Logs', { queries: [loki('{a="b"}')] })])).toEqual(['loki']);
    expect(names([logs('Logs', { queries: [loki('{a="b"}', { datasource: 'audit' })] })])).toEqual([]);
    expect(names([], { links: [logsDrilldown('shop')] })).toEqual(['loki']);
    expect(names([], { variables: [variable(requests, 'code')] })).toEqual(['datasource', 'code']);
  });

  it('takes units from the contracts of the service', () => {
    const { elements } = made([timeseries('p99', { queries: [query(latency.quantile(0.99))] })]).spec;
    expect(elements['p99']).toMatchObject({
      spec: { vizConfig: { spec: { fieldConfig: { defaults: { unit: 's' } } } } },
    });
  });

  it('knows the line of every panel', () => {
    const { source } = made([row('One', [graph('A'), graph('B')])]);
    expect(source?.origin.file).toContain('dashboard.test.ts');
    expect(Object.keys(source?.parts ?? {})).toEqual(['/spec/elements/a', '/spec/elements/b']);
  });
});

it('knows the line of raw text, also when it is a mistake', () => {
  const right = promql`sum(shop_requests)`;
  const wrong = promql`sum(`;
  const { source } = made([timeseries('A', { queries: [total, query(right), query(wrong), query(right.gt(1))] })]);
  const parts = source?.parts ?? {};
  const queries = '/spec/elements/a/spec/data/spec/queries';
  expect(Object.keys(parts)).toEqual(['/spec/elements/a', `${queries}/1`, `${queries}/2`]);
  expect((parts[`${queries}/2`]?.line ?? 0) - (parts[`${queries}/1`]?.line ?? 0)).toBe(1);
});

describe('layout', () => {
  it('is a grid of panels, rows of grids, or tabs of either', () => {
    expect(made([graph('A')]).spec.layout.kind).toBe('GridLayout');
    expect(made([row('One', [graph('A')])]).spec.layout.kind).toBe('RowsLayout');
    expect(made([tab('One', [graph('A')]), tab('Two', [row('Three', [graph('B')])])]).spec.layout).toMatchObject({
      kind: 'TabsLayout',
      spec: {
        tabs: [
          { spec: { title: 'One', layout: { kind: 'GridLayout' } } },
          { spec: { title: 'Two', layout: { kind: 'RowsLayout' } } },
        ],
      },
    });
  });

  it('puts panels outside rows into rows without a heading', () => {
    expect(made([graph('A'), row('One', [graph('B')]), graph('C')]).spec.layout).toMatchObject({
      spec: {
        rows: [{ spec: { title: '', hideHeader: true } }, { spec: { title: 'One' } }, { spec: { title: '' } }],
      },
    });
  });

  it('does not mix tabs with rows', () => {
    // @ts-expect-error either, not both
    expect(() => made([tab('One', []), row('Two', [])])).toThrow(
      'dashboard "Traffic": a dashboard has either tabs or rows and panels',
    );
  });

  it('repeats rows and panels by a variable of the dashboard', () => {
    const code = variable(requests, 'code', { multi: true });
    const content = [
      row('$code', [timeseries('A', { queries: [total], repeat: code, maxPerRow: 2 })], { repeat: code }),
    ];
    expect(made(content, { variables: [code] }).spec.layout).toMatchObject({
      spec: {
        rows: [
          {
            spec: {
              repeat: { mode: 'variable', value: 'code' },
              layout: { spec: { items: [{ spec: { repeat: { value: 'code', direction: 'h', maxPerRow: 2 } } }] } },
            },
          },
        ],
      },
    });
    expect(() => made(content)).toThrow('something is repeated by $code, which is not among the dashboard');
  });

  it('lets Grafana arrange a row when asked', () => {
    const { layout } = made([row('One', [graph('A')], { autoGrid: { columns: 4 } })]).spec;
    expect(layout).toMatchObject({
      spec: { rows: [{ spec: { layout: { kind: 'AutoGridLayout', spec: { maxColumnCount: 4 } } } }] },
    });
  });
});

const named = (title: string) => timeseries(title, { id: 'errors', queries: [query(rate(requests))] });

describe('element ids', () => {
  const panels = [hero(graph('Requests')), graph('Errors'), minor(stat('Now', { queries: [total] }))];

  it('renaming a panel changes its own title and key, and nothing of the others', () => {
    const renamed = [panels[0]!, graph('Failures'), panels[2]!];
    expect(changed(made([row('One', panels)]), made([row('One', renamed)]))).toEqual([
      '"failures": {',
      expect.stringMatching(/^"id": \d+,$/),
      '"title": "Failures",',
      '"legendFormat": "Failures"',
      '"name": "failures"',
    ]);
  });

  it('renaming a panel that has an id of its own changes its title only', () => {
    expect(changed(made([named('Errors')]), made([named('Failures')]))).toEqual(['"title": "Failures",']);
  });

  it('moving a panel to another row changes no element', () => {
    const before = made([row('One', panels), row('Two', [])]).spec.elements;
    const after = made([row('One', panels.slice(0, 2)), row('Two', panels.slice(2))]).spec.elements;
    expect(after).toEqual(before);
  });

  it('are refused when two panels share one', () => {
    const [first, second] = [graph('A'), graph('A')];
    expect(() => made([row('One', [first]), row('Two', [second])])).toThrow(
      expect.objectContaining({
        message: 'dashboard "Traffic": two panels are called "A" (a)',
        at: { origin: second.origin, fix: 'give this one another title or an `id`, or its row a `prefix`' },
      }),
    );
    expect(
      Object.keys(made([row('One', [graph('A')]), row('Two', [graph('A')], { prefix: 'two' })]).spec.elements),
    ).toEqual(['a', 'two-a']);
  });
});

it('refuses two variables of the same name', () => {
  expect(() => made([], { variables: [textVariable('a'), textVariable('a')] })).toThrow(
    'two variables have the same name',
  );
});
