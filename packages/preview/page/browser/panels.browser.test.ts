import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customVariable, dashboard, panel, promQuery } from '../fixtures/dashboards.ts';
import { canBrowse, counted, type Opened, settled, type Stage, stage } from './chromium.ts';

const RATE = 'sum by (code) (rate(http_requests_total[$__rate_interval]))';
const INSTANT = { instant: true, range: false };
const TABLE = { ...INSTANT, format: 'table' };
const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 10, color: 'red' },
  ],
};
const toColumns = (...names: readonly (readonly [string, string])[]) => ({
  kind: 'Transformation',
  group: 'organize',
  spec: { options: { excludeByName: {}, indexByName: {}, renameByName: Object.fromEntries(names) } },
});

const ELEMENTS = {
  lines: panel('timeseries', {
    title: 'Lines',
    queries: [promQuery(RATE, { legendFormat: 'code {{code}}' })],
    defaults: { unit: 'reqps', custom: { fillOpacity: 10 } },
    options: {
      legend: { showLegend: true, displayMode: 'table', placement: 'bottom', calcs: ['mean', 'max'] },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    overrides: [
      {
        matcher: { id: 'byName', options: 'code 500' },
        properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }],
      },
    ],
  }),
  stat: panel('stat', { title: 'Stat', queries: [promQuery('sum(memory_bytes)')], defaults: { unit: 'bytes' } }),
  mapped: panel('stat', {
    title: 'Mapped',
    queries: [promQuery('min(up)')],
    defaults: {
      mappings: [{ type: 'range', options: { from: 0.1, to: 2, result: { text: 'All is well', color: 'green' } } }],
    },
  }),
  gauge: panel('gauge', {
    title: 'Gauge',
    queries: [promQuery('avg(up) * 40')],
    defaults: { unit: 'percent', min: 0, max: 100, thresholds: THRESHOLDS },
  }),
  bars: panel('bargauge', {
    title: 'Bar gauge',
    queries: [promQuery('avg by (queue) (queue_depth)', { legendFormat: '{{queue}}' })],
    options: { orientation: 'horizontal', displayMode: 'gradient' },
  }),
  table: panel('table', {
    title: 'Table',
    queries: [promQuery('sum by (instance) (memory_bytes)', TABLE), promQuery('sum by (instance) (up)', TABLE)],
    transformations: [
      { kind: 'Transformation', group: 'merge', spec: { options: {} } },
      toColumns(['Value #A', 'Memory'], ['Value #B', 'Up']),
    ],
    overrides: [{ matcher: { id: 'byName', options: 'Memory' }, properties: [{ id: 'unit', value: 'bytes' }] }],
  }),
  rows: panel('table', { title: 'Rows', queries: [promQuery('sum by (instance) (up)', INSTANT)] }),
  text: panel('text', {
    title: 'Text',
    options: {
      mode: 'markdown',
      content:
        '# Runbook\n\n<script>window.broken = true</script>**bold** ![a logo](https://example.com/logo.png) <img src=x onerror="window.broken = true">\n\n<iframe src="https://example.com/status"></iframe>\n\n[code](javascript:alert(1)) [runbook](https://example.com/runbook)',
    },
  }),
  heatmap: panel('heatmap', {
    title: 'Heatmap',
    queries: [
      promQuery('sum by (le) (rate(http_request_duration_seconds_bucket[$__rate_interval]))', {
        format: 'heatmap',
        legendFormat: '{{le}}',
      }),
    ],
    options: { yAxis: { unit: 's' }, color: { scheme: 'Oranges' } },
  }),
  histogram: panel('histogram', {
    title: 'Histogram',
    queries: [promQuery('memory_bytes')],
    defaults: { unit: 'bytes' },
  }),
  timeline: panel('state-timeline', {
    title: 'Timeline',
    queries: [promQuery('queue_depth > bool 6', { legendFormat: '{{queue}}' })],
    defaults: {
      mappings: [
        { type: 'value', options: { 0: { text: 'calm', color: 'green' }, 1: { text: 'busy', color: 'red' } } },
      ],
    },
  }),
  history: panel('status-history', {
    title: 'History',
    queries: [promQuery('queue_depth', { legendFormat: '{{queue}}' })],
    defaults: { thresholds: THRESHOLDS, color: { mode: 'thresholds' } },
    queryOptions: { maxDataPoints: 30 },
  }),
  barchart: panel('barchart', {
    title: 'Bar chart',
    queries: [promQuery('sum by (instance) (memory_bytes)', TABLE)],
    defaults: { unit: 'bytes' },
    options: { xField: 'instance' },
  }),
  pie: panel('piechart', {
    title: 'Pie',
    queries: [promQuery('sum by (code) (http_requests_total)', { legendFormat: '{{code}}' })],
    options: {
      pieType: 'donut',
      displayLabels: ['percent'],
      legend: { showLegend: true, displayMode: 'table', placement: 'right', values: ['percent'] },
    },
  }),
  logs: panel('logs', { title: 'Logs', queries: [promQuery('up', TABLE)], options: { showTime: true } }),
  graph: panel('nodeGraph', {
    title: 'Graph',
    queries: [promQuery('sum by (job, instance) (up)', TABLE)],
    transformations: [toColumns(['job', 'source'], ['instance', 'target'], ['Value', 'mainstat'])],
  }),
  flames: panel('flamegraph', {
    title: 'Flames',
    queries: [
      promQuery(
        'label_replace(sum by (code) (http_requests_total), "label", "$1", "code", "(.*)") or vector(1)',
        TABLE,
      ),
    ],
    transformations: [
      {
        kind: 'Transformation',
        group: 'calculateField',
        spec: { options: { mode: 'reduceRow', reduce: { reducer: 'count' }, alias: 'level', replaceFields: false } },
      },
      toColumns(['Value', 'value']),
    ],
  }),
  xy: panel('xychart', {
    title: 'XY',
    queries: [
      promQuery('sum(memory_bytes)', { legendFormat: 'memory' }),
      promQuery('sum(queue_depth)', { legendFormat: 'queue' }),
    ],
  }),
  trend: panel('trend', {
    title: 'Trend',
    queries: [
      promQuery('sum(increase(http_requests_total[1h])) + time() * 0', { ...TABLE, range: true, instant: false }),
    ],
    transformations: [
      {
        kind: 'Transformation',
        group: 'calculateField',
        spec: { options: { mode: 'index', alias: 'step', replaceFields: false } },
      },
    ],
    options: { xField: 'step' },
  }),
  traces: panel('traces', {
    title: 'Traces',
    queries: [promQuery('sum by (job, instance) (up)', TABLE)],
    transformations: [toColumns(['job', 'serviceName'], ['instance', 'traceID'], ['Value', 'duration'])],
  }),
  dashlist: panel('dashlist', { title: 'Dashboards', options: { showSearch: true } }),
  alerts: panel('alertlist', { title: 'Alerts' }),
  map: panel('geomap', { title: 'Map', queries: [promQuery('up')] }),
  wrong: panel('timeseries', { title: 'Wrong', queries: [promQuery('sum(rate(http_requests_total))')] }),
  foreign: panel('timeseries', {
    title: 'Foreign',
    queries: [{ kind: 'DataQuery', group: 'mysql', version: 'v0', spec: { rawSql: 'SELECT 1' } }],
  }),
  nothing: panel('timeseries', {
    title: 'Nothing',
    queries: [promQuery('no_such_metric')],
    defaults: { noValue: 'Nobody called' },
  }),
};

const QUEUE = customVariable('queue', ['mail', 'billing']);

describe.skipIf(!canBrowse)('panels in a browser', () => {
  let here: Stage;
  let opened: Opened;
  const text = (element: string): Promise<string> => opened.page.locator(`[data-element="${element}"]`).innerText();
  const count = (element: string, selector: string): Promise<number> =>
    opened.page.locator(`[data-element="${element}"] ${selector}`).count();
  beforeAll(async () => {
    here = await stage({
      dashboards: [
        dashboard('panels', ELEMENTS),
        dashboard(
          'alerts',
          {
            alerts: panel('alertlist', { title: 'Alerts', options: { alertInstanceLabelFilter: '{queue="$queue"}' } }),
            text: ELEMENTS.text,
          },
          { variables: [QUEUE] },
        ),
      ],
      opened: { origins: { wrong: 'dashboards/panels.ts:42' } },
    });
    opened = await here.open('/d/panels?drawAll', { height: 1200 });
    if (process.env['SHOTS'] !== undefined)
      await opened.page.screenshot({ path: `${process.env['SHOTS']}/panels.png`, fullPage: true });
  });
  afterAll(() => here.close());

  it('cause no script error', () => {
    expect(opened.errors.filter((error) => !/^4\d\d .*\/api\//.test(error))).toEqual([]);
  });

  it('are counted by how they ended up', async () => {
    expect(await counted(opened.page)).toMatchObject({ total: 26, painted: 26, failed: 2, refused: 1, empty: 1 });
  });

  it('of time series have lines, a legend with calculations and units', async () => {
    expect(await count('lines', 'canvas')).toBe(1);
    const lines = await text('lines');
    for (const word of ['code 200', 'code 404', 'code 500', 'Mean', 'Max', 'req/s']) expect(lines).toContain(word);
  });

  it('of one value have a unit, and a mapping in its place', async () => {
    expect(await text('stat')).toMatch(/\d(\.\d+)? ?GiB/);
    expect(await text('mapped')).toContain('All is well');
  });

  it('gauge: the arc is filled in the colour of its threshold', async () => {
    expect(await text('gauge')).toContain('40%');
    expect(await opened.page.locator('[data-element="gauge"] [data-testid="gauge-value"]').getAttribute('stroke')).toBe(
      '#F2495C',
    );
  });

  it('bar gauge: a bar for each series', async () => {
    for (const queue of ['mail', 'search', 'billing']) expect(await text('bars')).toContain(queue);
  });

  it('table: queries merged into columns with their names and units', async () => {
    const table = await text('table');
    for (const word of ['instance', 'Memory', 'Up', 'a:80', 'c:80', 'GiB']) expect(table).toContain(word);
  });

  it('table: series of one point each are the rows of one table', async () => {
    const rows = await text('rows');
    for (const word of ['instance', 'Value', 'a:80', 'b:80', 'c:80']) expect(rows).toContain(word);
  });

  it('text: markdown without what could run', async () => {
    expect(await count('text', 'h1')).toBe(1);
    expect(await count('text', 'script')).toBe(0);
    expect(await opened.page.evaluate(() => 'broken' in window)).toBe(false);
    expect(await count('text', 'img')).toBe(0);
    expect(await count('text', 'iframe')).toBe(0);
    expect(await count('text', 'a[href="https://example.com/status"]')).toBe(1);
    expect(await count('text', 'a[href="https://example.com/runbook"]')).toBe(1);
    expect(await count('text', 'a[href^="javascript:"]')).toBe(0);
  });

  it('heatmap: cells are coloured, buckets are labelled in their unit', async () => {
    const painted = await opened.page
      .locator('[data-element="heatmap"] canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return [...data].some((value, i) => i % 4 === 3 && value > 0);
      });
    expect(painted).toBe(true);
    expect(await text('heatmap')).toContain('250 ms');
  });

  it('histogram and bar chart: a bar for each bucket and each category', async () => {
    expect(await count('histogram', 'rect')).toBeGreaterThan(5);
    for (const instance of ['a:80', 'b:80', 'c:80']) expect(await text('histogram')).toContain(instance);
    expect(await count('barchart', 'rect')).toBe(3);
  });

  it('state timeline and status history: states in the colours of mappings and thresholds', async () => {
    expect(await count('timeline', 'rect[data-state="busy"]')).toBeGreaterThan(0);
    expect(await count('timeline', 'rect[data-state="calm"]')).toBeGreaterThan(0);
    expect(await count('history', 'rect[data-state]')).toBeGreaterThan(30);
  });

  it('pie chart: a slice for each series, with its share', async () => {
    expect(await count('pie', 'path[data-slice]')).toBe(3);
    expect(await text('pie')).toContain('%');
  });

  it('logs, node graph, flame graph, XY chart, trend, traces: each draws the data it is given', async () => {
    expect(await text('logs')).toContain('up');
    expect(await count('graph', '[data-node]')).toBe(5);
    expect(await count('flames', 'rect[data-flame]')).toBeGreaterThan(0);
    expect(await count('xy', 'circle')).toBeGreaterThan(50);
    expect(await count('trend', 'canvas')).toBe(1);
    expect(await text('traces')).toContain('api');
  });

  it('dashboard list: the dashboards of the project', async () => {
    expect(await text('dashlist')).toContain('panels');
  });

  it('alert list: is not done before its alerts have come', async () => {
    const page = await here.browser.newPage();
    const waiting: Route[] = [];
    await page.route(/\/api\/v1\/alerts/, (route) => void waiting.push(route));
    await page.goto(`${here.server.url}/d/alerts`);
    await page.getByText('Loading …').waitFor();
    await expect.poll(() => counted(page)).toMatchObject({ total: 2, drawn: 1, settled: false });
    await Promise.all(waiting.map((route) => route.fulfill({ json: { status: 'success', data: { alerts: [] } } })));
    await settled(page);
    expect(await page.getByText('No alert is pending or firing').count()).toBe(1);
    await page.close();
  });

  it('alert list: is done again after a variable in it changed', async () => {
    const { page, errors } = await here.open('/d/alerts');
    await page.getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'billing' }).click();
    await page.waitForFunction(() => location.search.includes('var-queue=billing'));
    await page.waitForTimeout(500);
    expect(await counted(page)).toMatchObject({ total: 2, drawn: 2, settled: true });
    expect(errors.filter((error) => !/^404 .*\/alerts/.test(error))).toEqual([]);
  });

  it('that cannot be drawn say so, and why', async () => {
    const map = await text('map');
    expect(map).toContain('No local preview for “geomap”');
    expect(map).toContain('servers outside');
  });

  it('whose query fails show the error, the query and the line that defines them', async () => {
    const wrong = await text('wrong');
    expect(wrong).toContain('bad_data');
    expect(wrong).toContain('sum(rate(http_requests_total))');
    expect(wrong).toContain('dashboards/panels.ts:42');
  });

  it('of other data sources say what they are of', async () => {
    expect(await text('foreign')).toContain('a query of mysql');
  });

  it('without data show the text the definition has for that', async () => {
    expect(await text('nothing')).toContain('Nobody called');
  });
});
