import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Diagnostic, type Resource, sameText } from '@binnacle/model';
import type { Result, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparer } from '../../src/compare/comparison.ts';
import { sampleData } from '../../src/data/sample.ts';
import { shop } from '../../src/fixtures/shop.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import type { ProjectState } from '../../src/project/state.ts';
import { type Preview, serve } from '../../src/server/serve.ts';
import { dashboard, otherQuery, panel, promQuery, queryVariable } from '../fixtures/dashboards.ts';
import { canBrowse, launch, open, settled } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What the guidelines ask for at levels A and AA, and what is known to help. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    axe: { readonly run: (root: Document, options: RunOptions) => Promise<{ readonly violations: readonly Result[] }> };
  }
}

/** What Grafana's own components lack, which has no setting: by rule, a part of the element. */
const GRAFANAS: readonly (readonly [rule: string, part: string])[] = [
  ['label-content-name-mismatch', 'LegendLabel'],
  ['target-size', 'LegendLabel'],
  ['target-size', 'data-testid="series-icon"'],
  // A tooltip stands outside of what it is about.
  ['region', 'grafana-portal-container'],
];

/** What is wrong on a page, a line for each element. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // A colour on its way to another one is neither.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map((one) => one.finished),
    ),
  );
  const found = await page.evaluate((options) => globalThis.window.axe.run(document, options), OPTIONS);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !GRAFANAS.some(([rule, part]) => rule === id && html.includes(part)))
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`),
  );
}

const query = promQuery('sum by (method) (rate(shop_requests_total[5m]))', { legendFormat: '{{method}}' });
const PLUGINS = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'piechart',
  'heatmap',
  'state-timeline',
  'table',
  'logs',
  'alertlist',
  'dashlist',
];

function board(title: string): Resource {
  return dashboard(
    'board',
    {
      ...Object.fromEntries(
        PLUGINS.map((plugin) => [plugin, panel(plugin, { title: `${title} ${plugin}`, queries: [query] })]),
      ),
      text: panel('text', { title: 'Text', options: { content: 'Some *text*.' } }),
      failed: panel('timeseries', { title: 'Failed', queries: [promQuery('rate(shop_request_total[5m])')] }),
      unknown: panel('geomap', { title: 'Unknown' }),
    },
    { title: 'Board', variables: [queryVariable('method', 'label_values(shop_requests_total, method)')] },
  );
}

const BOARD = board('All');
const LINES = dashboard('lines', {
  lines: panel('logs', {
    title: 'Lines',
    queries: [otherQuery('loki', { expr: '{service="shop"}' })],
    options: { showTime: true, showLabels: true, showCommonLabels: true },
  }),
  closed: panel('logs', {
    title: 'Closed lines',
    queries: [otherQuery('loki', { expr: '{service="shop"}' })],
    options: { enableLogDetails: false },
  }),
  traces: panel('traces', { title: 'Traces', queries: [otherQuery('tempo', { query: '{}', limit: 30 })] }),
});
const about = { rule: 'a/b', message: 'something is odd', fix: 'write it otherwise' } as const;
const FINDINGS: readonly Diagnostic[] = [
  { ...about, severity: 'warning', resource: 'Service/shop', path: '/spec/metrics/0' },
  { ...about, severity: 'error', resource: 'Service/shop', path: '/spec/metrics/1' },
  { ...about, severity: 'info', resource: 'Dashboard/board', path: '/spec/elements/stat' },
  { ...about, severity: 'warning', resource: 'Dashboard/board', path: '/spec/elements/timeseries' },
  { ...about, severity: 'warning', resource: 'Service/depot' },
  { ...about, severity: 'error' },
];
const PROJECT: ProjectState = {
  ...STATE,
  resources: [
    ...STATE.resources.filter(({ kind }) => kind !== 'Service'),
    shop({ dependsOn: ['depot', 'mail'] }),
    shop({ title: 'Depot', owner: 'logistics', tier: 3, metrics: [], parts: [] }, 'depot'),
    shop({ title: 'Till', dependsOn: ['shop'], metrics: [], parts: [] }, 'till'),
    BOARD,
    LINES,
  ],
  findings: [...STATE.findings, ...FINDINGS],
};
const OLD = board('Some');
const COMPARER: Comparer = {
  with: 'base',
  eager: true,
  queries: sameText,
  compare: () =>
    Promise.resolve({
      state: 'done',
      comparison: {
        name: 'main (abc)',
        notes: ['main has definitions that cannot be read'],
        resources: [OLD],
        changes: [
          {
            id: 'Dashboard/board',
            verdict: 'update',
            before: OLD,
            after: BOARD,
            title: 'Board',
            differences: [{ path: '/spec', change: 'changed', text: 'title Some → All', reach: 'appearance' }],
            reaches: ['reaches 1 panel'],
          },
        ],
      },
    }),
};

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['a search without a find', '/?q=nothing-like-it'],
  ['a dashboard', '/d/board'],
  ['logs and traces', '/d/lines'],
  ['the inspector', '/d/board?inspect=panel-1'],
  ['a dashboard that is not there', '/d/nothing'],
  ['rules', '/rules?open=PrometheusRule%2Fshop%2Fspec%2Fgroups%2F0%2Frules%2F1'],
  ['rules without a find', '/rules?q=nothing-like-it'],
  ['what changes', '/compare?with=base'],
  ['both versions of a dashboard', '/compare/board?with=base'],
  ['contracts', '/contracts?open=shop.shop_requests_total&open=shop.shop_request_duration_seconds'],
  ['contracts without a find', '/contracts?q=nothing-like-it'],
  ['the graph', '/graph'],
  ['the graph around a service', '/graph?service=shop'],
  ['the graph of owners', '/graph?view=owners'],
  ['the graph as a list', '/graph?view=list&service=shop'],
  ['explore', '/explore'],
  ['a metric', '/explore?metric=shop.shop_requests_total&by=code&where=code%3D~5..&where=method%3DGET'],
  ['a metric with a query of its own', '/explore?metric=shop.shop_requests_total&query=up'],
  ['a query of no metric that is declared', '/explore?query=count(up)&title=Series'],
  ['an empty scratch dashboard', '/scratch'],
  ['an address that leads nowhere', '/nowhere'],
];

describe.skipIf(!canBrowse)('what axe finds', () => {
  let browser: Browser;
  let preview: Preview;
  beforeAll(async () => {
    preview = await serve(PROJECT, {
      page: PAGE_FOLDER,
      data: sampleData({ seed: 1, incidents: ['shop.errors'] }),
      port: 0,
      comparers: [COMPARER],
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  it.each(PAGES)('is nothing in either theme: %s', async (_name, path) => {
    const { page, errors } = await open(browser, preview.url.replace(/\/$/, '') + path);
    expect(await violations(page)).toEqual([]);
    // The button may lie below a drawer.
    await page.locator('button[aria-label="Light theme"]').dispatchEvent('click');
    await page.locator('button[aria-label="Dark theme"]').waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(errors.filter((error) => !/^(?:404|422) .*\/api\//.test(error))).toEqual([]);
    await page.context().close();
  });
});
