import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ExpectedError, wordsOf } from '../expected.ts';

/** The certificates in the file that a destination's `caFile` names; nothing where it names none. Throws an expected error. */
export function certificates(caFile: string | undefined, root: string): { readonly ca?: Buffer } {
  if (caFile === undefined) return {};
  try {
    return { ca: readFileSync(resolve(root, caFile)) };
  } catch (error) {
    throw new ExpectedError(`${caFile} cannot be read: ${wordsOf(error)}`, 'correct caFile in the config');
  }
}
