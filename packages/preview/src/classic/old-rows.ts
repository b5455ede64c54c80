import { flag, type Json, number, objects, text } from './fields.ts';

/** Columns of a row before Grafana 5, and of the grid since. */
const SPANS = 12;
const COLUMNS = 24;
/** Pixels of one unit of the grid with its gap. */
const UNIT = 38;
const USUAL_HEIGHT = 250;

function heightOf(written: unknown): number {
  const pixels = typeof written === 'number' ? written : Number.parseFloat(typeof written === 'string' ? written : '');
  return Math.max(3, Math.round((Number.isFinite(pixels) && pixels > 0 ? pixels : USUAL_HEIGHT) / UNIT));
}

/** A panel of an old row with the place it had, and its path. */
export interface FromRow {
  readonly panel: Json;
  readonly path: string;
}

/**
 * The panels of a dashboard from before Grafana 5, which has rows of panels that are some twelfths wide. Rows that show their
 * title, close or repeat become rows; the others were only lines of panels.
 */
export function panelsOfRows(dashboard: Json): readonly FromRow[] {
  const rows = objects(dashboard, 'rows');
  const hasHeaders = rows.some(
    (row) => flag(row, 'collapse') || flag(row, 'showTitle') || text(row, 'repeat') !== undefined,
  );
  const all: FromRow[] = [];
  let y = 0;
  for (const [i, row] of rows.entries()) {
    const top = hasHeaders ? y + 1 : y;
    let [x, lineTop, bottom] = [0, top, top];
    const placed = objects(row, 'panels').map((panel, j): FromRow => {
      const w = Math.min(COLUMNS, Math.max(1, Math.round(((number(panel, 'span') ?? SPANS) / SPANS) * COLUMNS)));
      const h = heightOf(panel['height'] ?? row['height']);
      if (x + w > COLUMNS) [x, lineTop] = [0, bottom];
      const gridPos = { x, y: lineTop, w, h };
      x += w;
      bottom = Math.max(bottom, lineTop + h);
      return { panel: { ...panel, gridPos }, path: `/spec/rows/${i}/panels/${j}` };
    });
    if (!hasHeaders) all.push(...placed);
    else {
      const header = {
        type: 'row',
        title: text(row, 'title') ?? '',
        collapsed: flag(row, 'collapse'),
        gridPos: { x: 0, y, w: COLUMNS, h: 1 },
        ...(text(row, 'repeat') !== undefined && { repeat: row['repeat'] }),
      };
      if (header.collapsed)
        all.push({ panel: { ...header, panels: placed.map(({ panel }) => panel) }, path: `/spec/rows/${i}` });
      else all.push({ panel: header, path: `/spec/rows/${i}` }, ...placed);
      if (header.collapsed) bottom = top;
    }
    y = bottom;
  }
  return all;
}
