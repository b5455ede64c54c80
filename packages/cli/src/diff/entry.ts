import {
  type Change,
  type Difference,
  dashboardView,
  impact,
  type Impact,
  isService,
  type ProjectGraph,
  type Reach,
  type Resource,
  type ResourceChange,
  SERVICE_LABEL,
  TEAM_LABEL,
  type Verdict,
} from '@binnacle/model';
import { sketch } from './sketch.ts';

/** One resource of a diff or plan as reports show it, without its contents. */
export interface Entry {
  /** `Kind/name`. */
  readonly id: string;
  readonly verdict: Verdict | 'rename';
  readonly title?: string;
  /** Name of the service it belongs to, and the team's handle. */
  readonly service?: string;
  readonly team?: string;
  /** Who else manages it. */
  readonly manager?: string;
  /** What is noted behind its id, where that is not what its verdict says. */
  readonly note?: string;
  /** What reaches the pager first. */
  readonly differences: readonly Difference[];
  readonly impact?: Impact;
  /** The layout of a dashboard with its changed panels marked. */
  readonly sketch?: string;
}

const REACHES: readonly Reach[] = ['pager', 'data', 'ownership', 'appearance', 'other'];

/** How far a difference reaches; the lower, the earlier it is told. */
function rankOf({ reach }: Difference): number {
  return REACHES.indexOf(reach);
}

/** The lowest rank of an entry's differences. */
export function entryRank({ differences }: Entry): number {
  return Math.min(REACHES.length, ...differences.map(rankOf));
}

function titleOf({ spec }: Resource): string | undefined {
  const title: unknown = typeof spec === 'object' && spec !== null && 'title' in spec ? spec.title : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}

function sketchOf(after: Resource | undefined, differences: readonly Difference[]): string | undefined {
  return after?.kind === 'Dashboard' ? sketch(dashboardView(after), differences) : undefined;
}

function about(resource: Resource): Pick<Entry, 'title' | 'service' | 'team'> {
  const { labels = {}, name } = resource.metadata;
  const title = titleOf(resource);
  const service = isService(resource) ? name : labels[SERVICE_LABEL];
  const team = isService(resource) ? resource.spec.owner : labels[TEAM_LABEL];
  return {
    ...(title !== undefined && { title }),
    ...(service !== undefined && { service }),
    ...(team !== undefined && { team }),
  };
}

/** `4 routes, 2 dashboards and 12 alerts move`. */
function movesText({ alerts, dashboards, routes }: NonNullable<Impact['moves']>): string | undefined {
  const counted = [
    [routes, 'route'],
    [dashboards, 'dashboard'],
    [alerts, 'alert'],
  ] as const;
  const parts = counted.flatMap(([count, noun]) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]));
  const last = parts.pop();
  if (last === undefined) return undefined;
  const all = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${all} move${alerts + dashboards + routes === 1 ? 's' : ''}`;
}

/** A new owner takes over what belongs to the service. */
function withMoves(differences: readonly Difference[], { moves }: Impact): readonly Difference[] {
  const consequence = moves === undefined ? undefined : movesText(moves);
  if (consequence === undefined) return differences;
  return differences.map((one) => (one.path === '/spec/owner' ? { ...one, consequence } : one));
}

/** The entry of a change between two versions of a project. `graph` gives that of the new one. */
export function entryOf(change: ResourceChange, graph: () => ProjectGraph): Entry {
  const { id, verdict, before, after } = change;
  const reached = impact(change, graph);
  const differences = withMoves(change.differences, reached).toSorted((a, b) => rankOf(a) - rankOf(b));
  const drawn = verdict === 'create' ? undefined : sketchOf(after, differences);
  const resource = after ?? before;
  return {
    id,
    verdict,
    ...(resource !== undefined && about(resource)),
    differences,
    impact: reached,
    ...(drawn !== undefined && { sketch: drawn }),
  };
}

/** The entry of a change of a live system, and what it reaches where that is known. */
export function liveEntryOf({ id, verdict, desired, live, differences }: Change, reached?: Impact): Entry {
  const resource = desired ?? live?.resource;
  const told = reached === undefined ? differences : withMoves(differences, reached);
  const drawn = sketchOf(desired, differences);
  return {
    id,
    verdict,
    ...(resource !== undefined && about(resource)),
    ...(live?.manager !== undefined && { manager: live.manager }),
    differences: told.toSorted((a, b) => rankOf(a) - rankOf(b)),
    ...(reached !== undefined && { impact: reached }),
    ...(drawn !== undefined && { sketch: drawn }),
  };
}
