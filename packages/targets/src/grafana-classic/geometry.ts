/** Columns of Grafana's grid. */
export const GRID_COLUMNS = 24;
/** Grafana's grid: a unit of height is 30 px, with 8 px between two of them. */
const UNIT_PX = 30;
const GAP_PX = 8;
/** Height in pixels of the named row heights of an automatic grid. */
const ROW_PX = { short: 168, standard: 320, tall: 512 } as const;
const DEFAULT_MAX_COLUMNS = 3;

/** What an automatic grid says about its size. */
export interface AutoGridSize {
  readonly maxColumnCount?: number;
  readonly rowHeightMode: 'short' | 'standard' | 'tall' | 'custom';
  readonly rowHeight?: number;
}

/** A box in grid units, relative to its layout. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Height in grid units of a row of an automatic grid: 5, 9 and 14 for the named ones. */
export function rowUnits({ rowHeightMode, rowHeight }: AutoGridSize): number {
  const px = rowHeightMode === 'custom' ? (rowHeight ?? ROW_PX.standard) : ROW_PX[rowHeightMode];
  return Math.max(1, Math.ceil((px + GAP_PX) / (UNIT_PX + GAP_PX)));
}

/** Columns of an automatic grid: its maximum, which a single row with fewer panels stretches to fill. */
export function columnCount({ maxColumnCount }: AutoGridSize, items: { count: number; repeats: boolean }): number {
  const most = Math.min(GRID_COLUMNS, Math.max(1, maxColumnCount ?? DEFAULT_MAX_COLUMNS));
  return items.repeats ? most : Math.max(1, Math.min(most, items.count));
}

/** The box of the n-th panel of an automatic grid, left to right, then down; the columns share the whole width. */
export function autoGridBox(n: number, columns: number, height: number): Box {
  const column = n % columns;
  const x = Math.floor((column * GRID_COLUMNS) / columns);
  const end = Math.floor(((column + 1) * GRID_COLUMNS) / columns);
  return { x, y: Math.floor(n / columns) * height, w: end - x, h: height };
}
