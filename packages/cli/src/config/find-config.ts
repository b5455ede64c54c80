import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ExpectedError } from '../expected.ts';

/** Names of the config file, the first of a folder wins. */
export const CONFIG_NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `binnacle.config.${extension}`);

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The config file `given` on the command line, or the nearest one in `cwd` or a folder above it. Absolute. */
export function findConfig(cwd: string, given?: string): string {
  if (given !== undefined) {
    const path = resolve(cwd, given);
    if (isFile(path)) return path;
    throw new ExpectedError(`no config file at ${given}`, 'correct the path given with --config');
  }
  for (let folder = cwd; ; folder = dirname(folder)) {
    const name = CONFIG_NAMES.find((candidate) => isFile(join(folder, candidate)));
    if (name !== undefined) return join(folder, name);
    if (dirname(folder) === folder) break;
  }
  throw new ExpectedError(
    `no ${CONFIG_NAMES[0]} in ${cwd} or a folder above it`,
    'run `binnacle init` to start a project, or name the file with --config',
  );
}
