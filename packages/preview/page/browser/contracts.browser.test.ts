import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleData } from '../../src/data/sample.ts';
import { shop } from '../../src/fixtures/shop.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { type Preview, serve } from '../../src/server/serve.ts';
import { company } from '../fixtures/company.ts';
import { dashboard, panel, promQuery } from '../fixtures/dashboards.ts';
import { canBrowse, launch, open, settled, type WindowOptions } from './chromium.ts';

const REQUESTS = 'shop.shop_requests_total';
const SHOP = {
  ...shop(),
  source: {
    origin: { file: '/shop/services/shop.ts', line: 1, column: 1 },
    parts: { '/spec/metrics/0': { file: '/shop/services/shop.ts', line: 12, column: 3 } },
  },
};
const BOARD = dashboard('board', {
  requests: panel('timeseries', { title: 'Requests', queries: [promQuery('sum(rate(shop_requests_total[5m]))')] }),
});
const PROJECT = {
  ...STATE,
  resources: [SHOP, ...STATE.resources.filter(({ kind }) => kind !== 'Service'), BOARD],
  findings: [
    {
      rule: 'metrics/help',
      severity: 'warning',
      message: 'says too little',
      resource: 'Service/shop',
      path: '/spec/metrics/0',
    },
  ] as const,
};

describe.skipIf(!canBrowse)('the page of metric contracts in a browser', () => {
  let browser: Browser;
  const previews: Preview[] = [];
  const serving = async (project: typeof STATE) => {
    const preview = await serve(project, { page: PAGE_FOLDER, data: sampleData({ seed: 1 }), port: 0 });
    previews.push(preview);
    return (path: string, options?: WindowOptions) => open(browser, preview.url.replace(/\/$/, '') + path, options);
  };
  let show: Awaited<ReturnType<typeof serving>>;
  beforeAll(async () => {
    browser = await launch();
    show = await serving(PROJECT);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all(previews.map((preview) => preview.close()));
  });

  it('is reached from the service on the home page, and says of each metric what it is and what reads it', async () => {
    const { page, errors } = await show('/');
    await page.getByRole('link', { name: '10 metrics' }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe('?service=shop');
    expect(await page.getByTestId('metric-row').count()).toBe(10);
    const row = await page.locator(`[data-metric="${REQUESTS}"]`).innerText();
    for (const word of [
      'counter',
      'requests',
      'code, method',
      '≤ 10 series',
      '1 panel, 1 alert, 1 record',
      '1 finding',
    ])
      expect(row).toContain(word);
    expect(await page.locator('[data-metric="shop.shop_disk_free_bytes"]').innerText()).toContain('read by nothing');
    expect(errors).toEqual([]);
  });

  it('is gone through by keyboard: / to the search, arrows through the finds, Enter opens; the address keeps it', async () => {
    const { page, errors } = await show('/contracts');
    await page.keyboard.press('/');
    await page.keyboard.type('duration');
    expect(new URL(page.url()).searchParams.get('q')).toBe('duration');
    expect(await page.getByTestId('metric-row').count()).toBe(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-entry'))).toBe(
      'shop.shop_query_duration_seconds',
    );
    await page.keyboard.press('Enter');
    await page.getByTestId('metric-details').waitFor();
    expect(new URL(page.url()).searchParams.getAll('open')).toEqual(['shop.shop_query_duration_seconds']);
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('metric-row').count()).toBe(10);
    await page.reload();
    await page.getByTestId('metric-details').waitFor();
    expect(errors).toEqual([]);
  });

  it('shows of an open metric its data, its labels with the values in the data, its readers, findings and place', async () => {
    const { page, errors } = await show(`/contracts?open=${REQUESTS}`);
    const details = page.getByTestId('metric-details');
    await details.getByRole('img', { name: /shop_requests_total, per second: \d+ series from/ }).waitFor();
    expect(await details.getByRole('list', { name: 'Values of method' }).innerText()).toBe('GET\nPOST');
    await details.getByRole('list', { name: 'Values of code' }).getByText('5xx').waitFor();
    const href = (name: string) => details.getByRole('link', { name, exact: true }).getAttribute('href');
    expect(await href('Requests')).toMatch(/^\/d\/board\?viewPanel=panel-\d+$/);
    expect(await href('ShopErrors')).toBe(
      '/rules?q=ShopErrors&open=PrometheusRule%2Fshop%2Fspec%2Fgroups%2F0%2Frules%2F1',
    );
    expect(await href('Explore')).toBe(`/explore?metric=${REQUESTS}`);
    const text = await details.innerText();
    for (const word of [
      'through job:shop_errors:ratio_rate5m',
      'says too little',
      'services/shop.ts:12',
      'at most 10 series',
    ])
      expect(text).toContain(word);
    expect(errors).toEqual([]);
  });

  it('leaves what is asked for: a type, what nothing reads, what has findings', async () => {
    const { page } = await show('/contracts');
    const rows = page.getByTestId('metric-row');
    await page.getByRole('button', { name: '2 counters' }).click();
    expect(await rows.count()).toBe(2);
    await page.getByRole('button', { name: '1 read by nothing' }).click();
    expect(await rows.innerText()).toContain('shop_failed_logins_total');
    expect(new URL(page.url()).search).toBe('?type=counter&only=unread');
    await page.getByRole('button', { name: 'All types' }).click();
    await page.getByRole('button', { name: '1 with findings' }).click();
    expect(await rows.innerText()).toContain('shop_requests_total');
  });

  it('says that nothing fits, that there is nothing, and why it cannot be shown', async () => {
    const { page } = await show('/contracts?q=nowhere');
    await page.getByText('No metric fits what is asked').waitFor();
    await page.route('**/api/contracts', (route) => route.fulfill({ status: 500, body: '{"error":"out of order"}' }));
    await page.reload();
    await page.getByText('Metric contracts cannot be shown').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('out of order');
    const empty = await serving({ ...STATE, resources: [] });
    const { page: none } = await empty('/contracts');
    await none.getByText('No service declares a metric yet').waitFor();
  });

  it('fits a phone', async () => {
    const { page } = await show(`/contracts?open=${REQUESTS}`, { width: 390, light: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('stays quick with ten thousand metrics, a page at a time', async () => {
    const large = await serving(company(1000));
    const { page, errors } = await large('/contracts');
    const rows = page.getByTestId('metric-row');
    expect(await page.getByText('10,000 metrics, at most').count()).toBe(1);
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: 'After' }).click();
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    expect(await page.getByText('51 to 100 of 10,000 metrics').isVisible()).toBe(true);
    const begun = performance.now();
    await page.getByRole('searchbox').fill('svc777_things_3');
    await page.locator('[data-metric="svc777.svc777_things_3"]').waitFor();
    const took = performance.now() - begun;
    expect(await rows.innerText()).toContain('svc777_things_3');
    expect(new URL(page.url()).searchParams.has('page')).toBe(false);
    expect(took).toBeLessThan(3000);
    expect(errors).toEqual([]);
  });
});
