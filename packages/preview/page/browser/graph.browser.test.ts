import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleData } from '../../src/data/sample.ts';
import { shop } from '../../src/fixtures/shop.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { type Preview, serve } from '../../src/server/serve.ts';
import { company } from '../fixtures/company.ts';
import { canBrowse, launch, open, settled, type WindowOptions } from './chromium.ts';

const bare = { metrics: [], parts: [], links: [] };
const RULES = STATE.resources
  .filter(({ kind }) => kind === 'PrometheusRule')
  .map((one) => ({ ...one, metadata: { ...one.metadata, labels: { 'binnacle.dev/service': 'shop' } } }));
const PROJECT = {
  ...STATE,
  resources: [
    shop({ dependsOn: ['depot', 'mail'] }),
    shop({ title: 'Till', owner: 'stores', dependsOn: ['shop'], ...bare }, 'till'),
    shop({ title: 'Depot', owner: 'logistics', tier: 3, kind: 'datastore', dependsOn: ['host'], ...bare }, 'depot'),
    shop({ title: 'Host', owner: 'logistics', ...bare }, 'host'),
    shop({ title: 'Poster', owner: 'logistics', ...bare }, 'poster'),
    ...STATE.resources.filter(({ kind }) => kind === 'Dashboard'),
    ...RULES,
  ],
};

/** Ids of the services that are drawn, by what they are to the one that is selected. */
function standings(page: Page): Promise<Readonly<Record<string, string | null>>> {
  return page
    .locator('[data-node]')
    .evaluateAll((nodes) =>
      Object.fromEntries(
        nodes.map((node) => [node.getAttribute('data-node') ?? '', node.getAttribute('data-standing')]),
      ),
    );
}

describe.skipIf(!canBrowse)('the graph of services in a browser', () => {
  let browser: Browser;
  const previews: Preview[] = [];
  const serving = async (project: typeof STATE) => {
    const data = sampleData({ seed: 1, incidents: project === PROJECT ? ['shop.errors'] : [] });
    const preview = await serve(project, { page: PAGE_FOLDER, data, port: 0 });
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

  it('draws every service with whose it is and which alerts fire, and a link for each dependency', async () => {
    const { page, errors } = await show('/graph');
    const shopNode = await page.locator('[data-node="shop"]').innerText();
    for (const word of ['Shop', 'retail · tier 1 · online-serving', '1 firing']) expect(shopNode).toContain(word);
    expect(Object.keys(await standings(page)).toSorted()).toEqual(['depot', 'host', 'mail', 'poster', 'shop', 'till']);
    expect(await page.locator('[data-node="mail"]').innerText()).toContain('declared by no service');
    const links = await page
      .locator('[data-link]')
      .evaluateAll((all) => all.map((one) => String(one.getAttribute('data-link'))));
    expect(links.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['depot host', 'shop depot', 'shop mail', 'till shop']);
    const left = async (id: string) => (await page.locator(`[data-node="${id}"]`).boundingBox())?.x ?? NaN;
    expect(await left('till')).toBeLessThan(await left('shop'));
    expect(await left('shop')).toBeLessThan(await left('depot'));
    expect(errors).toEqual([]);
  });

  it('is reached from the home page, lets neighbours stand out and says what is known, and the address keeps it', async () => {
    const { page, errors } = await show('/');
    await page.getByRole('region', { name: 'Shop' }).getByRole('link', { name: 'In the graph' }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe('?service=shop');
    expect(await standings(page)).toEqual({
      shop: 'selected',
      till: 'needer',
      depot: 'need',
      mail: 'need',
      host: 'far',
      poster: 'far',
    });
    const card = page.getByTestId('service-card');
    for (const word of ['retail · tier 1', '10 metrics', 'Runbook', 'ShopErrors', 'Depends on 2', 'Needed by 1'])
      expect(await card.innerText()).toContain(word);
    expect(await card.getByRole('link', { name: 'Shop', exact: true }).getAttribute('href')).toBe('/d/shop');
    await card.getByRole('button', { name: 'Depot' }).click();
    expect(new URL(page.url()).searchParams.get('service')).toBe('depot');
    await page.reload();
    await settled(page);
    expect((await standings(page))['depot']).toBe('selected');
    await page.locator('[data-node="depot"]').focus();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it('is gone through by keyboard: one card is in the order of tabs, arrows lead on, Enter selects', async () => {
    const { page, errors } = await show('/graph');
    expect(await page.locator('[data-node][tabindex="0"]').count()).toBe(1);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-node'));
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('shop');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('till');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(['depot', 'mail']).toContain(await focused());
    await page.keyboard.press('Enter');
    await page.getByTestId('service-card').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('poster');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('service')).toBe('poster');
    expect(errors).toEqual([]);
  });

  it('shows as much around a service as is asked for, and what an owner has with what is beside it', async () => {
    const { page } = await show('/graph?service=till');
    await page.getByRole('button', { name: '1 step around it' }).click();
    expect(Object.keys(await standings(page)).toSorted()).toEqual(['shop', 'till']);
    await page.getByRole('button', { name: '2 steps' }).click();
    expect(Object.keys(await standings(page)).toSorted()).toEqual(['depot', 'mail', 'shop', 'till']);
    const { page: owned } = await show('/graph?owner=stores');
    expect(Object.keys(await standings(owned)).toSorted()).toEqual(['shop', 'till']);
  });

  it('says the same in a list', async () => {
    const { page } = await show('/graph');
    await page.getByRole('button', { name: 'List' }).click();
    const row = page.getByRole('row', { name: 'Shop' }).first();
    expect(await row.innerText()).toContain('retail');
    expect((await row.getByRole('cell').allInnerTexts()).slice(-2)).toEqual(['Depot, mail', 'Till']);
    await row.getByRole('button').click();
    await page.getByTestId('service-card').waitFor();
  });

  it('says that nothing fits, and fits a phone', async () => {
    const { page } = await show('/graph?q=nowhere', { width: 390, light: true });
    await page.getByText('No service fits what is asked').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.locator('[data-node="shop"]').click();
    await page.getByTestId('service-card').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('stays usable with a thousand services: by owner first, then what is asked for, and never too much', async () => {
    const large = await serving(company(1000));
    const { page, errors } = await large('/graph');
    expect(await page.locator('[data-node]').count()).toBe(20);
    expect(await page.locator('[data-node="team-3"]').innerText()).toContain('50 services');
    await page.locator('[data-node="team-3"]').click();
    await page.locator('[data-node="svc3"]').waitFor();
    expect(new URL(page.url()).searchParams.get('owner')).toBe('team-3');
    await page.getByRole('searchbox').fill('svc999');
    await page.locator('[data-node="svc999"]').waitFor({ state: 'detached' });
    const { page: around } = await large('/graph?service=svc3');
    const drawn = await around.locator('[data-node]').count();
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThanOrEqual(150);
    const { page: whole } = await large('/graph?view=services');
    expect(await whole.getByText('150 of 1,000 are drawn').count()).toBe(1);
    const { page: list } = await large('/graph?view=list');
    expect(await list.getByText('1 to 100 of 1,000 services').count()).toBe(1);
    expect(errors).toEqual([]);
  });
});
