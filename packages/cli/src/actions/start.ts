import type { Environment } from '@binnacle/model';
import type { PackMemory } from '../cache/pack-memory.ts';
import { openProject, type ProjectFlags } from '../config/open-project.ts';
import { type Project, shown } from '../config/project.ts';
import { load, type Loaded } from '../load/load.ts';
import { createWatchdog } from '../load/watchdog.ts';
import { createProgress, type Progress } from '../progress.ts';
import { painter } from '../terminal.ts';
import { announceWatched } from '../watch/watched.ts';

/** A project, loaded. */
export interface Started {
  readonly project: Project;
  readonly environments: readonly Environment[];
  readonly loaded: Loaded;
  readonly progress: Progress;
}

/**
 * The first steps of every command on a project: read the config, load the definitions, say what to watch. `beside` are files
 * that matter though they are no definitions; `memory` is what was read of the cache before.
 */
export async function start(
  flags: ProjectFlags,
  beside: readonly string[] = [],
  memory?: PackMemory,
): Promise<Started> {
  const progress = createProgress(process.stderr, painter(process.stderr));
  const { project, environments, configFiles: config } = await openProject(flags);
  const configFiles = [...config, ...beside];
  // Known even if loading fails: mending the config must start a new run.
  const ignored = [project.out, project.stateDir];
  await announceWatched({ files: configFiles, folders: [], ignored });
  const watchdog = createWatchdog();
  const loaded = await load(project, {
    cache: flags.cache,
    ...(memory !== undefined && { memory }),
    onFound: (files, folders) => announceWatched({ files: [...configFiles, ...files], folders, ignored }),
    onFile: (file, index, total) => {
      progress.show(`evaluating ${index + 1}/${total} ${shown(file, project)}`);
      watchdog.begin(shown(file, project));
    },
  }).finally(watchdog.end);
  await announceWatched({ files: [...configFiles, ...loaded.files], folders: loaded.folders, ignored });
  return { project, environments, loaded, progress };
}
