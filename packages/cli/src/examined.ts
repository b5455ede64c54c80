import type { Diagnostic, Environment, Resource } from '@binnacle/model';
import { openResourceMemo, type ResourceMemo } from './cache/resource-memo.ts';
import { openStore } from './cache/store.ts';
import type { Project } from './config/project.ts';
import type { Loaded } from './load/load.ts';

/** A project whose definitions were loaded. */
export interface ExamineInput {
  readonly project: Project;
  readonly environments: readonly Environment[];
  readonly loaded: Loaded;
  /** False examines everything anew. */
  readonly cache: boolean;
}

/** Resources with what is wrong with them. The memo is still to be saved. */
export interface Examined {
  readonly resources: readonly Resource[];
  /** Of loading, and of validation and lint. */
  readonly findings: readonly Diagnostic[];
  /** True when resources may be resolved. */
  readonly isValid: boolean;
  readonly memo: ResourceMemo;
}

/** Validates and lints what was loaded; what does that is imported only now. */
export async function examined({ project, environments, loaded, cache }: ExamineInput): Promise<Examined> {
  const [{ examine }, resources] = await Promise.all([import('./examine.ts'), loaded.resources()]);
  const memo = openResourceMemo(cache ? openStore(project.stateDir) : undefined, loaded);
  const { findings, isValid } = examine(resources, environments, memo);
  return { resources, findings: [...loaded.diagnostics, ...findings], isValid, memo };
}
