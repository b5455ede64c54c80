import {
  isDashboardV1,
  isDashboardV2,
  isPrometheusRule,
  type QueryComparison,
  type Resource,
  summarise,
  summaryText,
} from '@binnacle/model';
import { dashboardsOf } from '../project/project-on-page.ts';
import { inV2 } from '../project/in-v2.ts';
import { opened } from '../project/opened-dashboard.ts';
import type { ProjectState } from '../project/state.ts';
import type { ChangeOnPage, ComparedAnswer, ComparedDashboard, CompareWith, PanelCounts } from '../wire/compare.ts';
import type { OpenedDashboard } from '../wire/project.ts';
import type { ComparedResource, Comparison } from './comparison.ts';
import type { Known } from './comparisons.ts';
import { type ComparedPanels, type DashboardSide, panelChanges } from './panel-changes.ts';
import { ruleChanges } from './rule-changes.ts';

function isDashboard(resource: Resource | undefined): resource is Resource {
  return resource !== undefined && (isDashboardV2(resource) || isDashboardV1(resource));
}

function sideOf(resource: Resource | undefined): DashboardSide | undefined {
  return isDashboard(resource) ? { resource, places: inV2(resource).places } : undefined;
}

function panelsOf({ before, after, differences }: ComparedResource, queries: QueryComparison): ComparedPanels {
  return panelChanges(sideOf(before), sideOf(after), { differences, queries });
}

function countsOf({ changes }: ComparedPanels): PanelCounts {
  const count = (change: 'added' | 'removed' | 'changed'): number =>
    changes.filter((one) => one.change === change).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

const CHANGES: Readonly<Record<string, ChangeOnPage['change']>> = { create: 'added', delete: 'removed' };

function uidOf({ before, after }: ComparedResource): string {
  return (after ?? before)?.metadata.name ?? '';
}

function changeOnPage(one: ComparedResource, queries: QueryComparison): ChangeOnPage {
  const { id, verdict, before, after, differences, reaches, title, service, team, system, note } = one;
  const resource = after ?? before;
  return {
    id: system === undefined ? id : `${id} ${system}`,
    kind: id.slice(0, id.indexOf('/')),
    change: CHANGES[verdict] ?? 'changed',
    ...(title !== undefined && { title }),
    ...(service !== undefined && { service }),
    ...(team !== undefined && { team }),
    ...(system !== undefined && { system }),
    ...(note !== undefined && note !== '' && { note }),
    differences,
    reaches,
    rules:
      resource !== undefined && isPrometheusRule(resource) ? ruleChanges(before, after, { differences, queries }) : [],
    ...(isDashboard(resource) && {
      dashboard: { uid: uidOf(one), ...countsOf(panelsOf(one, queries)) },
    }),
  };
}

/** What the page is told of a comparison. */
export function comparedAnswer({ compared, comparer }: Known): ComparedAnswer {
  if (compared.state === 'failed') return compared;
  const { name, notes, changes } = compared.comparison;
  return {
    state: 'done',
    comparison: {
      with: comparer.with,
      name,
      notes,
      summary: summaryText(summarise(changes)),
      changes: changes.map((one) => changeOnPage(one, comparer.queries)),
    },
  };
}

/** The other side's version of a dashboard. */
export function otherDashboard(uid: string, { resources }: Comparison): OpenedDashboard | undefined {
  const resource = dashboardsOf(resources).find(({ metadata }) => metadata.name === uid);
  return resource && opened(resource, { findings: [], root: '' });
}

function unchanged(
  uid: string,
  comparison: Comparison,
  state: ProjectState,
): Pick<ComparedDashboard, 'before' | 'after'> {
  const before = otherDashboard(uid, comparison);
  const own = dashboardsOf(state.resources).find(({ metadata }) => metadata.name === uid);
  return { ...(before !== undefined && { before }), ...(own !== undefined && { after: opened(own, state) }) };
}

/** Both versions of a dashboard; undefined when neither side has it. */
export function comparedDashboard(
  uid: string,
  comparison: Comparison,
  { comparer, state }: Pick<Known, 'comparer' | 'state'>,
): ComparedDashboard | undefined {
  const compareWith: CompareWith = comparer.with;
  const about = { uid, with: compareWith, name: comparison.name };
  const found = comparison.changes.find(
    (one) =>
      (isDashboard(one.after) || isDashboard(one.before)) &&
      [one.after, one.before].some((side) => side?.metadata.name === uid),
  );
  if (found === undefined) {
    const both = unchanged(uid, comparison, state);
    const names = Object.keys(both.after === undefined ? {} : (sideOf(both.after.resource)?.places ?? {}));
    return both.before === undefined && both.after === undefined
      ? undefined
      : { ...about, ...both, panels: [], pairs: names.map((name) => [name, name]) };
  }
  const { before, after } = found;
  const { changes, pairs } = panelsOf(found, comparer.queries);
  return {
    ...about,
    ...(before !== undefined && { before: opened(before, { findings: [], root: '' }) }),
    ...(after !== undefined && { after: opened(after, state) }),
    change: changeOnPage(found, comparer.queries),
    panels: changes,
    pairs,
  };
}
