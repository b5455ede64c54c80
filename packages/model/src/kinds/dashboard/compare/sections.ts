import type { Difference } from '../../../diff/difference.ts';
import { match } from '../../../diff/match.ts';
import { compareOptions } from './options.ts';
import type { PanelView, SectionView } from './view.ts';

/** Which row or tab of the old version is which of the new one. */
export type Formerly = ReadonlyMap<SectionView, SectionView>;

/** How a row or tab is named: `row Latency`. */
export function sectionName({ kind, title }: SectionView): string {
  return `${kind} ${title === '' ? 'without title' : title}`;
}

/** True for the section around one and its like. */
function isSameParent(a: SectionView, b: SectionView): boolean {
  return (a.parent === undefined) === (b.parent === undefined) && a.parent?.title === b.parent?.title;
}

function isIn({ place }: PanelView, section: SectionView): boolean {
  for (let one = place.section; one !== undefined; one = one.parent) if (one === section) return true;
  return false;
}

function say(section: SectionView, change: Difference['change'], text: string): Difference {
  return { path: section.path, subject: sectionName(section), change, text, reach: 'appearance' };
}

/** What changed among rows and tabs, and which is which: by title, then by the panels they hold. */
export function compareSections(
  before: readonly SectionView[],
  after: readonly SectionView[],
  panels: readonly (readonly [PanelView, PanelView])[],
): { readonly formerly: Formerly; readonly differences: readonly Difference[] } {
  const shared = (a: SectionView, b: SectionView): number =>
    a.kind === b.kind ? panels.filter(([old, next]) => isIn(old, a) && isIn(next, b)).length : 0;
  const { pairs, added, removed } = match(before, after, [
    (a, b) => Number(a.kind === b.kind && a.title === b.title) * (1 + Number(isSameParent(a, b))),
    shared,
  ]);
  const differences = [
    ...added.map((one) => say(one, 'added', 'added')),
    ...removed.map((one) => say(one, 'removed', 'removed')),
    ...pairs.flatMap(([a, b]): Difference[] => {
      const title = a.title === b.title ? [] : [`renamed from ${a.title}`];
      const settings = compareOptions(a.settings, b.settings).map(({ text }) => text);
      return [...title, ...settings].map((text) => say(b, 'changed', text));
    }),
  ];
  return { formerly: new Map(pairs.map(([a, b]) => [b, a])), differences };
}
