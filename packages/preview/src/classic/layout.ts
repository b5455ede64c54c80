import { flag, type Json, number, object, objects, present, text } from './fields.ts';

/** A panel in its place; `path` is the pointer to it in the classic dashboard. */
export interface PlacedPanel {
  readonly panel: Json;
  readonly path: string;
}

/** A panel with the name its element has. */
export interface NamedPanel extends PlacedPanel {
  readonly element: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Row {
  readonly header: Json | undefined;
  readonly panels: readonly PlacedPanel[];
}

/** Panels that say nothing are half as wide as the grid. */
const USUAL = { w: 12, h: 8 };
const WIDTH = 24;

/** A panel's place on the grid of 24 columns; what lies outside is moved in. */
function boxOf(panel: Json): Box {
  const position = object(panel, 'gridPos');
  const w = Math.min(WIDTH, Math.max(1, Math.round(number(position, 'w') ?? USUAL.w)));
  const x = Math.min(WIDTH - w, Math.max(0, Math.round(number(position, 'x') ?? 0)));
  return {
    x,
    w,
    y: Math.max(0, number(position, 'y') ?? 0),
    h: Math.max(1, Math.ceil(number(position, 'h') ?? USUAL.h)),
  };
}

function rank({ panel }: PlacedPanel): number {
  return panel['type'] === 'row' ? 0 : 1;
}

function inReadingOrder(panels: readonly PlacedPanel[]): readonly PlacedPanel[] {
  return panels.toSorted((a, b) => {
    const [left, right] = [boxOf(a.panel), boxOf(b.panel)];
    // A row comes before what begins at the same height.
    return left.y - right.y || rank(a) - rank(b) || left.x - right.x;
  });
}

/** The panels of a dashboard by row: below an open row lies everything down to the next. */
function rowsOf(panels: readonly PlacedPanel[]): readonly Row[] {
  const rows: { header: Json | undefined; panels: PlacedPanel[] }[] = [{ header: undefined, panels: [] }];
  for (const placed of inReadingOrder(panels)) {
    if (placed.panel['type'] !== 'row') {
      rows.at(-1)?.panels.push(placed);
      continue;
    }
    const inner = objects(placed.panel, 'panels').map((panel, i) => ({ panel, path: `${placed.path}/panels/${i}` }));
    rows.push({ header: placed.panel, panels: [...inReadingOrder(inner)] });
  }
  return rows.filter(({ header, panels: own }) => header !== undefined || own.length > 0);
}

function repeatOf(panel: Json): Json | undefined {
  const variable = text(panel, 'repeat');
  if (variable === undefined) return undefined;
  return {
    mode: 'variable',
    value: variable,
    direction: panel['repeatDirection'] === 'v' ? 'v' : 'h',
    ...present({ maxPerRow: number(panel, 'maxPerRow') }),
  };
}

function gridOf(panels: readonly PlacedPanel[], elements: ReadonlyMap<string, string>): Json {
  const top = Math.min(...panels.map(({ panel }) => boxOf(panel).y));
  return {
    kind: 'GridLayout',
    spec: {
      items: panels.map(({ panel, path }) => {
        const { x, y, w, h } = boxOf(panel);
        const repeat = repeatOf(panel);
        return {
          kind: 'GridLayoutItem',
          spec: {
            x,
            y: y - top,
            width: w,
            height: h,
            element: { kind: 'ElementReference', name: elements.get(path) ?? '' },
            ...(repeat !== undefined && { repeat }),
          },
        };
      }),
    },
  };
}

function rowLayout({ header, panels }: Row, elements: ReadonlyMap<string, string>): Json {
  const layout = gridOf(panels, elements);
  if (header === undefined)
    return { kind: 'RowsLayoutRow', spec: { title: '', collapse: false, hideHeader: true, layout } };
  const variable = text(header, 'repeat');
  return {
    kind: 'RowsLayoutRow',
    spec: {
      title: text(header, 'title') ?? '',
      collapse: flag(header, 'collapsed'),
      ...(variable !== undefined && { repeat: { mode: 'variable', value: variable } }),
      layout,
    },
  };
}

/** Every panel that is no row, in reading order, those of closed rows among them. */
export function panelsInOrder(panels: readonly PlacedPanel[]): readonly PlacedPanel[] {
  return rowsOf(panels).flatMap((row) => row.panels);
}

/** The layout of a classic dashboard in the v2 shape: a grid, or rows of grids where it has rows. */
export function layoutOf(panels: readonly PlacedPanel[], elements: ReadonlyMap<string, string>): Json {
  const rows = rowsOf(panels);
  if (rows.some(({ header }) => header !== undefined)) {
    return { kind: 'RowsLayout', spec: { rows: rows.map((row) => rowLayout(row, elements)) } };
  }
  return gridOf(
    rows.flatMap((row) => row.panels),
    elements,
  );
}
