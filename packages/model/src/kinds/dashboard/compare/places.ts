import { moved } from '../../../diff/match.ts';
import type { PanelPart } from './queries.ts';
import { type Formerly, sectionName } from './sections.ts';
import type { PanelView, SectionView } from './view.ts';

function trail(section: SectionView | undefined): string {
  if (section === undefined) return 'the top of the dashboard';
  return section.parent === undefined ? sectionName(section) : `${sectionName(section)} in ${trail(section.parent)}`;
}

function formerSection({ place }: PanelView, formerly: Formerly): SectionView | undefined {
  return place.section === undefined ? undefined : formerly.get(place.section);
}

/** True for a panel that is no longer in the row or tab it was in, whatever that is called now. */
function isElsewhere([before, after]: readonly [PanelView, PanelView], formerly: Formerly): boolean {
  const { section } = after.place;
  if (section === undefined) return before.place.section !== undefined;
  return formerSection(after, formerly) !== before.place.section;
}

function size({ place: { box } }: PanelView): string {
  return box === undefined ? '' : `${box.width}×${box.height}`;
}

/**
 * Which panels moved, and how: to another row or tab, to another place in it, to another size. Panels pushed aside by others
 * stayed where they are.
 */
export function comparePlaces(
  pairs: readonly (readonly [PanelView, PanelView])[],
  before: readonly PanelView[],
  formerly: Formerly,
): ReadonlyMap<PanelView, PanelPart[]> {
  const found = new Map<PanelView, PanelPart[]>();
  const say = (panel: PanelView, text: string): void => {
    const part: PanelPart = { path: panel.path, text, reach: 'appearance' };
    found.set(panel, [...(found.get(panel) ?? []), part]);
  };
  const stayed = new Map<SectionView | undefined, [number, PanelView][]>();
  for (const [a, b] of pairs) {
    if (isElsewhere([a, b], formerly)) say(b, `moved to ${trail(b.place.section)}`);
    else stayed.set(b.place.section, [...(stayed.get(b.place.section) ?? []), [before.indexOf(a), b]]);
  }
  for (const panels of stayed.values()) {
    for (const panel of moved(panels)) {
      const previous = panels[panels.findIndex(([, one]) => one === panel) - 1]?.[1];
      say(panel, previous === undefined ? 'moved to the front' : `moved after ${previous.title}`);
    }
  }
  for (const [a, b] of pairs) {
    const [old, next] = [size(a), size(b)];
    if (old !== '' && next !== '' && old !== next) say(b, `size ${old} → ${next}`);
  }
  return found;
}
