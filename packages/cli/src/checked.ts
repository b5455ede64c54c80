import type { Resource } from '@binnacle/model';
import { countsOf } from './counts.ts';
import { emissions, NOWHERE } from './emissions.ts';
import { type ExamineInput, examined } from './examined.ts';
import { presentable } from './findings.ts';
import type { Report } from './report.ts';
import { findRuleTests } from './rule-tests/find-tests.ts';

/** A project whose definitions were loaded. */
export interface CheckInput extends ExamineInput {
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
export async function checked({ onStep, ...input }: CheckInput): Promise<Checked> {
  const { project, environments, loaded } = input;
  onStep?.('checking');
  const { resources, findings, isValid, memo } = await examined(input);
  const all = [...findings];
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
