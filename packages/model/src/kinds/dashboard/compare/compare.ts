import type { Difference, QueryComparison } from '../../../diff/difference.ts';
import { compareLabels } from '../../../diff/labels.ts';
import type { Resource } from '../../../resource.ts';
import { moveOf } from '../../folder/compare.ts';
import { isDashboardV2 } from '../spec.ts';
import { matchPanels } from './match-panels.ts';
import { compareOptions } from './options.ts';
import { comparePanels } from './panel.ts';
import { compareParts } from './parts.ts';
import { comparePlaces } from './places.ts';
import { readClassic } from './read-classic.ts';
import { readV2 } from './read-v2.ts';
import { compareSections } from './sections.ts';
import type { DashboardView, PanelView } from './view.ts';

/** A dashboard as it is compared. */
export function dashboardView(resource: Resource): DashboardView {
  return isDashboardV2(resource) ? readV2(resource.spec) : readClassic(resource.spec);
}

function panelName({ title, key }: PanelView): string {
  return `panel ${title === '' ? `${key} (without title)` : title}`;
}

function wholePanel(panel: PanelView, change: 'added' | 'removed'): Difference {
  const { section } = panel.place;
  const where = section === undefined || section.title === '' ? '' : ` (${section.kind} ${section.title})`;
  return { path: panel.path, change, subject: panelName(panel), text: `${change}${where}`, reach: 'data' };
}

function tags(before: readonly string[], after: readonly string[]): Difference[] {
  const about = { path: '/spec/tags', reach: 'other' } as const;
  return [
    ...after
      .filter((tag) => !before.includes(tag))
      .map((tag): Difference => ({ ...about, change: 'added', text: `tag ${tag} added` })),
    ...before
      .filter((tag) => !after.includes(tag))
      .map((tag): Difference => ({ ...about, change: 'removed', text: `tag ${tag} removed` })),
  ];
}

/** What changed in a dashboard, in either shape: panels first, then what they stand in, then the dashboard itself. */
export function compareDashboards(before: Resource, after: Resource, queries: QueryComparison): Difference[] {
  const [old, next] = [dashboardView(before), dashboardView(after)];
  const panels = matchPanels(old.panels, next.panels, queries);
  const sections = compareSections(old.sections, next.sections, panels.pairs);
  const places = comparePlaces(panels.pairs, old.panels, sections.formerly);
  const move = moveOf(before, after);
  return [
    ...panels.pairs.flatMap(([a, b]) => {
      const subject = panelName(b);
      return [...comparePanels(a, b, queries), ...(places.get(b) ?? [])].map((part): Difference => ({
        subject,
        change: 'changed',
        ...part,
      }));
    }),
    ...panels.added.map((panel) => wholePanel(panel, 'added')),
    ...panels.removed.map((panel) => wholePanel(panel, 'removed')),
    ...sections.differences,
    ...compareParts(old.variables, next.variables, { noun: 'variable', reach: 'data', queries }),
    ...compareParts(old.annotations, next.annotations, { noun: 'annotation', reach: 'data', queries }),
    ...compareParts(old.links, next.links, { noun: 'link', reach: 'other', queries }),
    ...compareOptions(old.settings, next.settings).map(({ text }): Difference => ({
      path: '/spec',
      change: 'changed',
      text,
      reach: 'appearance',
    })),
    ...tags(old.tags, next.tags),
    ...(move === undefined ? [] : [move]),
    ...compareLabels(before, after),
  ];
}
