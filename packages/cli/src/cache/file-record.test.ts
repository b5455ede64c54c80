import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { ABSENT, type FileRecord, recordFile, verifyFile } from './file-record.ts';

async function recorded(): Promise<{ path: string; record: FileRecord }> {
  const path = join(folderWith({ file: 'one' }), 'file');
  await sleep(50);
  return { path, record: recordFile(path, Date.now()) };
}

it('finds an untouched file the same by its stamp alone', async () => {
  const { record } = await recorded();
  expect(verifyFile(record)).toBe(record);
});

it('finds a touched file the same by its content, and renews the stamp', async () => {
  const { path, record } = await recorded();
  utimesSync(path, 1e9, 1e9);
  await sleep(50);
  const renewed = verifyFile(record);
  expect([renewed === record, renewed?.[1], renewed?.[5]]).toEqual([false, 1e12, record[5]]);
});

it('finds a file of other content changed, even with the time and size it had', async () => {
  const { path, record } = await recorded();
  const [, mtime] = record;
  writeFileSync(path, 'two');
  utimesSync(path, mtime / 1000, mtime / 1000);
  expect(verifyFile(record)).toBeUndefined();
});

it('finds a file replaced by another of the same time and size changed', async () => {
  const { path, record } = await recorded();
  writeFileSync(`${path}.new`, 'two');
  utimesSync(`${path}.new`, record[1] / 1000, record[1] / 1000);
  renameSync(`${path}.new`, path);
  expect(verifyFile(record)).toBeUndefined();
});

it('finds a deleted file changed, and one that was absent and is there', async () => {
  const { path, record } = await recorded();
  rmSync(path);
  expect(verifyFile(record)).toBeUndefined();
  const absent = recordFile(path, Date.now());
  expect([absent[5], verifyFile(absent)]).toEqual([ABSENT, absent]);
  writeFileSync(path, '');
  expect(verifyFile(absent)).toBeUndefined();
});

it('trusts nothing that was touched while it was being read', () => {
  const path = join(folderWith({ file: 'one' }), 'file');
  const record = recordFile(path, Date.now());
  expect([record[5], verifyFile(record)]).toEqual(['', undefined]);
});

it('takes the names in a folder for its content', async () => {
  const folder = join(folderWith({ 'sub/a': '' }), 'sub');
  await sleep(50);
  const record = recordFile(folder, Date.now());
  writeFileSync(join(folder, 'a'), 'other');
  expect(verifyFile(record)).toBe(record);
  mkdirSync(join(folder, 'b'));
  expect(verifyFile(record)).toBeUndefined();
});
