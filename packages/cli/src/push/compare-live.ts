import { type ProjectGraph, projectGraph } from '@binnacle/model';
import { EXIT } from '../exit-code.ts';
import { type PlanReport, planReport } from '../plan-report.ts';
import type { ResolvedEnvironment } from '../resolved-environment.ts';
import { isPlanned, livePlans, type LivePlan } from './live-plan.ts';
import { type LiveFlags, prepare, type Prepared } from './prepare.ts';
import { compareQueries, metricNames } from '../diff/queries.ts';
import { createStop, type Stop } from './stop.ts';

/** What runs, compared with what is declared. */
export interface Compared {
  readonly prepared: Prepared;
  /** The systems that were reached. */
  readonly plans: readonly LivePlan[];
  readonly report: PlanReport;
  readonly stop: Stop;
}

/** The graph of each environment's resources, read once and only when it is asked for. */
function graphs(resolved: readonly ResolvedEnvironment[]): (environment: string) => ProjectGraph {
  const known = new Map<string, ProjectGraph>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const resources = resolved.find(({ environment }) => environment.name === name)?.resources ?? [];
    const graph = projectGraph(resources, metricNames);
    known.set(name, graph);
    return graph;
  };
}

/**
 * Compares what runs with what was prepared, hands both to `use`, and closes every connection afterwards. The exit code is that
 * of `use`, or of a stopped run.
 */
export async function comparePrepared(
  command: PlanReport['command'],
  prepared: Prepared,
  { to, use }: { readonly to?: readonly string[] | undefined; readonly use: (compared: Compared) => Promise<number> },
): Promise<number> {
  const { project, root, resolved, progress, findings } = prepared;
  const stop = createStop();
  progress.show('comparing with what runs');
  const all = await livePlans(resolved, {
    project,
    root,
    to,
    signal: stop.signal,
    queries: compareQueries,
    onWait: progress.show,
  });
  const plans = all.filter(isPlanned);
  progress.clear();
  try {
    if (stop.signal.aborted) return stop.exitCode() ?? EXIT.interrupted;
    const report = planReport(command, all, {
      findings: [...findings, ...plans.flatMap(({ diagnostics }) => diagnostics)],
      // What is pulled is written down, not weighed.
      graphOf: command === 'pull' ? undefined : graphs(resolved),
    });
    return await use({ prepared, plans, report, stop });
  } finally {
    stop.end();
    await Promise.all(plans.map(({ connection }) => connection.close()));
  }
}

/**
 * The first steps of every command about live systems: load, check, list, plan. The exit code is that of `use`, of a stopped
 * run, or of definitions that must not be used.
 */
export async function compareLive(
  command: PlanReport['command'],
  flags: LiveFlags,
  use: (compared: Compared) => Promise<number>,
): Promise<number> {
  const prepared = await prepare(flags);
  return typeof prepared === 'number' ? prepared : comparePrepared(command, prepared, { to: flags.to, use });
}

/** True when a system could not be reached or cannot hold what is declared. */
export function hasProblems({ systems, findings }: PlanReport): boolean {
  return systems.some(({ problem }) => problem !== undefined) || findings.some(({ severity }) => severity === 'error');
}
