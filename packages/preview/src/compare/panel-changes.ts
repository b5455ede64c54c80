import {
  type DashboardView,
  dashboardView,
  type Difference,
  matchPanels,
  type PanelView,
  type QueryComparison,
  type Resource,
} from '@binnacle/model';
import type { PanelChange, QueryChange, SaidDifference } from '../wire/compare.ts';

/** One version of a dashboard, and what its panels are called on the page. */
export interface DashboardSide {
  /** As it was compared. */
  readonly resource: Resource;
  /** By element name, the pointer to the panel. */
  readonly places: Readonly<Record<string, string>>;
}

/** Which panels of a dashboard differ, and which are the same. */
export interface ComparedPanels {
  readonly changes: readonly PanelChange[];
  readonly pairs: readonly (readonly [before: string, after: string])[];
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** What is said of a difference, without where it is. */
export function saidOf({ text, consequence, details, reach }: Difference): SaidDifference {
  return { text, reach, ...(consequence !== undefined && { consequence }), ...(details !== undefined && { details }) };
}

function elementOf({ path }: PanelView, side: DashboardSide | undefined): string | undefined {
  return Object.entries(side?.places ?? {}).find(([, place]) => place === path)?.[0];
}

function named(panel: PanelView): string {
  return panel.title === '' ? `${panel.key} (without title)` : panel.title;
}

function texts(panel: PanelView | undefined): ReadonlyMap<string, string> {
  return new Map((panel?.queries ?? []).flatMap(({ refId, text }) => (text === '' ? [] : [[refId, text]])));
}

/** The queries that differ, by their letter; all of a panel that comes or goes. */
function queryChanges(
  before: PanelView | undefined,
  after: PanelView | undefined,
  queries: QueryComparison,
): QueryChange[] {
  const [old, next] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((refId) => {
    const [was, is] = [old.get(refId), next.get(refId)];
    if (was !== undefined && is !== undefined && queries(was, is) === undefined) return [];
    return [
      { label: `Query ${refId}`, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) },
    ];
  });
}

const EMPTY: Pick<DashboardView, 'panels'> = { panels: [] };

/** Compares the panels of two versions of a dashboard; `differences` are those of the dashboard as a whole. */
export function panelChanges(
  before: DashboardSide | undefined,
  after: DashboardSide | undefined,
  { differences, queries }: { readonly differences: readonly Difference[]; readonly queries: QueryComparison },
): ComparedPanels {
  const old = before === undefined ? EMPTY : dashboardView(before.resource);
  const next = after === undefined ? EMPTY : dashboardView(after.resource);
  const matched = matchPanels(old.panels, next.panels, queries);
  const one = (change: PanelChange['change'], a: PanelView | undefined, b: PanelView | undefined): PanelChange => {
    const shown = b ?? a;
    const [was, is] = [a && elementOf(a, before), b && elementOf(b, after)];
    const isOwn = ({ path, subject }: Difference): boolean =>
      shown !== undefined &&
      subject === `panel ${named(shown)}` &&
      [a, b].some((side) => side !== undefined && isWithin(path, side.path));
    return {
      change,
      title: shown === undefined ? '' : named(shown),
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
      said: differences.filter(isOwn).map(saidOf),
      queries: queryChanges(a, b, queries),
    };
  };
  const changed = matched.pairs.map(([a, b]) => one('changed', a, b)).filter(({ said }) => said.length > 0);
  return {
    changes: [
      ...changed,
      ...matched.added.map((panel) => one('added', undefined, panel)),
      ...matched.removed.map((panel) => one('removed', panel, undefined)),
    ],
    pairs: matched.pairs.flatMap(([a, b]) => {
      const [was, is] = [elementOf(a, before), elementOf(b, after)];
      return was === undefined || is === undefined ? [] : [[was, is] as const];
    }),
  };
}
