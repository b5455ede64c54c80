import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearReport, pictureName, writeReportFile } from './report-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const left = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();

function report(...files: readonly string[]): void {
  const drawn = files.map((file) => ({ uid: 'x', file }));
  writeReportFile(folder, 'report.json', JSON.stringify({ pictures: { drawn } }));
}

test('nothing of an earlier report is left', () => {
  const pictures = [pictureName('shop', 'dark'), pictureName('shop', 'light')];
  for (const name of ['report.md', 'report.sarif', 'code-quality.json', 'bundle.json', ...pictures]) {
    writeReportFile(folder, name, '');
  }
  report(...pictures.map((name) => join(folder, name)));
  clearReport(folder);
  expect(left()).toEqual([]);
});

test('files of others stay, whatever a report says', () => {
  for (const name of ['notes.md', 'secret.dark.png', 'pictures/logo.dark.png', 'pictures/logo.svg']) {
    writeReportFile(folder, name, '');
  }
  report(
    join(folder, 'pictures/shop.dark.png'),
    '../secret.dark.png',
    join(folder, 'pictures/logo.svg'),
    '/etc/passwd',
  );
  writeReportFile(folder, 'pictures/shop.dark.png', '');
  clearReport(folder);
  expect(left()).toEqual(['notes.md', 'pictures', 'pictures/logo.dark.png', 'pictures/logo.svg', 'secret.dark.png']);
});

test('a folder that is not there, and a report that cannot be read', () => {
  clearReport(join(folder, 'none'));
  writeFileSync(join(folder, 'report.json'), '{"pictures":{"drawn":[null]}}');
  mkdirSync(join(folder, 'pictures'));
  clearReport(folder);
  expect(left()).toEqual(['pictures']);
});
