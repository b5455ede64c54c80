import { memoKey, memorise, recall } from '../cache/memo.ts';
import { openResourceMemo } from '../cache/resource-memo.ts';
import { openStore } from '../cache/store.ts';
import type { ProjectFlags } from '../config/open-project.ts';
import { countsOf } from '../counts.ts';
import { emissions, NOWHERE } from '../emissions.ts';
import { presentable } from '../findings.ts';
import { isReport, type Report } from '../report.ts';
import { type ReportFlags, reportRun } from './report-run.ts';
import { start } from './start.ts';

export interface CheckFlags extends ProjectFlags, ReportFlags {}

/** Loads, checks and reports. */
export async function check(flags: CheckFlags): Promise<number> {
  const { project, environments, loaded, progress } = await start(flags);
  const store = openStore(project.stateDir);
  const key = memoKey(loaded.id, environments);
  const known = flags.cache ? recall(store, 'check', key) : undefined;
  if (isReport(known)) return reportRun(known, flags);

  progress.show('checking');
  const [{ examine }, resources] = await Promise.all([import('../examine.ts'), loaded.resources()]);
  const memo = openResourceMemo(flags.cache ? store : undefined, loaded);
  const { findings, isValid } = examine(resources, environments, memo);
  const all = [...loaded.diagnostics, ...findings];
  if (isValid) {
    const onEnvironment = (name: string): void => progress.show(`checking ${name}`);
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
  if (flags.cache) memorise(store, 'check', [key, report]);
  progress.clear();
  return reportRun(report, flags);
}
