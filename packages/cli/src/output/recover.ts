import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '../expected.ts';
import { finishInPlace } from './in-place.ts';
import { MANIFEST } from './manifest.ts';
import type { OutputPlaces } from './places.ts';

/** Suffixes of the trees beside an output folder. */
export const NEW = '-new';
export const OLD = '-old';
/** A new tree that is being removed: nothing can be written into it any more. */
export const GONE = '-gone';

/** Puts the former output back: the build died before the new one was in its place. */
function restore(old: string, out: string): void {
  try {
    if (existsSync(out)) rmdirSync(out);
  } catch {
    throw new ExpectedError(
      `a build was killed while it replaced ${out}, and something else has been written there since`,
      `move that away; the former output is in ${old}`,
    );
  }
  renameSync(old, out);
}

/**
 * Brings an output folder that a killed build left behind back to the old output or on to the new one. Only for the
 * holder of the lock: the trees it finds belong to nobody who is alive.
 */
export function recover({ out, beside, prefix }: OutputPlaces): void {
  const old = join(beside, `${prefix}${OLD}`);
  if (existsSync(old) && !existsSync(join(out, MANIFEST))) restore(old, out);
  for (const name of readdirSync(beside)) {
    if (name.startsWith(`${prefix}-lock-`)) rmSync(join(beside, name), { force: true });
  }
  for (const suffix of [NEW, OLD, GONE]) rmSync(join(beside, `${prefix}${suffix}`), { recursive: true, force: true });
  if (existsSync(out)) finishInPlace(out);
}
