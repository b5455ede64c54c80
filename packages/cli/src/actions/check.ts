import { memoKey, memorise, recall } from '../cache/memo.ts';
import { openStore } from '../cache/store.ts';
import { checked } from '../checked.ts';
import type { ProjectFlags } from '../config/open-project.ts';
import { isReport } from '../report.ts';
import { type ReportFlags, reportRun } from './report-run.ts';
import { start } from './start.ts';

export interface CheckFlags extends ProjectFlags, ReportFlags {}

/** Loads, checks and reports. */
export async function check(flags: CheckFlags): Promise<number> {
  const { progress, ...started } = await start(flags);
  const store = openStore(started.project.stateDir);
  const key = memoKey(started.loaded.id, started.environments);
  const known = flags.cache ? recall(store, 'check', key) : undefined;
  if (isReport(known)) return reportRun(known, flags);
  const { report } = await checked({ ...started, cache: flags.cache, onStep: progress.show });
  if (flags.cache) memorise(store, 'check', [key, report]);
  progress.clear();
  return reportRun(report, flags);
}
