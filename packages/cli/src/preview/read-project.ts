import { basename, dirname } from 'node:path';
import {
  type Diagnostic,
  type Environment,
  environments as environmentsOf,
  hasErrors,
  isPrometheusRule,
  isService,
  type Resource,
  resolve,
  resourceId,
} from '@binnacle/model';
import type { ProjectState } from '@binnacle/preview';
import { start } from '../actions/start.ts';
import { openResourceMemo } from '../cache/resource-memo.ts';
import { openStore } from '../cache/store.ts';
import { findConfig } from '../config/find-config.ts';
import { ExpectedError } from '../expected.ts';
import { presentable } from '../findings.ts';
import { announceWatched } from '../watch/watched.ts';
import { dashboardIn } from './json-file.ts';
import type { ReadAnswer, ReadOrder } from './message.ts';

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

/** Files by themselves, where there is no project. */
function alone(files: readonly Resource[], root: string): ReadAnswer {
  const [environment] = environmentsOf({ project: basename(root), environments: { default: {} } });
  if (environment === undefined) throw new Error('a configuration has its environments');
  const state: ProjectState = {
    name: basename(root) || 'dashboards',
    environment,
    environments: [environment.name],
    resources: files,
    findings: [],
    root,
  };
  return { type: 'state', state, broken: [] };
}

/** The environment that is asked for, and the names of all. */
function environmentOf(all: readonly Environment[]): Environment {
  const [first] = all;
  if (first === undefined) throw new ExpectedError('the config has no environment', 'add one to `environments`');
  return first;
}

/** Reads a project and the files beside it, and checks both; says what to watch on the way. */
export async function readProject({ flags, files }: ReadOrder): Promise<ReadAnswer> {
  const beside = files.map((file) => dashboardIn(file, process.cwd()));
  const folder = files[0] === undefined ? process.cwd() : dirname(files[0]);
  if (files.length > 0 && !hasConfig(flags.config)) {
    await announceWatched({ files, folders: [], ignored: [] });
    const { examineAll } = await import('./examine-all.ts');
    const answer = alone(beside, folder);
    return answer.type === 'state' ? { ...answer, state: examineAll(answer.state, folder) } : answer;
  }
  const { project, environments, loaded } = await start(flags, files);
  const environment = environmentOf(environments);
  const [{ examine }, resources] = await Promise.all([import('../examine.ts'), loaded.resources()]);
  const memo = openResourceMemo(flags.cache ? openStore(project.stateDir) : undefined, loaded);
  const names = new Set(beside.map(resourceId));
  const own = resources.filter((resource) => !names.has(resourceId(resource)));
  const all = [...own, ...beside];
  const { findings } = examine(all, [environment], memo);
  memo.save('whole');
  const resolved = resolve(usable(own, findings), environment);
  const broken = hasErrors(loaded.diagnostics) ? presentable(loaded.diagnostics, project.root) : [];
  const state: ProjectState = {
    name: project.config.project,
    environment,
    environments: Object.keys(project.config.environments).toSorted(),
    // A file names datasources of the Grafana it comes from.
    resources: [...resolved.resources, ...beside],
    findings: presentable([...loaded.diagnostics, ...findings, ...resolved.diagnostics], project.root),
    root: project.root,
  };
  return { type: 'state', state, broken };
}
