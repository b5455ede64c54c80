import type { Browser, Page } from 'playwright-core';
import { isRecord } from '@binnacle/model';
import { findChromium, RenderError } from './find-chromium.ts';

export type Theme = 'dark' | 'light';
export type PictureFormat = 'pdf' | 'png';

/** What of a dashboard is to be drawn, and how. */
export interface PictureOrder {
  readonly uid: string;
  /** The dashboard alone, or beside its other version, which a comparer of the preview has. Default: alone. */
  readonly of?: 'both' | 'dashboard';
  readonly theme: Theme;
  readonly format: PictureFormat;
  /** Pixels. */
  readonly width: number;
  /** As in the dashboard's address: `from`, `to`, `var-job`, … */
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
}

/** How the panels of a picture ended up. */
export interface PanelCounts {
  readonly total: number;
  readonly drawn: number;
  readonly empty: number;
  readonly failed: number;
  readonly refused: number;
}

export interface Picture {
  readonly content: Uint8Array;
  readonly panels: PanelCounts;
}

/** Draws dashboards of a preview that is being served. */
export interface Renderer {
  /** @throws RenderError when the page does not come to rest */
  readonly picture: (order: PictureOrder) => Promise<Picture>;
  readonly close: () => Promise<void>;
}

/** Name of the counter that the page keeps of its panels. */
const COUNTER = '__binnacle';
/** How often the counter is looked at. */
const LOOK_MS = 50;
/** Panels wait for queries, and queries may be long. */
const PATIENCE_MS = 60_000;
const FIRST_HEIGHT = 1000;
/** Larger pictures are refused by Chromium. */
const MOST_HEIGHT = 16_000;
/** Pixels of the picture for each of the page. */
const SCALE = 2;

function numberIn(counter: Readonly<Record<string, unknown>>, name: string): number {
  const value = counter[name];
  return typeof value === 'number' ? value : 0;
}

function countsIn(counter: unknown): PanelCounts {
  const from = isRecord(counter) ? counter : {};
  const of = (name: string): number => numberIn(from, name);
  return { total: of('total'), drawn: of('drawn'), empty: of('empty'), failed: of('failed'), refused: of('refused') };
}

/** The page's counter. A function and no text, which the page's policy would not let run. */
async function readCounter(page: Page): Promise<unknown> {
  const text = await page.evaluate((name) => JSON.stringify(Reflect.get(globalThis, name)), COUNTER);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Waits until all panels have their final look; how they ended up. */
async function settled(page: Page, uid: string): Promise<PanelCounts> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- looked at again and again
    const found = await readCounter(page);
    if (isRecord(found) && found['settled'] === true) return countsIn(found);
    if (performance.now() > deadline) {
      const { total, drawn } = countsIn(found);
      throw new RenderError(
        `${uid} did not come to rest within ${PATIENCE_MS / 1000} s: ${drawn} of ${total} panels were drawn`,
        'look at it with `binnacle preview`',
      );
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.waitForTimeout(LOOK_MS);
  }
}

/** Where the preview at an address shows what a picture is of, without what is only there to be used. */
export function pictureAddress(base: string, { uid, of, parameters = {} }: PictureOrder): string {
  const url = new URL(`${of === 'both' ? 'compare' : 'd'}/${encodeURIComponent(uid)}`, base);
  url.search = of === 'both' ? 'view=both&drawAll' : 'drawAll';
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
  }
  return url.href;
}

async function draw(browser: Browser, base: string, order: PictureOrder): Promise<Picture> {
  const { uid, theme, format, width } = order;
  const context = await browser.newContext({
    viewport: { width, height: FIRST_HEIGHT },
    colorScheme: theme,
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(pictureAddress(base, order));
    let panels = await settled(page, uid);
    // Panels are drawn when they come into view: all of them are in a window as high as the page.
    const whole = await page
      .locator('html')
      .evaluate(({ scrollHeight }: { readonly scrollHeight: number }) => scrollHeight);
    const height = Math.min(MOST_HEIGHT, Math.max(FIRST_HEIGHT, whole));
    if (height > FIRST_HEIGHT) {
      await page.setViewportSize({ width, height });
      // Until the page has noticed, it is as settled as before.
      await page.waitForTimeout(4 * LOOK_MS);
      panels = await settled(page, uid);
    }
    if (format === 'png') return { panels, content: await page.screenshot({ animations: 'disabled', caret: 'hide' }) };
    await page.emulateMedia({ media: 'screen', colorScheme: theme });
    const content = await page.pdf({
      width: `${width}px`,
      height: `${height}px`,
      printBackground: true,
      pageRanges: '1',
    });
    return { panels, content };
  } finally {
    await context.close();
  }
}

/** Starts Chromium without a window to draw dashboards of the preview at an address. @throws RenderError */
export async function createRenderer(base: string, env: NodeJS.ProcessEnv = process.env): Promise<Renderer> {
  const executablePath = findChromium(env);
  const { chromium } = await import('playwright-core');
  let browser: Browser;
  try {
    // Containers run as root, where Chromium has no sandbox. It shows this machine's own page and nothing else.
    const args = [
      '--force-color-profile=srgb',
      '--hide-scrollbars',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    browser = await chromium.launch({ executablePath, args });
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    throw new RenderError(`${executablePath} does not start: ${reason}`, 'name another Chromium in CHROME_PATH');
  }
  return {
    picture: (order) => draw(browser, base, order),
    close: () => browser.close(),
  };
}
