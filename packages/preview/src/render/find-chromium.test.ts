import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';

const root = mkdtempSync(join(tmpdir(), 'binnacle-chromium-'));
afterAll(() => rmSync(root, { recursive: true }));

function program(folder: string, name: string, mode = 0o755): string {
  const path = join(root, folder, name);
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
}

it('finds chromium before Chrome, wherever on the path', () => {
  program('a', 'google-chrome');
  const chromium = program('b', 'chromium');
  expect(findChromium({ PATH: [join(root, 'a'), join(root, 'b')].join(delimiter) })).toBe(chromium);
});

it('takes the one that is named', () => {
  const own = program('c', 'my-chrome');
  expect(findChromium({ CHROME_PATH: own, PATH: join(root, 'b') })).toBe(own);
});

it('one that is named and cannot be run is an error', () => {
  const path = program('d', 'chromium', 0o644);
  expect(() => findChromium({ CHROME_PATH: path })).toThrow(`CHROME_PATH names ${path}, which cannot be run`);
});

it.runIf(process.platform === 'linux')('none at all is an error', () => {
  expect(() => findChromium({ PATH: join(root, 'nothing') })).toThrow('there is no Chromium on this machine');
});
