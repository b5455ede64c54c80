import type { PanelChange } from '../../src/wire/compare.ts';

/** The two versions. */
export type Side = 'before' | 'after';

/** Names a change of a panel in the address. */
export function changeKey({ before, after }: PanelChange): string {
  return after === undefined ? `before.${before ?? ''}` : `after.${after}`;
}

/** Changes of the panels of one side, by element. */
export function changesOn(side: Side, changes: readonly PanelChange[]): ReadonlyMap<string, PanelChange> {
  return new Map(
    changes.flatMap((change): [string, PanelChange][] => {
      const element = change[side];
      return element === undefined ? [] : [[element, change]];
    }),
  );
}

/** The element of a change to bring into view: that of the side that has it. */
export function elementOf({ before, after }: PanelChange): readonly [Side, string] {
  return after === undefined ? ['before', before ?? ''] : ['after', after];
}
