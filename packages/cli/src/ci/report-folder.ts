import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ExpectedError, wordsOf } from '../expected.ts';

/** Writes one file of the report; its path as the user named the folder. Throws an expected error when it cannot be written. */
export function writeReportFile(folder: string, name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(resolve(file), content);
    return file;
  } catch (error) {
    throw new ExpectedError(`${file} cannot be written: ${wordsOf(error)}`, 'name another folder with --report');
  }
}
