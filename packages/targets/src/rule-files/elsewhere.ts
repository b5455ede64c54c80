import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord } from '@binnacle/model';
import type { ExpectedGroup, LoadedGroup } from './loaded.ts';
import { groupsIn } from './rule-file.ts';

/** Where files are: ours, and those the server reads. */
export interface Places {
  /** Absolute folder of our files. */
  readonly folder: string;
  /** The server's working directory, that relative paths of its files start from; undefined where it does not say. */
  readonly serverFolder: string | undefined;
}

/** Device and inode: the same file under whatever path, also where a folder is mounted twice. */
function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

function holds(path: string, name: string): boolean {
  try {
    const groups = groupsIn(readFileSync(path, 'utf8')) ?? [];
    return groups.some((group) => isRecord(group) && group['name'] === name);
  } catch {
    return false;
  }
}

/**
 * The path of a file of this machine that a server has loaded one of our groups from, in place of ours; undefined when it reads
 * ours. A path that is not of this machine (the server runs in a container, or on another) proves nothing.
 */
export function loadedElsewhere(
  expected: readonly ExpectedGroup[],
  loaded: readonly LoadedGroup[],
  { folder, serverFolder }: Places,
): string | undefined {
  for (const { file, name } of expected) {
    const own = identity(resolve(folder, file));
    const paths = loaded
      .filter((group) => group.file === file && group.name === name)
      .flatMap(({ path }) =>
        path.startsWith('/') ? [path] : serverFolder === undefined ? [] : [resolve(serverFolder, path)],
      );
    const others = paths.filter((path) => ![own, undefined].includes(identity(path)) && holds(path, name));
    if (others.length > 0 && others.length === paths.length) return others[0];
  }
  return undefined;
}
