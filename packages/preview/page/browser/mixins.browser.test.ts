import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Resource } from '@binnacle/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../../src/classic/recognise.ts';
import { sampleData } from '../../src/data/sample.ts';
import { ENVIRONMENT } from '../../src/fixtures/shop.ts';
import { type Preview, serve } from '../../src/server/serve.ts';
import { canBrowse, counted, launch, open } from './chromium.ts';

const MIXINS = fileURLToPath(new URL('../../../../../shared/corpus/mixins/', import.meta.url));
import { PAGE_FOLDER as PAGE } from '../../src/page-folder.ts';
const FILES = existsSync(MIXINS)
  ? readdirSync(MIXINS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .toSorted()
  : [];

function dashboardIn(file: string): Resource {
  const content: unknown = JSON.parse(readFileSync(join(MIXINS, file), 'utf8'));
  const resource = recognise(content, basename(file, '.json'));
  if (resource === undefined) throw new Error(`${file} holds no dashboard`);
  const name = file.replaceAll(/[^\w]+/g, '-');
  return { ...resource, metadata: { ...resource.metadata, name } };
}

describe.skipIf(FILES.length === 0 || !canBrowse)('mixins', () => {
  let served: Preview;
  let browser: Browser;
  beforeAll(async () => {
    const resources = FILES.map(dashboardIn);
    const state = {
      name: 'm',
      environment: ENVIRONMENT,
      environments: [],
      resources,
      beside: resources,
      findings: [],
      root: dirname(MIXINS),
    };
    served = await serve(state, { page: PAGE, data: sampleData({ seed: 1 }), port: 0 });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  it('sweep', async () => {
    const out: unknown[] = [];
    const queue = FILES.filter((f) => f.includes(process.env['MIX'] ?? '')).map((file) => file);
    const begun = performance.now();
    const work = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const uid = file.replaceAll(/[^\w]+/g, '-');
        const t = performance.now();
        try {
          const { page, errors } = await open(browser, `${served.url}d/${uid}?drawAll`, { height: 1200 });
          const counts = await counted(page);
          const panels = await page.evaluate(() =>
            [...document.querySelectorAll('[data-panel]')].map((p) => ({
              title: p.querySelector('h2,h6,[data-testid*="Panel header"]')?.textContent ?? p.textContent?.slice(0, 40),
              element: p.getAttribute('data-element'),
              failure: [...p.querySelectorAll('[data-testid="panel-failure"]')].map((f) => f.textContent),
              note: [...p.querySelectorAll('[role="status"]')].map((f) => f.textContent),
            })),
          );
          out.push({ file, counts, errors, panels, url: page.url(), ms: performance.now() - t });
          if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'], fullPage: true });
          await page.context().close();
        } catch (error) {
          out.push({ file, crash: String(error) });
        }
      }
    };
    await Promise.all([work(), work()]);
    console.log('seconds', (performance.now() - begun) / 1000);
    if (process.env['MIXOUT']) writeFileSync(process.env['MIXOUT'], JSON.stringify(out, null, 1));
    expect(out.length).toBeGreaterThan(0);
  }, 600_000);
});
