import { match, type Matched } from '../../../diff/match.ts';
import type { QueryComparison } from '../../../diff/difference.ts';
import type { PanelView } from './view.ts';

/** How much of a panel's queries may have changed before one of another name is no longer the same panel. */
const MOST_CHANGED = 0.4;

function textsOf({ queries }: PanelView): string {
  return queries.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()).join('\n');
}

function isSamePlace(a: PanelView, b: PanelView): boolean {
  return a.place.section?.title === b.place.section?.title;
}

/** True for the classic shape's numbers, which an export may deal out anew; names of elements are chosen. */
function isNumbered({ key }: PanelView): boolean {
  return /^\d+$/.test(key);
}

/** Texts and other panels without queries have but their key to tell them by. */
function sameSilent(a: PanelView, b: PanelView): number {
  return Number(a.key === b.key && a.plugin === b.plugin && a.queries.length === 0 && b.queries.length === 0);
}

/**
 * Finds which panels are which: by title and queries, and the names the dashboard knows them by; then those with another title
 * whose queries are nearly the same.
 */
export function matchPanels(
  before: readonly PanelView[],
  after: readonly PanelView[],
  queries: QueryComparison,
): Matched<PanelView> {
  const texts = new Map([...before, ...after].map((panel) => [panel, textsOf(panel)]));
  const certain = (a: PanelView, b: PanelView): number => {
    const isTitled = a.title !== '' && a.title === b.title;
    const isAsking = texts.get(a) !== '' && texts.get(a) === texts.get(b);
    const isKeyed = a.key === b.key;
    if (!isTitled && !isAsking && !(isKeyed && !isNumbered(b))) return 0;
    return 4 * Number(isTitled) + 3 * Number(isAsking) + 2 * Number(isKeyed) + Number(isSamePlace(a, b));
  };
  const likely = (a: PanelView, b: PanelView): number => {
    if (a.plugin !== b.plugin || a.queries.length === 0 || a.queries.length !== b.queries.length) return 0;
    let [changed, length] = [0, 0];
    for (const [i, { text }] of a.queries.entries()) {
      const other = b.queries[i]?.text ?? '';
      length += text.length + other.length;
      for (const part of queries(text, other) ?? []) changed += part.before.length + part.after.length;
    }
    const share = length === 0 ? 1 : changed / length;
    return share > MOST_CHANGED ? 0 : 1 - share;
  };
  return match(before, after, [certain, likely, sameSilent]);
}
