import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, reasonToSkip } from '../exporters/programs.ts';
import { freePort, type Running, start } from '../exporters/running.ts';
import { launch, newPage, previewOf, previewReason, settled } from './previewing.ts';

const PROGRAMS: readonly Program[] = ['prometheus', 'prometheus-node-exporter', 'victoria-metrics'];
const reason = reasonToSkip(PROGRAMS) ?? previewReason;

/** What has something to show only on a host that has some of it. */
const MAY_BE_EMPTY = ['Waiting for resources', 'Disk busy', 'Read and written', 'Swap used'];

/** Starts a node exporter, and what scrapes it every second. */
async function startScraped(): Promise<{
  readonly folder: string;
  readonly running: Running[];
  readonly urls: string[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-scraped-'));
  const [node = 0, prometheus = 0, victoria = 0] = await Promise.all([1, 2, 3].map(freePort));
  const config = join(folder, 'prometheus.json');
  const jobs = [{ job_name: 'node', static_configs: [{ targets: [`127.0.0.1:${node}`] }] }];
  writeFileSync(config, JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: jobs }));
  const urls = [prometheus, victoria].map((port) => `http://127.0.0.1:${port}`);
  const [prometheusUrl = '', victoriaUrl = ''] = urls;
  const running = [
    await start('prometheus-node-exporter', [`--web.listen-address=127.0.0.1:${node}`], {
      ready: `http://127.0.0.1:${node}/metrics`,
    }),
    await start(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'a')}`,
        `--web.listen-address=127.0.0.1:${prometheus}`,
      ],
      { ready: `${prometheusUrl}/-/ready` },
    ),
    await start(
      'victoria-metrics',
      [
        `-promscrape.config=${config}`,
        `-storageDataPath=${join(folder, 'b')}`,
        // By default the last half a minute is not answered, which here is all there is.
        '-search.latencyOffset=1s',
        `-httpListenAddr=127.0.0.1:${victoria}`,
      ],
      { ready: `${victoriaUrl}/health` },
    ),
  ];
  return { folder, running, urls };
}

/** Waits until there are rates to be shown. */
async function measured(url: string): Promise<void> {
  const query = 'count_over_time(node_load1[1m]) > 15';
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(500)) {
    const response = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(`count(${query})`)}`);
    if (/"value":\[/.test(await response.text())) return;
  }
  throw new Error(`${url} has no rates`);
}

interface Shown {
  readonly title: string;
  readonly outcome: 'drawn' | 'empty' | 'failed';
  readonly text: string;
}

/** How each panel that is to be seen ended up. */
async function panelsOn(page: Page): Promise<readonly Shown[]> {
  const panels = await page.locator('[data-panel]').all();
  return Promise.all(
    panels.map(async (panel): Promise<Shown> => {
      const text = (await panel.textContent()) ?? '';
      const [failed, empty] = [panel.getByTestId('panel-failure'), panel.getByRole('status')];
      const outcome = (await failed.count()) > 0 ? 'failed' : (await empty.count()) > 0 ? 'empty' : 'drawn';
      const heading = panel.getByRole('heading');
      const title = (await heading.count()) > 0 ? await heading.first().textContent() : null;
      return { title: title ?? text, outcome, text };
    }),
  );
}

describe.skipIf(reason !== undefined)(
  `the hosts of this repository, as they are${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    let scraped: Awaited<ReturnType<typeof startScraped>>;
    let browser: Browser;

    beforeAll(async () => {
      scraped = await startScraped();
      browser = await launch();
      await Promise.all(scraped.urls.map(measured));
    }, 180_000);

    afterAll(async () => {
      await browser?.close();
      await Promise.all((scraped?.running ?? []).map((program) => program.stop()));
      if (scraped !== undefined) rmSync(scraped.folder, { recursive: true, force: true });
    });

    it.each([
      ['Prometheus', 0],
      ['VictoriaMetrics', 1],
    ])(
      'are drawn from a %s that scrapes a node exporter',
      async (_name, which) => {
        const { url, stop } = await previewOf('--data', scraped.urls[which] ?? '');
        const { page, errors } = await newPage(browser);
        try {
          await page.goto(`${url}d/node-hosts?from=now-5m&to=now&drawAll`);
          await settled(page);
          const panels = await panelsOn(page);
          expect(panels.length).toBeGreaterThanOrEqual(16);
          expect(panels.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
          const empty = panels.filter(({ outcome }) => outcome === 'empty').map(({ title }) => title);
          expect(empty.filter((title) => !MAY_BE_EMPTY.includes(title))).toEqual([]);
          // One host was scraped, and some of its memory is in use.
          const textOf = (title: string): string | undefined => panels.find((panel) => panel.title === title)?.text;
          expect(textOf('Hosts')).toMatch(/^Hosts1$/);
          expect(Number.parseFloat(/([\d.]+)%/.exec(textOf('Fullest memory') ?? '')?.[1] ?? '0')).toBeGreaterThan(0);
          // No sample data, and no mistake of the page.
          expect(await page.getByTestId('sample-badge').count()).toBe(0);
          expect(errors).toEqual([]);
        } finally {
          await page.close();
          await stop();
        }
      },
      120_000,
    );
  },
);
