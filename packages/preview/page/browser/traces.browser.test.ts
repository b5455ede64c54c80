import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { sampleData } from '../../src/data/sample.ts';
import { shop } from '../../src/fixtures/shop.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { serve, type Preview } from '../../src/server/serve.ts';
import { dashboard, otherQuery, panel } from '../fixtures/dashboards.ts';
import { canBrowse, counted, launch, open, settled, type WindowOptions } from './chromium.ts';

const found = (query: string) => [otherQuery('tempo', { query, queryType: 'traceql', limit: 10 })];
const service = { id: 'service', tag: 'service.name', operator: '=', scope: 'resource', valueType: 'string' };

const BOARD = dashboard(
  'traces',
  {
    list: panel('table', { title: 'Found', queries: found('{ resource.service.name = "shop" }') }),
    bars: panel('traces', { title: 'Bars', queries: found('{}') }),
    one: panel('traces', { title: 'One', queries: found('$trace') }),
    searched: panel('table', {
      title: 'Searched',
      queries: [otherQuery('tempo', { queryType: 'traceqlSearch', filters: [{ ...service, value: ['till'] }] })],
    }),
    unknown: panel('traces', { title: 'Unknown', queries: found('{} | rate()') }),
  },
  {
    variables: [
      {
        kind: 'TextVariable',
        spec: { name: 'trace', hide: 'dontHide', skipUrlSync: false, query: '', current: { text: '', value: '' } },
      },
    ],
  },
);

describe.skipIf(!canBrowse)('traces in a browser', () => {
  let browser: Browser;
  let preview: Preview;
  const show = (path: string, options?: WindowOptions) => open(browser, preview.url.replace(/\/$/, '') + path, options);
  beforeAll(async () => {
    const others = STATE.resources.filter(({ kind }) => kind !== 'Service');
    const services = [shop({ dependsOn: ['till'] }), shop({ title: 'Till', metrics: [], parts: [] }, 'till')];
    const state = { ...STATE, resources: [...others, ...services, BOARD], findings: [] };
    preview = await serve(state, { page: PAGE_FOLDER, data: sampleData({ seed: 1 }), port: 0 });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  it('are found, by a text or by what was chosen in a search; what is not known of their language is an error', async () => {
    const { page, errors } = await show('/d/traces?drawAll', { height: 1400 });
    const element = (name: string) => page.locator(`[data-element="${name}"]`);
    expect(await counted(page)).toMatchObject({ total: 5, drawn: 4, failed: 1 });
    const list = await element('list').innerText();
    for (const word of ['Trace ID', 'Start time', 'Service', 'Name', 'Duration', 'shop', 'ms'])
      expect(list).toContain(word);
    expect(await element('list').getByRole('row').count()).toBe(11);
    expect(await element('searched').getByRole('gridcell', { name: 'till' }).count()).toBeGreaterThan(5);
    expect(await element('searched').innerText()).not.toContain('shop');
    expect(await element('bars').getByRole('listitem').count()).toBe(10);
    expect(await element('unknown').innerText()).toContain('sample traces know one { … }');
    expect(errors.filter((error) => !/^400 .*\/api\/tempo\//.test(error))).toEqual([]);
  });

  it('open from a table, beside the dashboard, and close again', async () => {
    const { page, errors } = await show('/d/traces?viewPanel=panel-1&from=now-30m&to=now');
    const link = page.getByRole('link', { name: /^[0-9a-f]{32}$/ }).first();
    const id = await link.innerText();
    await link.click();
    const trace = page.getByTestId('trace');
    await trace.getByText(id).waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('trace'), searchParams.get('from')]).toEqual([id, 'now-30m']);
    expect(await trace.getByRole('listitem').count()).toBeGreaterThan(6);
    expect(await trace.innerText()).toContain('query the database');
    expect(await trace.innerText()).toContain('till');
    await page.keyboard.press('Escape');
    await trace.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('trace')).toBe(false);
    expect(errors).toEqual([]);
  });

  it('open from the bars of a list', async () => {
    const { page } = await show('/d/traces?viewPanel=panel-2');
    await page.locator('[data-element="bars"]').getByRole('button', { name: 'shop' }).first().press('Enter');
    const trace = page.getByTestId('trace');
    await trace.getByText('authenticate').first().waitFor();
    expect(new URL(page.url()).searchParams.get('trace')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are drawn by their id, the spans below what they are part of', async () => {
    const { page: first } = await show('/d/traces?viewPanel=panel-1');
    const id = await first
      .getByRole('link', { name: /^[0-9a-f]{32}$/ })
      .first()
      .innerText();
    const { page, errors } = await show(`/d/traces?viewPanel=panel-3&var-trace=${id}`);
    const spans = page.locator('[data-element="one"]').getByRole('listitem');
    expect((await spans.allInnerTexts()).slice(0, 2).join(' ')).toContain('authenticate');
    expect(await page.locator('[data-element="one"]').innerText()).toContain(id);
    expect(errors).toEqual([]);
  });

  it('that there is not is said', async () => {
    const { page } = await show('/d/traces?viewPanel=panel-1&trace=0123456789abcdef0123456789abcdef');
    await settled(page);
    const said = page.getByTestId('trace').getByRole('alert');
    expect(await said.innerText()).toBe('there is no sample trace 0123456789abcdef0123456789abcdef');
  });
});
