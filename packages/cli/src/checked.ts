import type { Environment, Resource } from '@binnacle/model';
import { openResourceMemo } from './cache/resource-memo.ts';
import { openStore } from './cache/store.ts';
import type { Project } from './config/project.ts';
import { countsOf } from './counts.ts';
import { emissions, NOWHERE } from './emissions.ts';
import { presentable } from './findings.ts';
import type { Loaded } from './load/load.ts';
import type { Report } from './report.ts';
import { findRuleTests } from './rule-tests/find-tests.ts';

/** A project whose definitions were loaded. */
export interface CheckInput {
  readonly project: Project;
  readonly environments: readonly Environment[];
  readonly loaded: Loaded;
  /** False examines everything anew. */
  readonly cache: boolean;
  /** Told what is looked at. */
  readonly onStep?: (text: string) => void;
}

/** Everything there is to say about a project, and its resources. */
export interface Checked {
  readonly report: Report;
  readonly resources: readonly Resource[];
  /** True when resources may be resolved. */
  readonly isValid: boolean;
}

/** Validates, lints and emits to nowhere: what `check` reports. */
export async function checked({ project, environments, loaded, cache, onStep }: CheckInput): Promise<Checked> {
  onStep?.('checking');
  const [{ examine }, resources] = await Promise.all([import('./examine.ts'), loaded.resources()]);
  const memo = openResourceMemo(cache ? openStore(project.stateDir) : undefined, loaded);
  const { findings, isValid } = examine(resources, environments, memo);
  const all = [...loaded.diagnostics, ...findings];
  if (isValid) {
    const onEnvironment = (name: string): void => onStep?.(`checking ${name}`);
    all.push(...(await emissions(resources, environments, { memo, to: NOWHERE, onEnvironment })));
  }
  memo.save(isValid ? 'whole' : 'stopped');
  const report: Report = {
    command: 'check',
    findings: presentable(all, project.root),
    environments: environments.map(({ name }) => name),
    definitions: loaded.definitions,
    counts: countsOf(resources),
  };
  return { report, resources, isValid };
}

/** As `checked`, and with what the project's tests of rules find. */
export async function checkedAndTested(input: CheckInput): Promise<Checked> {
  const made = await checked(input);
  const files = findRuleTests(input.project);
  if (!made.isValid || files.length === 0) return made;
  input.onStep?.('testing');
  const { runRuleTests } = await import('./rule-tests/rule-tests.ts');
  const { findings, ...tests } = await runRuleTests(files, made.resources, input.environments);
  const all = [...made.report.findings, ...presentable(findings, input.project.root)];
  return { ...made, report: { ...made.report, tests, findings: all } };
}
