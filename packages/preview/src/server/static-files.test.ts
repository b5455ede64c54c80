import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staticFile } from './static-files.ts';

const root = mkdtempSync(join(tmpdir(), 'binnacle-page-'));
const page = join(root, 'page');

beforeAll(() => {
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<title>page</title>');
  writeFileSync(join(page, 'assets/index-Bx3f9aQ1.js'), 'page()');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'page-beside.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(page, 'link.txt'));
});

afterAll(() => rmSync(root, { recursive: true }));

it.each([
  ['/', '<title>page</title>', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', '<title>page</title>', 'text/html; charset=utf-8', 'no-cache'],
  ['/d/checkout', '<title>page</title>', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/index-Bx3f9aQ1.js', 'page()', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
])('%s', (path, content, type, cache) => {
  const file = staticFile(page, path);
  expect(file?.content.toString()).toBe(content);
  expect(file?.headers).toEqual({ 'content-type': type, 'cache-control': cache });
});

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/../page-beside.txt',
  '/assets/../../secret.txt',
  '/link.txt',
  '/missing.js',
  '/a%00.txt',
  '/%zz.txt',
])('%s is no file of the page', (path) => {
  expect(staticFile(page, path)).toBeUndefined();
});
