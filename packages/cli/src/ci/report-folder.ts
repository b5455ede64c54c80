import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isRecord } from '@binnacle/model';
import { ExpectedError, wordsOf } from '../expected.ts';

/** Folder of the report's pictures, within its own. */
const PICTURES = 'pictures';
/** Files of a report on definitions, pictures aside. */
const FILES = ['report.md', 'report.json', 'report.sarif', 'code-quality.json', 'bundle.json'] as const;
const PICTURE = /^[^/\\]+\.(?:dark|light)\.png$/;

/** The name of a picture in the report's folder. */
export function pictureName(uid: string, theme: string): string {
  return `${PICTURES}/${uid}.${theme}.png`;
}

/** Names of the pictures that an earlier report in a folder says it has; none where there is no report that can be read. */
function drawnBefore(folder: string): string[] {
  try {
    const report: unknown = JSON.parse(readFileSync(resolve(folder, 'report.json'), 'utf8'));
    const pictures = isRecord(report) ? report['pictures'] : undefined;
    const drawn: unknown = isRecord(pictures) ? pictures['drawn'] : undefined;
    const files = (Array.isArray(drawn) ? drawn : []).flatMap((one: unknown) =>
      isRecord(one) && typeof one['file'] === 'string' ? [one['file']] : [],
    );
    // A path in it may lead anywhere: only names within our folder are taken.
    return files.map((file) => basename(file)).filter((name) => PICTURE.test(name));
  } catch {
    return [];
  }
}

/** Removes what an earlier report on definitions left, so that nothing of it stands beside the next; files of others stay. */
export function clearReport(folder: string): void {
  const pictures = drawnBefore(folder).map((name) => join(PICTURES, name));
  for (const name of [...FILES, ...pictures]) {
    try {
      rmSync(resolve(folder, name), { force: true });
    } catch (error) {
      const file = join(folder, name);
      throw new ExpectedError(`${file} cannot be removed: ${wordsOf(error)}`, 'name another folder with --report');
    }
  }
  if (pictures.length === 0) return;
  try {
    rmdirSync(resolve(folder, PICTURES));
  } catch {
    // It holds pictures of others.
  }
}

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
