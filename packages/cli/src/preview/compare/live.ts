import {
  DESTINATION_IDS,
  type DestinationId,
  type Environment,
  impact,
  type LiveResource,
  plan,
  type Resource,
} from '@binnacle/model';
import type { Compared, ProjectState } from '@binnacle/preview';
import { type Connection, type Desired, TargetError } from '@binnacle/targets';
import { type Entry, liveEntryOf } from '../../diff/entry.ts';
import { compareQueries } from '../../diff/queries.ts';
import { connect } from '../../push/live-plan.ts';
import { comparableState, type ComparableState } from './comparable-state.ts';
import type { Versions } from './compared-resource.ts';
import { inTellingOrder } from './compared-resource.ts';
import type { EndingComparer } from './comparer-set.ts';
import { graphOf } from './graph-of.ts';

/** A system that was asked what it holds. It is never written to. */
interface Listed {
  readonly destination: DestinationId;
  readonly connection: Connection;
  readonly kinds: readonly string[];
  readonly live: readonly LiveResource[];
}

interface Unlisted {
  readonly destination: DestinationId;
  readonly problem: TargetError;
}

function isListed(one: Listed | Unlisted): one is Listed {
  return 'live' in one;
}

interface AskOptions {
  readonly state: ProjectState;
  readonly own: ComparableState;
  readonly signal: AbortSignal;
}

async function list(id: DestinationId, { state, own, signal }: AskOptions): Promise<Listed | Unlisted> {
  let opened: Connection | undefined;
  try {
    const options = { project: state.name, root: state.root, signal, onWait: () => undefined };
    const { connection, destination } = await connect(id, state.environment, options);
    opened = connection;
    const desired = connection.desired(own.resources.filter(({ kind }) => destination.kinds.includes(kind)));
    const live = await connection.list(desired.resources);
    return { destination: id, connection, kinds: destination.kinds, live };
  } catch (problem) {
    await opened?.close();
    if (problem instanceof TargetError) return { destination: id, problem };
    throw problem;
  }
}

function systemsOf({ destinations }: Environment): readonly DestinationId[] {
  return DESTINATION_IDS.filter((id) => destinations[id] !== undefined);
}

/** What a system should hold. */
function desiredOf({ connection, kinds }: Listed, own: ComparableState): Desired {
  return connection.desired(own.resources.filter(({ kind }) => kinds.includes(kind)));
}

/** What a system holds otherwise than the shown definitions declare it. */
function entriesOf(listed: Listed, own: ComparableState, state: ProjectState): (readonly [Entry, Versions])[] {
  const owner = { project: state.name, environment: state.environment.name };
  const held = listed.live.filter(({ resource }) => !own.isLeftOut(resource));
  const changes = plan(desiredOf(listed, own).resources, held, { owner, queries: compareQueries });
  const graph = graphOf(own.resources);
  return changes
    .filter(({ verdict }) => verdict !== 'unchanged')
    .map((change) => {
      const [before, after] = [change.live?.resource, change.desired];
      const reached = impact({ ...(before && { before }), ...(after && { after }) }, graph);
      return [liveEntryOf(change, reached), { before, after, system: listed.connection.name }];
    });
}

/** What a system cannot hold of what is declared, in its words. */
function refusals(listed: Listed, own: ComparableState): readonly string[] {
  const found = desiredOf(listed, own).diagnostics.filter(({ severity }) => severity === 'error');
  return [...new Set(found.map(({ message }) => message))];
}

function noteOf({ destination, problem }: Unlisted): string {
  return `${destination} could not be compared: ${problem.message}${problem.fix === undefined ? '' : `; ${problem.fix}`}`;
}

function nothingToAsk({ name }: Environment): Compared {
  return {
    state: 'failed',
    message: `${name} names no system to compare with`,
    fix: `add environments.${name}.destinations to the config, e.g. grafana: { url: 'https://grafana.example.com', tokenEnv: 'GRAFANA_TOKEN' }`,
  };
}

/**
 * Compares with what the systems of the environment hold. They are asked once, with the environment's own credentials, and again
 * when a page says so; what they hold is only read.
 */
export function liveComparer(files: readonly string[]): EndingComparer {
  const stop = new AbortController();
  let known: { readonly environment: string; readonly systems: readonly (Listed | Unlisted)[] } | undefined;

  async function close(): Promise<void> {
    const open = known?.systems.filter(isListed) ?? [];
    known = undefined;
    await Promise.all(open.map(({ connection }) => connection.close()));
  }

  async function systems(options: AskOptions, again: boolean): Promise<readonly (Listed | Unlisted)[]> {
    // Other settings of the environment are other systems.
    const environment = JSON.stringify(options.state.environment);
    if (known !== undefined && known.environment === environment && !again) return known.systems;
    await close();
    const found = await Promise.all(systemsOf(options.state.environment).map((id) => list(id, options)));
    known = { environment, systems: found };
    return found;
  }

  async function compare(state: ProjectState, again: boolean): Promise<Compared> {
    if (systemsOf(state.environment).length === 0) return nothingToAsk(state.environment);
    const own = comparableState(state, files);
    const all = await systems({ state, own, signal: stop.signal }, again);
    const listed = all.filter(isListed);
    const notes = [...all.flatMap((one) => (isListed(one) ? refusals(one, own) : [noteOf(one)])), ...own.notes];
    if (listed.length === 0) return { state: 'failed', message: notes.join('; ') };
    const resources: readonly Resource[] = listed.flatMap(({ live }) => live.map(({ resource }) => resource));
    return {
      state: 'done',
      comparison: {
        name: listed.map(({ connection }) => connection.name).join(', '),
        notes,
        changes: inTellingOrder(listed.flatMap((one) => entriesOf(one, own, state))),
        resources,
      },
    };
  }

  return {
    with: 'live',
    eager: true,
    queries: compareQueries,
    compare,
    close() {
      stop.abort();
      void close();
    },
  };
}
