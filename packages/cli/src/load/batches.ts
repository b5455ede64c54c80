import { basename } from 'node:path';

/**
 * Files bundled together. All modules of a bundle share one scope, and the cost of evaluating them grows with the square of
 * it: measured on 3,000 files, one bundle took twice as long as batches of this size, on 6,000 four times.
 */
const BATCH = 120;

/** A batch that needs this many times its own files shares most of them with the others: one bundle is cheaper. */
const SHARED = 4;

function stem(file: string): string {
  const name = basename(file);
  return name.slice(0, name.indexOf('.'));
}

/** Definition files in batches of files that are likely to import each other: those of the same name, as one service's are. */
export function batches(files: readonly string[], size = BATCH): readonly (readonly string[])[] {
  const alike = new Map<string, string[]>();
  for (const file of files) {
    const group = alike.get(stem(file));
    if (group === undefined) alike.set(stem(file), [file]);
    else group.push(file);
  }
  const made: string[][] = [[]];
  for (const group of alike.values()) {
    const last = made.at(-1) ?? [];
    if (last.length > 0 && last.length + group.length > size) made.push([...group]);
    else last.push(...group);
  }
  return made;
}

/** True when bundling in batches would bundle the same files over and over. */
export function isEntangled(batch: readonly string[], closures: ReadonlyMap<string, readonly string[]>): boolean {
  return new Set([...closures.values()].flat()).size > SHARED * batch.length;
}
