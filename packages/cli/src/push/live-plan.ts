import {
  type Change,
  DESTINATION_IDS,
  type DestinationId,
  type Diagnostic,
  didYouMean,
  type Environment,
  type Owner,
  plan,
  type QueryComparison,
  type Resource,
} from '@binnacle/model';
import { type Connection, type ConnectContext, type Destination, destinations, TargetError } from '@binnacle/targets';
import type { ResolvedEnvironment } from '../resolved-environment.ts';
import { ExpectedError } from '../expected.ts';

/** One system of one environment, compared with what it should hold. */
export interface LivePlan {
  readonly environment: Environment;
  readonly destination: DestinationId;
  readonly owner: Owner;
  readonly connection: Connection;
  readonly desired: readonly Resource[];
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A system that could not be asked. */
export interface Unreachable {
  readonly environment: Environment;
  readonly destination: DestinationId;
  /** Where it was looked for; absent for what is not reached over the network. */
  readonly address?: string;
  readonly problem: TargetError;
}

export interface LivePlanOptions {
  readonly project: string;
  readonly root: string;
  readonly to?: readonly string[] | undefined;
  readonly signal: AbortSignal;
  readonly queries: QueryComparison;
  readonly onWait: (text: string) => void;
}

interface Wanted {
  readonly resolved: ResolvedEnvironment;
  readonly destination: DestinationId;
}

/** The systems the environments name, of those that were asked for. Throws an expected error when there are none. */
function wanted(all: readonly ResolvedEnvironment[], to: readonly string[] | undefined): Wanted[] {
  for (const id of to ?? []) {
    if (DESTINATION_IDS.some((known) => known === id)) continue;
    throw new ExpectedError(`--to ${id}: there is no such destination`, didYouMean(id, DESTINATION_IDS));
  }
  const found = all.flatMap((resolved) =>
    DESTINATION_IDS.filter(
      (id) => resolved.environment.destinations[id] !== undefined && (to === undefined || to.includes(id)),
    ).map((destination) => ({ resolved, destination })),
  );
  if (found.length > 0) return found;
  const names = all.map(({ environment }) => environment.name).join(', ');
  throw new ExpectedError(
    `${names}: no destination${to === undefined ? '' : ` ${to.join(', ')}`} is configured`,
    "name one in binnacle.config.ts, e.g. destinations: { grafana: { url: 'https://grafana.example.com', tokenEnv: 'GRAFANA_TOKEN' } }",
  );
}

/** Connects to one system of an environment. @throws TargetError when it cannot be reached */
export async function connect<Id extends DestinationId>(
  id: Id,
  environment: Environment,
  options: Pick<LivePlanOptions, 'project' | 'root' | 'signal' | 'onWait'>,
): Promise<{ readonly connection: Connection; readonly destination: Destination<Id> }> {
  const settings = environment.destinations[id];
  if (settings === undefined) throw new Error(`${environment.name} has no destination ${id}`);
  const load: () => Promise<Destination<Id>> = destinations[id];
  const destination = await load();
  const context: ConnectContext<Id> = {
    settings,
    environment,
    owner: { project: options.project, environment: environment.name },
    secrets: (name) => process.env[name],
    root: options.root,
    signal: options.signal,
    onWait: options.onWait,
  };
  return { connection: await destination.connect(context), destination };
}

async function planOne(
  { resolved, destination: id }: Wanted,
  options: LivePlanOptions,
): Promise<LivePlan | Unreachable> {
  const { environment, resources } = resolved;
  let opened: Connection | undefined;
  try {
    const { connection, destination } = await connect(id, environment, options);
    opened = connection;
    const own = resources.filter(({ kind }) => destination.kinds.includes(kind));
    const desired = connection.desired(own);
    const live = await connection.list(desired.resources);
    const owner = { project: options.project, environment: environment.name };
    const changes = plan(desired.resources, live, { owner, queries: options.queries });
    return {
      environment,
      destination: id,
      owner,
      connection,
      desired: desired.resources,
      changes,
      diagnostics: desired.diagnostics,
    };
  } catch (problem) {
    await opened?.close();
    if (!(problem instanceof TargetError)) throw problem;
    const settings = environment.destinations[id] ?? {};
    const address = 'url' in settings ? settings.url : undefined;
    return { environment, destination: id, problem, ...(address !== undefined && { address }) };
  }
}

/** True for a system that was compared. */
export function isPlanned(one: LivePlan | Unreachable): one is LivePlan {
  return 'connection' in one;
}

/**
 * Connects to every system the environments name and compares each with what it should hold. A system that cannot be
 * reached keeps no other from being compared. The connections stay open: close each.
 */
export async function livePlans(
  resolved: readonly ResolvedEnvironment[],
  options: LivePlanOptions,
): Promise<readonly (LivePlan | Unreachable)[]> {
  return Promise.all(wanted(resolved, options.to).map((one) => planOne(one, options)));
}
