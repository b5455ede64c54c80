import { basename, dirname } from 'node:path';
import {
  type Diagnostic,
  type Environment,
  environments as environmentsOf,
  hasErrors,
  isPrometheusRule,
  isService,
  type Resource,
  resourceId,
} from '@binnacle/model';
import { start } from '../actions/start.ts';
import type { PackMemory } from '../cache/pack-memory.ts';
import { openResourceMemo, type ResourceMemo } from '../cache/resource-memo.ts';
import { openStore } from '../cache/store.ts';
import { findConfig } from '../config/find-config.ts';
import { ExpectedError } from '../expected.ts';
import { presentable } from '../findings.ts';
import { announceWatched } from '../watch/watched.ts';
import { dashboardIn } from './json-file.ts';
import type { ReadOrder, ReadProject, SentResource } from './message.ts';

/** Resources that samples can be made of: those of which the shape is wrong are only told of. */
function usable(resources: readonly Resource[], findings: readonly Diagnostic[]): readonly Resource[] {
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ resource }) => resource));
  return resources.filter(
    (resource) => !(isService(resource) || isPrometheusRule(resource)) || !wrong.has(resourceId(resource)),
  );
}

function hasConfig(config: string | undefined): boolean {
  try {
    findConfig(process.cwd(), config);
    return true;
  } catch (error) {
    if (error instanceof ExpectedError && config === undefined) return false;
    throw error;
  }
}

/** The environment that is asked for: the first of those that are. */
function environmentOf([first]: readonly Environment[]): Environment {
  if (first === undefined) throw new ExpectedError('the config has no environment', 'add one to `environments`');
  return first;
}

const FORGETFUL: ResourceMemo = {
  scope: () => ({ get: () => undefined, set: () => undefined }),
  save: () => undefined,
};

/** Files by themselves, where there is no project. */
async function alone(files: readonly string[], beside: readonly Resource[]): Promise<ReadProject> {
  await announceWatched({ files, folders: [], ignored: [] });
  const root = dirname(files[0] ?? process.cwd());
  const environment = environmentOf(
    environmentsOf({ project: 'files', environments: { default: { prometheus: { scrapeInterval: '15s' } } } }),
  );
  const { examine } = await import('../examine.ts');
  const { findings } = examine(beside, [environment], FORGETFUL);
  const name = basename(root) || 'dashboards';
  return {
    type: 'project',
    name,
    environment,
    environments: [environment.name],
    root,
    own: [],
    beside,
    findings,
    broken: [],
  };
}

/** Reads a project and the files beside it, and checks both; says what to watch on the way. */
export async function readProject({ flags, files, known = [] }: ReadOrder, memory?: PackMemory): Promise<ReadProject> {
  const beside = files.map((file) => dashboardIn(file, process.cwd()));
  if (files.length > 0 && !hasConfig(flags.config)) return alone(files, beside);
  const { project, environments, loaded } = await start(flags, files, memory);
  const environment = environmentOf(environments);
  const [{ examine }, resources] = await Promise.all([import('../examine.ts'), loaded.resources()]);
  const memo = openResourceMemo(flags.cache ? openStore(project.stateDir) : undefined, loaded);
  const names = new Set(beside.map(resourceId));
  const own = resources.filter((resource) => !names.has(resourceId(resource)));
  const { findings } = examine([...own, ...beside], [environment], memo);
  memo.save('whole');
  const had = new Set(known);
  const sent = usable(own, findings).map((resource): SentResource => {
    const digest = loaded.digestOf(resource);
    if (digest === undefined) return { resource };
    return had.has(digest) ? { digest } : { digest, resource };
  });
  return {
    type: 'project',
    name: project.config.project,
    environment,
    environments: Object.keys(project.config.environments).toSorted(),
    root: project.root,
    ...(flags.cache && { cached: { root: project.root, stateDir: project.stateDir } }),
    own: sent,
    beside,
    findings: [...loaded.diagnostics, ...findings],
    broken: hasErrors(loaded.diagnostics) ? presentable(loaded.diagnostics, project.root) : [],
  };
}
