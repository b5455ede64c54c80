import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from '@binnacle/model';
import { ExpectedError } from '../expected.ts';

/** A project as the commands see it. Paths are absolute. */
export interface Project {
  /** Folder of the config file: globs and reported paths are relative to it. */
  readonly root: string;
  readonly configFile: string;
  readonly config: Config;
  /** Output folder. */
  readonly out: string;
  /** Where Binnacle keeps its cache, ignored by git. */
  readonly stateDir: string;
}

/** True when `path` is `folder` or lies in it. */
function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path as a report shows it: relative to the project's root, with `/`. */
export function shown(path: string, { root }: Pick<Project, 'root'>): string {
  const short = relative(root, path);
  return (short === '' ? '.' : short).replaceAll('\\', '/');
}

/** Makes a project of its config file. `out` is relative to `cwd`, the config's own `out` to the config. */
export function createProject(configFile: string, config: Config, out?: { path: string; cwd: string }): Project {
  const root = dirname(configFile);
  const target = out === undefined ? resolve(root, config.out ?? 'out') : resolve(out.cwd, out.path);
  const project = { root, configFile, config, out: target, stateDir: join(root, '.binnacle') };
  if (isInside(root, target)) {
    throw new ExpectedError(
      `the output folder ${shown(target, project)} contains the project itself`,
      'name a folder of its own, such as `out`',
    );
  }
  return project;
}
