import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Resource } from '@binnacle/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../../src/classic/recognise.ts';
import { sampleData } from '../../src/data/sample.ts';
import { ENVIRONMENT } from '../../src/fixtures/shop.ts';
import { PAGE_FOLDER } from '../../src/page-folder.ts';
import { type Preview, serve } from '../../src/server/serve.ts';
import type { PaintCount } from '../paint/counter.ts';
import { canBrowse, counted, launch, settled } from './chromium.ts';

const MIXINS = fileURLToPath(new URL('../../../../../shared/corpus/mixins/', import.meta.url));
const FOLDERS = existsSync(MIXINS)
  ? readdirSync(MIXINS)
      .toSorted()
      .filter((name) => filesIn(name).length > 0)
  : [];
/** `MIXINS=all` opens every dashboard; without it, the first of each mixin, which takes a third of the time. */
const isWhole = process.env['MIXINS'] === 'all';
/** Panels with data of what the preview does not have. */
const FAILING: readonly RegExp[] = [
  /is a server-side expression/,
  /^\s*\w*:? ?query \w+ is a query of (?!loki|prometheus|tempo)/,
];
/** Of all panels, so many are drawn at the least; what is left is told in docs/benchmarks.md. */
const DRAWN = 0.95;

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(MIXINS, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => join(folder, file));
}

function dashboardIn(file: string): Resource {
  const content: unknown = JSON.parse(readFileSync(join(MIXINS, file), 'utf8'));
  const resource = recognise(content, basename(file, '.json'));
  if (resource === undefined) throw new Error(`${file} holds no dashboard`);
  return { ...resource, metadata: { ...resource.metadata, name: file.replaceAll(/\W+/g, '-') } };
}

interface Seen {
  readonly file: string;
  readonly counts: PaintCount | undefined;
  readonly failures: readonly string[];
  readonly errors: readonly string[];
}

/** What the messages of failed panels say. */
function failuresOn(page: Page): Promise<readonly string[]> {
  return page.getByTestId('panel-failure').evaluateAll((all) => all.map((one) => one.textContent ?? ''));
}

describe.skipIf(FOLDERS.length === 0 || !canBrowse)(
  `the dashboards of ${FOLDERS.length} mixins in a browser${FOLDERS.length === 0 ? ' (no ../shared/corpus)' : ''}`,
  () => {
    const seen: Seen[] = [];
    const running: Preview[] = [];
    let browser: Browser;

    /** Opens dashboards of one mixin on sample data, as `binnacle preview *.json` does in its folder. */
    async function look(folder: string): Promise<void> {
      const files = filesIn(folder);
      const beside = files.map(dashboardIn);
      const project = { name: folder, environment: ENVIRONMENT, environments: ['test'], findings: [], root: MIXINS };
      const data = sampleData({ seed: 1 });
      const served = await serve({ ...project, resources: beside, beside }, { page: PAGE_FOLDER, data, port: 0 });
      running.push(served);
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      for (const [i, { metadata }] of (isWhole ? beside : beside.slice(0, 1)).entries()) {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        await page.goto(`${served.url}d/${metadata.name}?drawAll`);
        await settled(page, 90_000).catch((error: unknown) => errors.push(`does not come to rest: ${String(error)}`));
        seen.push({ file: files[i] ?? '', counts: await counted(page), failures: await failuresOn(page), errors });
        await page.close();
      }
      await context.close();
    }

    beforeAll(async () => {
      browser = await launch();
      const queue = [...FOLDERS];
      const work = async (): Promise<void> => {
        for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) await look(folder);
      };
      await Promise.all([work(), work()]);
    }, 1_800_000);

    afterAll(async () => {
      await browser?.close();
      await Promise.all(running.map((served) => served.close()));
    });

    it('open without an error of a script', () => {
      expect(seen.length).toBeGreaterThanOrEqual(FOLDERS.length);
      expect(seen.filter(({ errors }) => errors.length > 0)).toEqual([]);
    });

    it('show no panel that failed but for data that there is not here', () => {
      const unknown = seen.flatMap(({ file, failures }) =>
        failures.filter((text) => !FAILING.some((known) => known.test(text))).map((text) => `${file}: ${text}`),
      );
      expect(unknown).toEqual([]);
    });

    it('are drawn on samples that are made up from their queries', () => {
      const sum = (of: keyof Omit<PaintCount, 'settled'>): number =>
        seen.reduce((total, { counts }) => total + (counts?.[of] ?? 0), 0);
      const [total, drawn, empty, failed, refused] = (['total', 'drawn', 'empty', 'failed', 'refused'] as const).map(
        sum,
      );
      const told = `${seen.length} dashboards, ${total} panels: ${drawn} drawn, ${empty} empty, ${failed} failed, ${refused} refused`;
      console.log(told);
      const without = seen.filter(({ counts }) => (counts?.empty ?? 0) > 0);
      for (const { file, counts } of without)
        console.log(`${file}: ${counts?.empty} of ${counts?.total} panels are empty`);
      expect((drawn ?? 0) / (total ?? 1)).toBeGreaterThan(DRAWN);
    });
  },
);
