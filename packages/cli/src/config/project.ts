import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from '@binnacle/model';
import { ExpectedError } from '../expected.ts';
import { definitionFolders, definitionMatcher } from '../load/definition-files.ts';

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

/**
 * Refuses an output folder that holds definitions, or whose files would be read as definitions. The config's own is never
 * searched for them; another one given with `--out` would be by the next run.
 */
function assertApart({ root, config, out }: Project): void {
  const folder = definitionFolders(config).find((base) => base !== '' && isInside(join(root, base), out));
  if (folder !== undefined) {
    throw new ExpectedError(
      `the output folder ${shown(out, { root })} holds definitions (${folder})`,
      'name a folder of its own, such as `out`',
    );
  }
  const isDefinition = definitionMatcher(config);
  if (!isInside(out, root) || isInside(out, resolve(root, config.out ?? 'out'))) return;
  const written = ['json', 'yaml'].map((extension) => `${shown(out, { root })}/environment/target/name.${extension}`);
  if (!written.some(isDefinition)) return;
  throw new ExpectedError(
    `files in the output folder ${shown(out, { root })} would be read as definitions`,
    'name a folder that no glob of `include` matches, such as `out`, or add it to `exclude`',
  );
}

/** Makes a project of its config file. `out` is relative to `cwd`, the config's own `out` to the config. */
export function createProject(configFile: string, config: Config, out?: { path: string; cwd: string }): Project {
  const root = dirname(configFile);
  const target = out === undefined ? resolve(root, config.out ?? 'out') : resolve(out.cwd, out.path);
  const project: Project = { root, configFile, config, out: target, stateDir: join(root, '.binnacle') };
  if (isInside(root, target)) {
    throw new ExpectedError(
      `the output folder ${shown(target, project)} contains the project itself`,
      'name a folder of its own, such as `out`',
    );
  }
  assertApart(project);
  return project;
}
