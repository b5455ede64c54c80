import { createHash } from 'node:crypto';
import {
  type Change,
  checksum,
  type Diagnostic,
  impact,
  type Impact,
  type ProjectGraph,
  type Verdict,
} from '@binnacle/model';
import type { LivePlan, Unreachable } from './push/live-plan.ts';
import { isPlanned } from './push/live-plan.ts';
import type { OnDrift } from './push/policy.ts';
import type { Paint } from './terminal.ts';

/** One system of one environment, as reports show it. */
export interface SystemPlan {
  readonly environment: string;
  readonly destination: string;
  /** `Grafana 13.0.1 at https://…`; the destination's id and address when it could not be reached. */
  readonly system: string;
  /** Everything but what is unchanged. */
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** What changes of rules and services reach, by id. */
  readonly impacts?: Readonly<Record<string, Impact>>;
  /** What it cannot hold of what is declared, or only in part. */
  readonly findings: readonly Diagnostic[];
  /** What is to be known about it besides, a line each. */
  readonly notes?: readonly string[];
  /** True where nothing at all carries the stamp of the project and environment. */
  readonly isNew?: boolean;
  /** Why it could not be compared, in the system's words. */
  readonly problem?: { readonly message: string; readonly fix?: string };
}

/** What `plan`, `push` and `drift` have to say before anything is written. Every reporter gets the same data. */
export interface PlanReport {
  readonly command: 'plan' | 'push' | 'drift' | 'pull';
  readonly systems: readonly SystemPlan[];
  readonly findings: readonly Diagnostic[];
  /** Changes by verdict, over all systems. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** What a push was told to do about what was edited live. */
  readonly onDrift?: OnDrift;
  /**
   * `sha256:…` of what would be done to what: a push can be told to do this and nothing else. A plan that lacks a system that was
   * not reached has none.
   */
  readonly digest?: string;
}

/** Turns a plan into text with its final line end. */
export type PlanReporter = (report: PlanReport, paint: Paint) => string;

type GraphOf = (environment: string) => ProjectGraph;

/** How to know what changes reach. `isDrift`: they lead from what is declared to what is there. */
interface Reaching {
  readonly isDrift: boolean;
  readonly graph: () => ProjectGraph;
}

/** What the changes of one system reach. */
function impactsOf(changes: readonly Change[], { isDrift, graph }: Reaching): Record<string, Impact> {
  const found = changes.map(({ id, desired, live }): [string, Impact] => {
    const [before, after] = isDrift ? [desired, live?.resource] : [live?.resource, desired];
    return [id, impact({ ...(before !== undefined && { before }), ...(after !== undefined && { after }) }, graph)];
  });
  return Object.fromEntries(found);
}

/** What to do about a system that answered something unexpected and has no advice of its own. */
function lookedFor({ address, destination, problem }: Unreachable): string | undefined {
  if (address === undefined) return undefined;
  return problem.refusal === 'not-found'
    ? `is ${address} the address of ${destination}, with the sub-path it is served under?`
    : `look into the log of what answers at ${address}`;
}

function systemOf(plan: LivePlan | Unreachable, graphOf: GraphOf | undefined, isDrift: boolean): SystemPlan {
  const { environment, destination } = plan;
  const base = { environment: environment.name, destination };
  if (!isPlanned(plan)) {
    const { message, fix = lookedFor(plan) } = plan.problem;
    return {
      ...base,
      system: plan.address === undefined ? destination : `${destination} at ${plan.address}`,
      changes: [],
      unchanged: 0,
      findings: [],
      problem: { message, ...(fix !== undefined && { fix }) },
    };
  }
  const changes = plan.changes.filter(({ verdict }) => verdict !== 'unchanged');
  const impacts = graphOf && impactsOf(changes, { isDrift, graph: () => graphOf(environment.name) });
  const { notes = [] } = plan.connection;
  const findings = plan.diagnostics.filter(({ severity }) => severity !== 'info');
  return {
    ...base,
    system: plan.connection.name,
    changes,
    unchanged: plan.changes.length - changes.length,
    ...(impacts !== undefined && { impacts }),
    findings,
    ...(notes.length > 0 && { notes }),
  };
}

/** The digest of what a plan does: system, resource, verdict, and both contents of each change. */
function digestOf(systems: readonly SystemPlan[]): string {
  const essence = systems.map(({ environment, destination, changes }) => [
    environment,
    destination,
    changes.map(({ id, verdict, desired, live }) => [
      id,
      verdict,
      desired === undefined ? '' : checksum(desired),
      live === undefined ? '' : checksum(live.resource),
    ]),
  ]);
  return `sha256:${createHash('sha256').update(JSON.stringify(essence)).digest('hex')}`;
}

/** The report of compared systems. `graphOf` is the graph of what an environment declares; without it no impact is read. */
export function planReport(
  command: PlanReport['command'],
  plans: readonly (LivePlan | Unreachable)[],
  { findings, graphOf }: { findings: readonly Diagnostic[]; graphOf?: GraphOf | undefined },
): PlanReport {
  const systems = plans.map((plan) => systemOf(plan, graphOf, command === 'drift'));
  const counts: Record<Verdict, number> = {
    create: 0,
    update: 0,
    delete: 0,
    adopt: 0,
    drifted: 0,
    conflict: 0,
    unchanged: 0,
  };
  for (const { changes, unchanged } of systems) {
    counts.unchanged += unchanged;
    for (const { verdict } of changes) counts[verdict] += 1;
  }
  const isWhole = systems.every(({ problem }) => problem === undefined);
  return { command, systems, findings, counts, ...(isWhole && { digest: digestOf(systems) }) };
}
