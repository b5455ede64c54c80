import { isNothing } from '../../../diff/words.ts';
import { isRecord } from '../../../record.ts';
import type { Leaves } from './view.ts';

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function collect(value: unknown, path: string, found: Map<string, string | number | boolean>): void {
  if (isNothing(value)) return;
  if (isScalar(value)) found.set(path, value);
  else if (Array.isArray(value) && value.every(isScalar)) {
    if (value.length > 0) found.set(path, value.join(', '));
  } else if (Array.isArray(value) || isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) collect(inner, path === '' ? key : `${path}.${key}`, found);
  }
}

/** The values of each named tree, by path. Lists of plain values are one value; `without` are paths, with what is below, that are told elsewhere or say nothing. */
export function leaves(trees: Readonly<Record<string, unknown>>, without: readonly string[] = []): Leaves {
  const found = new Map<string, string | number | boolean>();
  for (const [name, tree] of Object.entries(trees)) collect(tree, name, found);
  for (const path of found.keys()) {
    if (without.some((hidden) => path === hidden || path.startsWith(`${hidden}.`))) found.delete(path);
  }
  return found;
}
