import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { sampleData } from '../../src/data/sample.ts';
import { CONTRACTS } from '../../src/fixtures/contracts.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import type { ProjectState } from '../../src/project/state.ts';
import { serve, type Preview } from '../../src/server/serve.ts';
import { dashboard, otherQuery, panel, promQuery, queryVariable } from '../fixtures/dashboards.ts';
import { canBrowse, counted, launch, open, settled, type WindowOptions } from './chromium.ts';

const origin = { file: '/shop/services/shop.ts', line: 3, column: 1 };
const names = Object.fromEntries(CONTRACTS.map(({ code }, i) => [`/spec/metrics/${i}`, code?.key ?? '']));
const source = { origin, names, exported: { file: origin.file, name: 'shop' } };
const BOARD = dashboard(
  'board',
  {
    rates: panel('timeseries', {
      title: 'Requests of $method',
      queries: [
        otherQuery('loki', { expr: 'sum(rate({service="shop"}[5m]))' }),
        promQuery('sum by (code) (rate(shop_requests_total{method=~"$method"}[$__rate_interval]))'),
      ],
    }),
    number: panel('stat', { title: 'Busy', queries: [promQuery('avg(shop_cpu_busy_ratio)')] }),
    counted: panel('stat', { title: 'Series', queries: [promQuery('count(up)')] }),
    text: panel('text', { title: 'Text', options: { content: 'Nothing is asked.' } }),
  },
  {
    variables: [
      queryVariable('method', 'label_values(shop_requests_total, method)', {
        multi: true,
        current: { text: ['GET', 'POST'], value: ['GET', 'POST'] },
      }),
      {
        kind: 'AdhocVariable',
        group: 'prometheus',
        spec: {
          name: 'filters',
          hide: 'dontHide',
          skipUrlSync: false,
          baseFilters: [],
          filters: [{ key: 'instance', operator: '!=', value: 'gone' }],
          defaultKeys: [],
          allowCustomValue: true,
        },
      },
    ],
  },
);

/** The shop as a TypeScript file exports it. */
const EXPORTED: ProjectState = {
  ...STATE,
  resources: [...STATE.resources.map((one) => (one.kind === 'Service' ? { ...one, source } : one)), BOARD],
};

const REQUESTS = '/explore?metric=shop.shop_requests_total';

function addressOf(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

async function queryOf(page: Page): Promise<string> {
  return (await page.getByTestId('query').first().innerText()).replaceAll(/\s+/g, ' ');
}

describe.skipIf(!canBrowse)('exploring in a browser', () => {
  let browser: Browser;
  let preview: Preview;
  let empty: Preview;
  beforeAll(async () => {
    preview = await serve(EXPORTED, { page: PAGE_FOLDER, data: sampleData({ seed: 1 }), port: 0 });
    empty = await serve({ ...STATE, resources: [] }, { page: PAGE_FOLDER, data: sampleData({ seed: 1 }), port: 0 });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
    await empty.close();
  });
  const show = (path: string, options?: WindowOptions) => open(browser, preview.url.replace(/\/$/, '') + path, options);

  it('a metric is found and picked with the keyboard, and read as its type asks for', async () => {
    const { page, errors } = await show('/');
    await page.getByRole('link', { name: 'Explore' }).click();
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('retail requests nothing');
    await page.getByText('No metric fits').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('requests');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'shop_requests_total' }).waitFor();
    await settled(page);
    expect(addressOf(page).get('metric')).toBe('shop.shop_requests_total');
    expect(await queryOf(page)).toBe('sum(rate(shop_requests_total[$__rate_interval]))');
    expect(await counted(page)).toMatchObject({ total: 1, drawn: 1 });
    expect(errors).toEqual([]);
  });

  it('what is chosen is drawn, and kept in the address', async () => {
    const { page, errors } = await show(`${REQUESTS}&from=now-30m&to=now`);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/query_range')) asked.push(searchParams.get('query') ?? '');
    });
    const choose = (group: string, name: string) =>
      page.getByRole('group', { name: group }).getByRole('button', { name }).click();
    await choose('Split by', 'code');
    await choose('Combine', 'Highest');
    await choose('Over', '15m');
    await choose('Show as', 'Stacked');
    await settled(page);
    await expect.poll(() => asked.at(-1)).toBe('max by (code) (rate(shop_requests_total[15m]))');
    expect(addressOf(page).toString()).toBe(
      'from=now-30m&to=now&metric=shop.shop_requests_total&agg=max&window=15m&by=code&show=stacked',
    );
    await page.getByTestId('explored').getByText('5xx').first().waitFor();
    await page.reload();
    await settled(page);
    expect(await queryOf(page)).toBe('max by (code) (rate(shop_requests_total[15m]))');
    expect(errors).toEqual([]);
  });

  it('filters take their values from the data, or a pattern, whose mistakes the server tells', async () => {
    const { page, errors } = await show(REQUESTS);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Label' }).click();
    await page.getByRole('option', { name: 'instance' }).click();
    await page.getByRole('combobox', { name: 'Value of instance' }).click();
    const [first] = await page.getByRole('option').allInnerTexts();
    await page.getByRole('option').first().click();
    await settled(page);
    expect(first).toMatch(/:\d+$/);
    expect(addressOf(page).get('where')).toBe(`instance=${first ?? ''}`);
    await page.getByRole('combobox', { name: 'Comparison' }).click();
    await page.getByRole('option', { name: '=~' }).click();
    const pattern = page.getByRole('textbox', { name: 'Pattern for instance' });
    await pattern.fill('shop(');
    await pattern.press('Enter');
    await page.getByTestId('panel-failure').waitFor();
    expect(await page.getByTestId('panel-failure').innerText()).toMatch(/missing closing \)/);
    await page.getByRole('button', { name: 'Remove the filter by instance' }).click();
    await settled(page);
    expect(addressOf(page).has('where')).toBe(false);
    expect(await counted(page)).toMatchObject({ drawn: 1 });
    expect(errors.filter((error) => !error.startsWith('400 '))).toEqual([]);
  });

  it.each([
    'shop_requests_total',
    'shop_disk_free_bytes',
    'shop_start_time_seconds',
    'shop_request_duration_seconds',
    'shop_query_duration_seconds',
    'shop_job_duration_seconds',
    'shop_build_info',
  ])('every way to read %s, and to show it, shows something', async (name) => {
    const { page, errors } = await show(`/explore?metric=shop.${name}`);
    const found = async (): Promise<readonly (string | number | undefined)[]> => {
      await settled(page);
      return [addressOf(page).toString(), (await counted(page))?.total, (await counted(page))?.drawn];
    };
    for (const group of ['Show as', 'Read as']) {
      const choices = page.getByRole('group', { name: group }).getByRole('button');
      const count = await choices.count();
      for (let i = 0; i < count; i++) {
        await choices.nth(i).click();
        expect(await found()).toEqual([expect.any(String), 1, 1]);
      }
    }
    expect(errors).toEqual([]);
  });

  it('a query can be edited: a mistake is marked where it is, and what is run takes the place of the choices', async () => {
    const { page, errors } = await show(REQUESTS);
    await page.getByRole('button', { name: 'Edit as text' }).click();
    const text = page.getByRole('textbox', { name: 'PromQL' });
    await text.fill('sum(rat(shop_requests_total[5m]))');
    const said = await page.getByTestId('query-error').innerText();
    expect(said).toContain('  1 | sum(rat(shop_requests_total[5m]))\n    |     ^^^');
    expect(said).toContain('did you mean rate?');
    expect(await page.getByRole('button', { name: 'Run' }).isDisabled()).toBe(true);
    await text.fill('sum by (code) (rate(shop_request_total[5m]))');
    await text.press('Control+Enter');
    await page.getByTestId('panel-failure').waitFor();
    expect(await page.getByTestId('panel-failure').innerText()).toContain('shop_requests_total');
    expect(addressOf(page).get('query')).toBe('sum by (code) (rate(shop_request_total[5m]))');
    await page.getByText('The query was edited as text').waitFor();
    await page.getByRole('button', { name: 'Back to what the choices say' }).click();
    await settled(page);
    expect(addressOf(page).has('query')).toBe(false);
    expect(await counted(page)).toMatchObject({ drawn: 1 });
    expect(errors.filter((error) => !/^4\d\d /.test(error))).toEqual([]);
  });

  it('a panel is said in TypeScript', async () => {
    const { page, errors } = await show(`${REQUESTS}&by=code&where=code%3D~5..`);
    await page.getByRole('tab', { name: 'TypeScript' }).click();
    expect(await page.getByTestId('code').innerText()).toBe(
      `import { query, rate, regex, sum, timeseries } from '@binnacle/builders';
import { shop } from '../services/shop.ts';

export const requestsPerSecondByCode = timeseries('Requests per second by code', {
  queries: [
    query(sum(rate(shop.metrics.requests.where({ code: regex('5..') })), { by: ['code'] }), { legend: '{{code}}' }),
  ],
});
`,
    );
    expect(errors).toEqual([]);
  });

  it('panels come onto the scratch dashboard, which is arranged with the keyboard, kept, and copied out', async () => {
    const { page, errors } = await show('/scratch');
    await page.getByText('Nothing is on the scratch dashboard yet').waitFor();
    const add = async (path: string) => {
      await page.goto(preview.url + path);
      await settled(page);
      await page.getByRole('button', { name: 'Add to scratch dashboard' }).click();
      await page.getByText('Added').waitFor();
    };
    await add('explore?metric=shop.shop_requests_total&by=code');
    await add('explore?metric=shop.shop_request_duration_seconds');
    await add('explore?metric=shop.shop_cpu_busy_ratio&show=stat');
    await page.getByRole('link', { name: 'Scratch dashboard: 3 panels' }).click();
    await page.waitForURL(/\/scratch/);
    await settled(page);
    expect(await counted(page)).toMatchObject({ total: 3, drawn: 3 });

    const order = () => page.getByTestId('scratch-row').evaluateAll((rows) => rows.map((row) => row.ariaLabel));
    await page.getByRole('button', { name: 'Arrange' }).press('Enter');
    await page.getByRole('button', { name: 'Move Cpu busy up' }).press('Enter');
    expect(await order()).toEqual(['Requests per second by code', 'Cpu busy', 'Duration']);
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Move Cpu busy up');
    await page.keyboard.press('Enter');
    expect(await order()).toEqual(['Cpu busy', 'Requests per second by code', 'Duration']);
    // Where it cannot go further up, the way back has the focus.
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Move Cpu busy down');

    await page.getByRole('textbox', { name: 'Title of Duration' }).fill('How long it takes');
    await page.keyboard.press('Enter');
    await page
      .getByRole('group', { name: 'Size of How long it takes' })
      .getByRole('button', { name: 'Hero' })
      .press('Enter');
    await page.getByRole('button', { name: 'Remove Cpu busy' }).press('Enter');
    expect(await order()).toEqual(['Requests per second by code', 'How long it takes']);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await order()).toEqual(['Cpu busy', 'Requests per second by code', 'How long it takes']);
    await page.getByRole('textbox', { name: 'Title of the dashboard' }).fill('Release');
    await page.getByRole('textbox', { name: 'The question it answers' }).fill('Is the release fine?');
    await page.keyboard.press('Enter');

    await page.reload();
    await settled(page);
    expect(await counted(page)).toMatchObject({ total: 3, drawn: 3 });
    await page.getByRole('button', { name: 'Copy as TypeScript' }).click();
    await page.getByText('Put it into dashboards/release.ts').waitFor();
    expect(await page.getByTestId('code').innerText()).toBe(
      `import { avg, dashboard, hero, minor, query, rate, stat, sum, timeseries } from '@binnacle/builders';
import { shop } from '../services/shop.ts';

export default dashboard(shop, 'Release', { purpose: 'Is the release fine?' }, [
  minor(stat('Cpu busy', { queries: [query(avg(shop.metrics.cpuBusyRatio))] })),
  timeseries('Requests per second by code', {
    queries: [query(sum(rate(shop.metrics.requests), { by: ['code'] }), { legend: '{{code}}' })],
  }),
  hero(
    timeseries('How long it takes', {
      queries: [
        query(shop.metrics.duration.quantile(0.5), { legend: 'p50' }),
        query(shop.metrics.duration.quantile(0.95), { legend: 'p95' }),
        query(shop.metrics.duration.quantile(0.99), { legend: 'p99' }),
      ],
    }),
  ),
]);
`,
    );
    await page.keyboard.press('Escape');
    await page.getByTestId('code').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('link', { name: 'Explore', exact: true }).nth(2).click();
    await page.waitForURL(/metric=shop\.shop_requests_total&by=code/);
    await page.goBack();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Nothing is on the scratch dashboard yet').waitFor();
    expect(errors).toEqual([]);
  });

  it('begins with the first query of a panel for Prometheus, as the panel shows it', async () => {
    const { page, errors } = await show('/d/board?from=now-30m&to=now');
    const menuOf = async (title: string): Promise<void> => {
      await page.getByRole('heading', { name: title }).hover();
      await page.getByTestId(`data-testid Panel menu ${title}`).click();
    };
    await menuOf('Text');
    await page.getByRole('menuitem', { name: 'Inspect' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Explore' }).count()).toBe(0);
    await page.getByRole('menuitem', { name: 'Inspect' }).click();
    expect(await page.getByTestId('inspector').innerText()).toBe('This panel asks nothing.');
    await page.keyboard.press('Escape');
    await page.getByTestId('inspector').waitFor({ state: 'detached' });
    await menuOf('Requests of GET + POST');
    await page.getByRole('menuitem', { name: 'Explore' }).click();
    await page.getByRole('heading', { name: 'shop_requests_total' }).waitFor();
    await settled(page);
    expect(addressOf(page).toString()).toBe(
      new URLSearchParams({
        from: 'now-30m',
        to: 'now',
        show: 'timeseries',
        title: 'Requests of GET + POST',
        query: 'sum by (code) (rate(shop_requests_total{instance!="gone",method=~"(GET|POST)"}[$__rate_interval]))',
      }).toString(),
    );
    expect(await queryOf(page)).toBe(
      'sum by (code) (rate(shop_requests_total{instance!="gone",method=~"(GET|POST)"}[$__rate_interval]))',
    );
    expect(await counted(page)).toMatchObject({ total: 1, drawn: 1 });
    // From there on it is a metric like any other.
    await page.getByRole('group', { name: 'Split by' }).getByRole('button', { name: 'code' }).click();
    await settled(page);
    expect(addressOf(page).get('metric')).toBe('shop.shop_requests_total');
    await page.goBack();
    await page.waitForURL(/\/d\/board/);
    expect(errors).toEqual([]);
  });

  it('a query of what no service declares is drawn, and can be edited', async () => {
    const { page, errors } = await show('/d/board');
    await page.getByRole('heading', { name: 'Series' }).hover();
    await page.getByTestId('data-testid Panel menu Series').click();
    await page.getByRole('menuitem', { name: 'Explore' }).click();
    await page.getByText('No service declares a metric that this query reads').waitFor();
    await settled(page);
    expect(addressOf(page).get('show')).toBe('stat');
    expect(await counted(page)).toMatchObject({ total: 1, drawn: 1 });
    await page.getByRole('button', { name: 'Edit as text' }).click();
    const text = page.getByRole('textbox', { name: 'PromQL' });
    await text.fill('sum(up)');
    await text.press('Control+Enter');
    await settled(page);
    expect(addressOf(page).get('query')).toBe('sum(up)');
    expect(errors).toEqual([]);
  });

  it('says that there is no such metric, that there are none, and why they cannot be shown', async () => {
    const { page } = await show('/explore?metric=shop.orders');
    expect(await page.getByText('No service declares shop.orders').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Pick a metric' }).isVisible()).toBe(true);
    const { page: without } = await open(browser, `${empty.url}explore`);
    await without.getByText('No service declares a metric yet').waitFor();
    const context = await browser.newContext();
    const broken = await context.newPage();
    await broken.route('**/api/contracts', (route) => route.fulfill({ status: 500, body: '{"error":"out of order"}' }));
    await broken.goto(`${preview.url}explore`);
    await broken.getByText('Explore cannot be shown').waitFor();
    await broken.getByText('out of order').waitFor();
    await context.close();
  });

  it('fits a phone, where the list makes way for the metric', async () => {
    const { page, errors } = await show('/explore', { width: 390, light: true });
    const list = page.getByRole('navigation', { name: 'Metrics' });
    expect(await list.isVisible()).toBe(true);
    await list.getByRole('link', { name: 'shop_requests_total' }).click();
    await settled(page);
    expect(await list.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Another metric' }).click();
    expect(await list.isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });
});
