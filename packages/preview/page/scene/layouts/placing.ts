import type { Placement } from '../cell.tsx';

/** Columns of the grid. */
const COLUMNS = 24;

/** A panel, or all copies of a repeated one, on its way into the grid. */
export interface Group {
  readonly placement: Placement;
  readonly copies: number;
  readonly repeated: boolean;
}

/** Cells of the grid, from 0. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function copiesPlaced({ placement, copies }: Group): readonly Place[] {
  const { x, y, width, height, direction = 'h', maxPerRow = 4 } = placement;
  if (direction === 'v') return Array.from({ length: copies }, (_, i) => ({ x, y: y + i * height, width, height }));
  const perRow = Math.max(1, Math.min(maxPerRow, copies));
  const own = Math.floor(COLUMNS / perRow);
  return Array.from({ length: copies }, (_, i) => ({
    x: (i % perRow) * own,
    y: y + Math.floor(i / perRow) * height,
    width: own,
    height,
  }));
}

/**
 * Where every copy of every panel lies: copies of one stand beside or below each other, and what was below the original
 * moves down as far as they need. In the order of the groups, all copies of one after another.
 */
export function place(groups: readonly Group[]): readonly Place[] {
  const inOrder = groups
    .map((group, index) => ({ group, index }))
    .toSorted((a, b) => a.group.placement.y - b.group.placement.y);
  const grown: { readonly below: number; readonly by: number }[] = [];
  const placed: (readonly Place[])[] = groups.map(() => []);
  for (const { group, index } of inOrder) {
    const { placement } = group;
    const down = grown.filter(({ below }) => placement.y >= below).reduce((sum, { by }) => sum + by, 0);
    const { x, width, height } = placement;
    const moved = { ...placement, y: placement.y + down };
    placed[index] = group.repeated ? copiesPlaced({ ...group, placement: moved }) : [{ x, y: moved.y, width, height }];
    const bottom = Math.max(moved.y, ...(placed[index] ?? []).map((one) => one.y + one.height));
    const by = bottom - (moved.y + height);
    if (by !== 0) grown.push({ below: placement.y + height, by });
  }
  return placed.flat();
}
