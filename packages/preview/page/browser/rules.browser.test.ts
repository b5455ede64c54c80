import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { serve, type Preview } from '../../src/server/serve.ts';
import { sampleData } from '../../src/data/sample.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { canBrowse, launch, open, settled, type WindowOptions } from './chromium.ts';

describe.skipIf(!canBrowse)('the rules page in a browser', () => {
  let browser: Browser;
  let preview: Preview;
  beforeAll(async () => {
    preview = await serve(STATE, { page: PAGE_FOLDER, data: sampleData({ seed: 1 }), port: 0 });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });
  const show = (path: string, options?: WindowOptions) => open(browser, preview.url.replace(/\/$/, '') + path, options);

  it('is reached from the home page by keyboard, and says that a calm alert is quiet', async () => {
    const { page, errors } = await show('/');
    await page.getByRole('link', { name: 'Rules' }).focus();
    await page.keyboard.press('Enter');
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/rules');
    expect(await page.locator('[data-rule="ShopErrors"]').getByTestId('alert-state').innerText()).toBe('quiet');
    expect(await page.getByTestId('record-line').getByRole('img').getAttribute('aria-label')).toMatch(/1 series from/);
    expect(errors).toEqual([]);
  });

  it('shows an alert fire when an incident is switched on, with its texts as they read', async () => {
    const { page, errors } = await show('/rules');
    await page.getByRole('combobox', { name: 'Switch an incident on' }).click();
    await page.getByRole('option', { name: /: errors$/ }).click();
    const rule = page.locator('[data-rule="ShopErrors"]');
    await rule.locator('[data-span="firing"]').waitFor();
    expect(await rule.getByTestId('alert-state').innerText()).toBe('firing');
    expect(await rule.locator('[data-span="pending"]').count()).toBeGreaterThan(0);
    await rule.getByRole('button', { expanded: false }).click();
    await page.getByText(/^[\d.]+% of requests of shop fail$/).waitFor();
    expect(new URL(page.url()).searchParams.getAll('open')).toHaveLength(1);
    await page.getByRole('button', { name: '1 firing' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-rule]').length === 1);
    await page.getByLabel('Shop: errors').click({ force: true });
    await page.getByText('No rule fits what is asked').waitFor();
    expect(errors).toEqual([]);
  });

  it('is gone through by keyboard: / to the search, arrows through the rules, Enter opens one', async () => {
    const { page, errors } = await show('/rules');
    await page.keyboard.press('/');
    await page.keyboard.type('shop');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-rule="ShopErrors"]').getByRole('button', { expanded: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('shop');
    expect(errors).toEqual([]);
  });

  it('finds nothing in words, and fits a phone', async () => {
    const { page } = await show('/rules?q=nothing-like-it', { width: 390, light: true });
    await page.getByText('No rule fits what is asked').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.locator('[data-rule="ShopErrors"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
