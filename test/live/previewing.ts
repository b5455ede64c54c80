import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { canBrowse, launchChromium } from '../../packages/preview/src/fixtures/chromium.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COMMAND = join(ROOT, 'packages/cli/bin/binnacle.js');
const BUILT = [join(ROOT, 'packages/cli/dist/main.js'), join(ROOT, 'packages/preview/dist/page/index.html')];

/** Why no preview of this repository can be looked at here; with CI=true a missing Chromium is no reason but a failure. */
export const previewReason = !BUILT.every(existsSync)
  ? 'needs `npm run build`'
  : canBrowse
    ? undefined
    : 'not installed: Chromium';

export const launch = (): Promise<Browser> => launchChromium();

/** Runs `binnacle preview` of this repository with these arguments; its address, and what ends it. */
export async function previewOf(
  ...args: readonly string[]
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [COMMAND, 'preview', '--port', '0', '--json', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
  let text = '';
  for await (const part of child.stdout) {
    text += String(part);
    if (text.includes('\n')) return { url: (JSON.parse(text) as { readonly url: string }).url, stop };
  }
  throw new Error('the preview ended before it began');
}

/** What the page counts of its panels. */
export interface Counted {
  readonly total: number;
  readonly drawn: number;
  readonly empty: number;
  readonly failed: number;
  readonly refused: number;
}

/** A page, and whatever its scripts and requests complain about. */
export async function newPage(browser: Browser): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  return { page, errors };
}

/** Waits until every panel has its final look; how they ended up. */
export async function settled(page: Page): Promise<Counted> {
  await page.waitForFunction(
    () => (Reflect.get(globalThis, '__binnacle') as { readonly settled?: boolean } | undefined)?.settled === true,
    undefined,
    { timeout: 60_000 },
  );
  return page.evaluate(() => Reflect.get(globalThis, '__binnacle') as Counted);
}
