import { readFileSync } from 'node:fs';
import { type Diagnostic, type Environment, isPromqlRule, resolve, type Resource } from '@binnacle/model';
import { type RuleGroup, runUnitTest } from '@binnacle/promql/engine/rules';
import type { ResolvedEnvironment } from '../resolved-environment.ts';
import { wordsOf } from '../expected.ts';
import type { TestCounts } from '../report.ts';
import { parseTestFile, type PlacedTest, type TestFile } from './test-file.ts';

/** What came of the tests of a project. */
export interface RuleTests extends TestCounts {
  readonly findings: readonly Diagnostic[];
}

async function read(file: string): Promise<TestFile> {
  try {
    return await parseTestFile(readFileSync(file, 'utf8'), file);
  } catch (error) {
    const origin = { file, line: 1, column: 1 };
    const message = `cannot read this file (${wordsOf(error)})`;
    return { tests: [], diagnostics: [{ rule: 'test/file', severity: 'error', message, origin }] };
  }
}

function groupsOf({ resources }: ResolvedEnvironment, order: readonly string[]): readonly RuleGroup[] {
  const groups = resources.filter(isPromqlRule).flatMap(({ spec }) => spec.groups);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return groups.toSorted((a, b) => place(a.name) - place(b.name));
}

/** Failures of one test in one environment. */
function failures({ test, name, originOf, groupOrder }: PlacedTest, resolved: ResolvedEnvironment): Diagnostic[] {
  const { environment } = resolved;
  const leftOpen = !environment.prometheus.version.startsWith('2.');
  // Every environment has its own, so a test of all of them cannot name them.
  const own = { ...test, ignoredLabels: Object.keys(environment.labels) };
  return runUnitTest(groupsOf(resolved, groupOrder), own, { leftOpen }).map(({ part, index, message, fix }) => ({
    rule: `test/${part}`,
    severity: 'error',
    message,
    origin: originOf(part, index),
    ...(name !== undefined && { subject: name }),
    ...(fix !== undefined && { fix }),
  }));
}

/** Runs the tests of rules in every environment; a failure of several environments is told for each. */
export async function runRuleTests(
  files: readonly string[],
  resources: readonly Resource[],
  environments: readonly Environment[],
): Promise<RuleTests> {
  const opened = await Promise.all(files.map(read));
  const findings = opened.flatMap(({ diagnostics }) => diagnostics);
  const tests = opened.flatMap((file) => file.tests);
  const resolved = environments.map((environment) => ({ environment, ...resolve(resources, environment) }));
  let passed = 0;
  for (const test of tests) {
    const failed = resolved.flatMap((one) => failures(test, one));
    if (failed.length === 0) passed += 1;
    findings.push(...failed);
  }
  return { files: files.length, tests: tests.length, passed, findings };
}
