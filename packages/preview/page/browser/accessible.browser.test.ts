import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleData } from '../../src/data/sample.ts';
import { STATE } from '../../src/fixtures/state.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { type Preview, serve } from '../../src/server/serve.ts';
import { canBrowse, launch, open } from './chromium.ts';

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

/** What is wrong on a page, a line for each element. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate((options) => globalThis.window.axe.run(document, options), OPTIONS);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary.split('\n')[1] ?? ''}`),
  );
}

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['a search without a find', '/?q=nothing-like-it'],
  ['a dashboard', '/d/requests'],
  ['rules', '/rules?open=PrometheusRule%2Fshop%2Fspec%2Fgroups%2F0%2Frules%2F1'],
  ['contracts', '/contracts?open=shop.shop_requests_total'],
  ['graph', '/graph?service=shop'],
  ['graph as a list', '/graph?view=list'],
  ['explore', '/explore'],
  ['a metric', '/explore?metric=shop.shop_requests_total&by=code&where=code%3D~5..&where=method%3DGET'],
  ['a metric with a query of its own', '/explore?metric=shop.shop_requests_total&query=up'],
  ['an empty scratch dashboard', '/scratch'],
  ['nothing', '/nowhere'],
];

describe.skipIf(!canBrowse)('what axe finds', () => {
  let browser: Browser;
  let preview: Preview;
  beforeAll(async () => {
    preview = await serve(STATE, {
      page: PAGE_FOLDER,
      data: sampleData({ seed: 1, incidents: ['shop.errors'] }),
      port: 0,
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  describe.each([
    ['dark', false],
    ['light', true],
  ] as const)('in the %s theme', (_, light) => {
    it.each(PAGES)('is nothing: %s', async (_name, path) => {
      const { page } = await open(browser, preview.url.replace(/\/$/, '') + path, { light });
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });
  });
});
