import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError, systemCode } from '../expected.ts';

/** File in the output folder that says which files there are Binnacle's. */
export const MANIFEST = '.binnacle.json';

/** What a build wrote: the project it belongs to, and the SHA-256 of each file by path relative to the output folder. */
export interface OutputManifest {
  readonly project: string;
  readonly files: ReadonlyMap<string, string>;
}

function isWritten(value: unknown): value is { readonly project: string; readonly files: Record<string, string> } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'project' in value &&
    typeof value.project === 'string' &&
    'files' in value &&
    typeof value.files === 'object' &&
    value.files !== null
  );
}

/** The manifest in an output folder; undefined when there is none. One that cannot be understood is an expected error. */
export function readOutputManifest(out: string): OutputManifest | undefined {
  const path = join(out, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new ExpectedError(`cannot read ${path} (${systemCode(error) ?? String(error)})`);
  }
  try {
    const written: unknown = JSON.parse(text);
    if (!isWritten(written)) throw new Error('not a manifest');
    const { project, files } = written;
    return { project, files: new Map(Object.entries(files)) };
  } catch {
    throw new ExpectedError(
      `${path} is damaged, so it is not known which files beside it may be replaced`,
      'restore it, or delete the output folder and build again',
    );
  }
}

/** The manifest as it is written: sorted by path. */
export function formatOutputManifest({ project, files }: OutputManifest): string {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ project, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}
