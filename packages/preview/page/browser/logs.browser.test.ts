import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { sampleData } from '../../src/data/sample.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { serve, type Preview } from '../../src/server/serve.ts';
import { dashboard, otherQuery, panel, queryVariable } from '../fixtures/dashboards.ts';
import { canBrowse, counted, launch, open, type Opened, type WindowOptions } from './chromium.ts';

type Json = Readonly<Record<string, unknown>>;

const SHOP = '{service="shop", instance="shop-1:8080"}';
const lines = (expr: string, options: Json = {}, spec: Json = {}) =>
  panel('logs', { title: 'Lines', queries: [otherQuery('loki', { expr, ...spec })], options });

const BOARD = dashboard(
  'logs',
  {
    all: lines(SHOP, { showTime: true, showLabels: true, showCommonLabels: true }),
    oldest: lines(SHOP, { showTime: true, sortOrder: 'Ascending', enableLogDetails: false }, { maxLines: 5 }),
    wrapped: lines('{service="shop", level="$level"}', { wrapLogMessage: true }, { maxLines: 20 }),
    folded: lines('{service="shop", level="debug"}', { dedupStrategy: 'signature' }),
    counts: panel('table', {
      title: 'Lines by level',
      queries: [
        otherQuery('loki', {
          expr: 'sum by (level) (count_over_time({service="shop"}[$__range]))',
          queryType: 'instant',
        }),
      ],
    }),
    rate: panel('timeseries', {
      title: 'Lines per second',
      queries: [
        otherQuery('loki', { expr: 'sum by (level) (rate({service="shop"}[$__auto]))', legendFormat: '{{level}}' }),
      ],
    }),
    nothing: lines('{service="nobody"}'),
    unknown: lines('{service="shop"} | json'),
  },
  {
    variables: [
      queryVariable('level', '', {
        current: { text: 'error', value: 'error' },
        query: otherQuery('loki', { label: 'level', stream: '{service="shop"}', type: 1 }),
      }),
    ],
  },
);

describe.skipIf(!canBrowse)('logs in a browser', () => {
  let browser: Browser;
  let preview: Preview;
  let opened: Opened;
  const show = (path: string, options?: WindowOptions) => open(browser, preview.url.replace(/\/$/, '') + path, options);
  const element = (name: string) => opened.page.locator(`[data-element="${name}"]`);
  const texts = (name: string): Promise<readonly string[]> => element(name).locator('li').allInnerTexts();
  /** Pixels to the right of what is seen. */
  const hidden = (name: string): Promise<number> =>
    element(name)
      .locator('ol')
      .evaluate((list) => list.scrollWidth - list.clientWidth);
  beforeAll(async () => {
    const state = { ...STATE, resources: [...STATE.resources, BOARD], findings: [] };
    preview = await serve(state, { page: PAGE_FOLDER, data: sampleData({ seed: 1 }), port: 0 });
    browser = await launch();
    opened = await show('/d/logs?drawAll', { height: 1400 });
    if (process.env['SHOTS'] !== undefined)
      await opened.page.screenshot({ path: `${process.env['SHOTS']}/logs.png`, fullPage: true });
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  it('are drawn, and what is not known of their language is an error', async () => {
    expect(await counted(opened.page)).toMatchObject({ total: 8, drawn: 6, empty: 1, failed: 1 });
    expect(await element('unknown').innerText()).toContain('sample logs know stream selectors');
    expect(opened.errors.filter((error) => !/^400 .*\/api\/loki\//.test(error))).toEqual([]);
  });

  it('stand one below the other, the newest first, with time, level and the labels that tell them apart', async () => {
    expect(await element('all').locator('li').count()).toBe(1000);
    const [first = '', second = ''] = await texts('all');
    expect(first).toMatch(
      /^\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\s+(info|debug|warning|error)\s+level=\w+\s+level=/,
    );
    expect(first.trim().slice(0, 23) >= second.trim().slice(0, 23)).toBe(true);
    expect(await element('all').locator('p').innerText()).toContain('service=shop');
    expect(await element('all').locator('li[data-level="info"]').count()).toBeGreaterThan(100);
  });

  it('are as many as asked for, the oldest first where the panel says so', async () => {
    const found = await texts('oldest');
    expect(found).toHaveLength(5);
    const times = found.map((text) => text.trim().slice(0, 23));
    expect(times).toEqual(times.toSorted());
    expect(await element('oldest').getByRole('button', { name: 'Details' }).count()).toBe(0);
  });

  it('open into their fields and labels, and close again', async () => {
    const line = element('all').locator('li').first();
    const details = line.getByRole('button', { name: 'Details' });
    await details.press('Enter');
    expect(await line.getByRole('rowheader', { name: 'msg' }).count()).toBe(1);
    expect(await line.getByRole('row', { name: 'instance shop-1:8080' }).count()).toBe(1);
    expect(await details.getAttribute('aria-expanded')).toBe('true');
    await details.press('Enter');
    expect(await line.getByRole('table').count()).toBe(0);
  });

  it('wrap where the panel says so, and otherwise scroll', async () => {
    expect(await hidden('wrapped')).toBe(0);
    expect(await hidden('all')).toBeGreaterThan(0);
  });

  it('of one level are asked for by a variable', async () => {
    expect((await texts('wrapped')).every((text) => text.includes('request failed'))).toBe(true);
    const { page } = await show('/d/logs?var-level=warning&viewPanel=panel-3');
    expect(await page.locator('[data-element="wrapped"] li').first().innerText()).toContain('slow answer');
  });

  it('that are equal are counted in one', async () => {
    expect((await texts('folded')).some((text) => /×\d+/.test(text))).toBe(true);
  });

  it('become numbers: at one point in time, and over it', async () => {
    const counts = await element('counts').innerText();
    for (const level of ['debug', 'error', 'info', 'warning']) expect(counts).toContain(level);
    expect(await element('counts').getByRole('row').count()).toBe(5);
    expect(await element('rate').innerText()).toContain('warning');
  });
});
