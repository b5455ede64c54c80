import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboard, panel, promQuery, queryVariable } from '../fixtures/dashboards.ts';
import { canBrowse, settled, type Stage, stage } from './chromium.ts';

const shape = { hide: 'dontHide', skipUrlSync: false };
const choice = { options: [], multi: false, includeAll: false, allowCustomValue: true };

const VARIABLES = [
  {
    kind: 'DatasourceVariable',
    spec: {
      ...shape,
      ...choice,
      name: 'datasource',
      pluginId: 'prometheus',
      regex: '',
      refresh: 'onDashboardLoad',
      current: { text: '', value: '' },
    },
  },
  queryVariable('job', 'label_values(up, job)'),
  queryVariable('instance', 'label_values(up{job="$job"}, instance)', {
    multi: true,
    includeAll: true,
    current: { text: ['All'], value: ['$__all'] },
  }),
  {
    kind: 'CustomVariable',
    spec: {
      ...shape,
      ...choice,
      name: 'percentile',
      query: 'median : 0.5, high : 0.99',
      current: { text: 'median', value: '0.5' },
    },
  },
  {
    kind: 'IntervalVariable',
    spec: {
      ...shape,
      name: 'window',
      query: '1m,10m,1h',
      current: { text: '10m', value: '10m' },
      options: [],
      auto: false,
      auto_min: '',
      auto_count: 0,
      refresh: 'onTimeRangeChanged',
    },
  },
  {
    kind: 'ConstantVariable',
    spec: { ...shape, name: 'factor', query: '100', current: { text: '100', value: '100' } },
  },
  { kind: 'TextVariable', spec: { ...shape, name: 'code', query: '500', current: { text: '500', value: '500' } } },
  {
    kind: 'AdhocVariable',
    group: 'prometheus',
    spec: {
      ...shape,
      name: 'filters',
      baseFilters: [],
      filters: [{ key: 'code', operator: '!=', value: '404' }],
      defaultKeys: [],
      allowCustomValue: true,
    },
  },
];

const ELEMENTS = {
  up: panel('stat', { title: 'Up of $instance', queries: [promQuery('sum(up{job="$job",instance=~"$instance"})')] }),
  quantile: panel('stat', {
    title: 'Quantile',
    queries: [
      promQuery('histogram_quantile($percentile, sum by (le) (rate(http_request_duration_seconds_bucket[$window])))'),
    ],
  }),
  share: panel('stat', {
    title: 'Share',
    queries: [promQuery('$factor * sum(rate(http_requests_total{code="$code"}[$__rate_interval]))')],
  }),
};

const EXTRA = {
  metrics: queryVariable('metric', 'metrics(^queue_)'),
  names: queryVariable('label', 'label_names()'),
  result: queryVariable('top', 'query_result(topk(1, sum by (queue) (queue_depth)))', { regex: '/queue="([^"]+)"/' }),
};

const GROUPED = {
  implied: panel('timeseries', { title: 'Implied', queries: [promQuery('sum(rate(http_requests_total[5m]))')] }),
  named: panel('stat', { title: 'Named', queries: [promQuery('count by (${by:csv}) (http_requests_total)')] }),
  whole: panel('stat', { title: 'Whole', queries: [promQuery('http_requests_total')] }),
};
const BY = {
  kind: 'GroupByVariable',
  group: 'prometheus',
  spec: { ...shape, name: 'by', multi: true, options: [], current: { text: ['job'], value: ['job'] } },
};

function asked(calls: readonly string[]): readonly string[] {
  return calls
    .filter((call) => call.startsWith('query_range'))
    .map((call) => new URLSearchParams(call.slice('query_range?'.length)).get('query') ?? '');
}

async function pick(page: Page, variable: string, option: string): Promise<void> {
  await page
    .getByTestId(`data-testid Dashboard template variables submenu Label ${variable}`)
    .locator('..')
    .getByRole('combobox')
    .click();
  await page.getByRole('option', { name: option }).click();
}

describe.skipIf(!canBrowse)('variables in a browser', () => {
  let here: Stage;
  beforeAll(async () => {
    here = await stage({
      dashboards: [
        dashboard('variables', ELEMENTS, { variables: VARIABLES }),
        dashboard(
          'lookups',
          { one: panel('text', { title: '$metric $label $top', options: { content: 'x' } }) },
          { variables: Object.values(EXTRA) },
        ),
        dashboard('grouped', GROUPED, { variables: [BY] }),
        dashboard('given', GROUPED, {
          variables: [
            {
              ...BY,
              spec: {
                ...BY.spec,
                current: { text: [], value: [] },
                defaultValue: { text: ['Status'], value: ['code'] },
                options: [{ text: 'Status', value: 'code' }],
              },
            },
          ],
        }),
      ],
      project: {
        datasources: [
          { uid: 'metrics', name: 'Metrics', type: 'prometheus', isDefault: true },
          { uid: 'other', name: 'Other', type: 'prometheus', isDefault: false },
        ],
      },
    });
  });
  afterAll(() => here.close());

  it('of every kind are written into the queries', async () => {
    here.server.calls.length = 0;
    const { errors } = await here.open('/d/variables');
    const queries = asked(here.server.calls);
    expect(queries).toContain('sum(up{code!="404",instance=~"(a:80|b:80|c:80)",job="api"})');
    expect(queries).toContain(
      'histogram_quantile(0.5, sum by (le) (rate(http_request_duration_seconds_bucket{code!="404"}[10m])))',
    );
    expect(queries).toContain('100 * sum(rate(http_requests_total{code!="404",code="500"}[1m]))');
    expect(errors).toEqual([]);
  });

  it('take their values from the URL, and one that changes asks only for what needs it', async () => {
    const { page, errors } = await here.open('/d/variables?var-instance=b:80&var-window=1h&var-code=200');
    expect(await page.getByText('Up of b:80').count()).toBe(1);
    here.server.calls.length = 0;
    await pick(page, 'percentile', 'high');
    await settled(page);
    await page.waitForFunction(() => location.search.includes('var-percentile=0.99'));
    await expect
      .poll(() => asked(here.server.calls))
      .toEqual(['histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{code!="404"}[1h])))']);
    expect(errors).toEqual([]);
  });

  it('that depend on each other are asked for in their order', async () => {
    const { page, errors } = await here.open('/d/variables');
    here.server.calls.length = 0;
    await pick(page, 'job', 'db');
    await expect
      .poll(() =>
        here.server.calls.some(
          (call) => call.startsWith('label/instance/values') && call.includes(encodeURIComponent('job="db"')),
        ),
      )
      .toBe(true);
    await expect
      .poll(() => asked(here.server.calls))
      .toContain('sum(up{code!="404",instance=~"(a:80|b:80|c:80)",job="db"})');
    expect(errors).toEqual([]);
  });

  it('of data sources are those of the project, and lead the queries there', async () => {
    const { page, errors } = await here.open('/d/variables?var-datasource=other');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await expect
      .poll(
        () =>
          requests
            .filter((url) => url.includes('/query_range'))
            .every((url) => url.includes('/api/prometheus/other/')) && requests.length > 0,
      )
      .toBe(true);
    expect(errors).toEqual([]);
  });

  it('of labels to group by group every aggregation, and stand where queries name them', async () => {
    here.server.calls.length = 0;
    const { page, errors } = await here.open('/d/grouped');
    expect(asked(here.server.calls)).toEqual([
      'sum by (job) (rate(http_requests_total[5m]))',
      'count by (job) (http_requests_total)',
      'http_requests_total',
    ]);
    here.server.calls.length = 0;
    const box = page.getByRole('combobox', { name: 'Group by selector' });
    await box.click();
    await page.getByRole('option').first().waitFor();
    // Labels of what the queries read, and of nothing else.
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['code', 'instance', 'job']);
    await page.getByRole('option', { name: 'code' }).click();
    await box.blur();
    await expect
      .poll(() => asked(here.server.calls).toSorted())
      .toEqual([
        'count by (job, code) (http_requests_total)',
        'http_requests_total',
        'sum by (job, code) (rate(http_requests_total[5m]))',
      ]);
    expect(new URL(page.url()).searchParams.getAll('var-by')).toEqual(['job', 'code']);
    const { page: again } = await here.open('/d/grouped?var-by=code');
    const legend = again.locator('[data-element="implied"]');
    for (const code of ['200', '404', '500']) expect(await legend.innerText()).toContain(code);
    expect(errors).toEqual([]);
  });

  it('of labels to group by begin with their default, and offer those of the definition', async () => {
    here.server.calls.length = 0;
    const { page, errors } = await here.open('/d/given');
    expect(asked(here.server.calls)).toContain('sum by (code) (rate(http_requests_total[5m]))');
    await page.getByRole('combobox', { name: 'Group by selector' }).click();
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Status']);
    expect(errors).toEqual([]);
  });

  it('ask for metrics, labels and results of queries, and cut them with their regular expression', async () => {
    const { page, errors } = await here.open('/d/lookups');
    const title = await page.locator('[data-element="one"] h2').innerText();
    expect(title).toMatch(/^queue_depth __name__ (mail|search|billing)$/);
    expect(errors).toEqual([]);
  });
});
