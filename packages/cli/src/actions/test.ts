import { relative, resolve } from 'node:path';
import { hasErrors } from '@binnacle/model';
import type { ProjectFlags } from '../config/open-project.ts';
import type { Project } from '../config/project.ts';
import { countsOf } from '../counts.ts';
import { examined } from '../examined.ts';
import { ExpectedError } from '../expected.ts';
import { presentable } from '../findings.ts';
import type { Report } from '../report.ts';
import { findRuleTests } from '../rule-tests/find-tests.ts';
import { runRuleTests } from '../rule-tests/rule-tests.ts';
import { type ReportFlags, reportRun } from './report-run.ts';
import { start } from './start.ts';

export interface TestFlags extends ProjectFlags, ReportFlags {}

/** The project's test files, or those of them that were named: a file, or a folder of them. */
function wanted(project: Project, named: readonly string[]): readonly string[] {
  const all = findRuleTests(project);
  if (all.length === 0) {
    throw new ExpectedError(
      'there are no tests of rules: no file *.test.yaml among the definitions or in tests',
      "write one in promtool's format, such as rules/checkout.test.yaml",
    );
  }
  if (named.length === 0) return all;
  return named.flatMap((name) => {
    const path = resolve(name);
    const found = all.filter((file) => file === path || file.startsWith(`${path}/`));
    if (found.length > 0) return found;
    const known = all.map((file) => relative(process.cwd(), file)).join(', ');
    throw new ExpectedError(`${name}: there are no tests of rules`, `there are ${known}`);
  });
}

/** Runs the unit tests of rules on the rules of the project, as every environment gets them. */
export async function test(named: readonly string[], flags: TestFlags): Promise<number> {
  const { project, environments, loaded, progress } = await start(flags);
  const files = wanted(project, named);
  const base = {
    command: 'test',
    environments: environments.map(({ name }) => name),
    definitions: loaded.definitions,
  } as const;
  const { resources, findings, isValid, memo } = await examined({ project, environments, loaded, cache: flags.cache });
  memo.save('stopped');
  const broken = findings.filter(({ severity }) => severity === 'error');
  const counts = countsOf(resources);
  if (!isValid || hasErrors(broken)) {
    progress.clear();
    return reportRun({ ...base, counts, findings: presentable(broken, project.root) }, flags);
  }
  progress.show('testing');
  const { findings: failed, ...tests } = await runRuleTests(files, resources, environments);
  progress.clear();
  const report: Report = { ...base, counts, tests, findings: presentable(failed, project.root) };
  return reportRun(report, flags);
}
