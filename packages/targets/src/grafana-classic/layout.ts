import { autoGridCells, fillsScreen, gridCells, shownAlways, type Cell, type Start } from './cells.ts';
import { GRID_COLUMNS } from './geometry.ts';
import type { Path, Report } from './loss.ts';
import type { GridPos, Layout, Variable } from './wire.ts';

type RowsLayout = Extract<Layout, { kind: 'RowsLayout' }>;
type TabsLayout = Extract<Layout, { kind: 'TabsLayout' }>;

/** A classic row: a header, which holds its cells itself while it is collapsed. */
interface Row {
  readonly kind: 'row';
  readonly title: string;
  readonly collapsed: boolean;
  readonly gridPos: GridPos;
  readonly repeat?: string;
  readonly cells: readonly Cell[];
}

/** Variables of a row or tab, which classic dashboards only have as a whole. */
interface SectionVariables {
  readonly variables: readonly Variable[];
  readonly path: Path;
  readonly section: string;
}

/** A layout as the flat list a classic dashboard has, in reading order. */
export interface Placement {
  readonly placed: readonly (Cell | Row)[];
  readonly sections: readonly SectionVariables[];
  /** First free grid line below. */
  readonly end: number;
}

interface At extends Start {
  /** The rows start closed: they are in a closed row, or in a tab that is not the first. */
  readonly closed: boolean;
}

/** A row or a tab, which a classic dashboard both shows as a row. */
interface Section {
  readonly title: string;
  readonly layout: Layout;
  readonly collapsed: boolean;
  readonly header: boolean;
  readonly repeat: string | undefined;
  readonly variables: readonly Variable[];
  readonly path: Path;
}

function bottom(cells: readonly Cell[], y: number): number {
  return cells.reduce((end, { gridPos }) => Math.max(end, gridPos.y + gridPos.h), y);
}

function rowSections({ spec }: RowsLayout, at: At): Section[] {
  return spec.rows.map(({ spec: row }, i): Section => {
    const path = [...at.path, 'spec', 'rows', i, 'spec'];
    const title = row.title ?? '';
    shownAlways(row.conditionalRendering, { path, report: at.report, subject: title });
    fillsScreen(row.fillScreen, path, at.report);
    const repeat = row.repeat?.value;
    // Only a header can repeat, so a repeated row always gets one.
    const header = row.hideHeader !== true || repeat !== undefined;
    if (row.hideHeader === true && (repeat !== undefined || i > 0)) {
      at.report({
        severity: 'info',
        path: [...path, 'hideHeader'],
        subject: title,
        message:
          repeat === undefined
            ? 'a classic row without a header belongs to the row above it'
            : 'a classic row that repeats always shows its header',
      });
    }
    return {
      title,
      layout: row.layout,
      collapsed: at.closed || (row.collapse === true && header),
      header,
      repeat,
      variables: row.variables ?? [],
      path,
    };
  });
}

function tabSections({ spec }: TabsLayout, at: At): Section[] {
  at.report({
    severity: 'info',
    path: at.path,
    message: 'tabs have no classic form; they are written as rows, closed but for the first',
  });
  return spec.tabs.map(({ spec: tab }, i): Section => {
    const path = [...at.path, 'spec', 'tabs', i, 'spec'];
    const title = tab.title ?? '';
    shownAlways(tab.conditionalRendering, { path, report: at.report, subject: title });
    return {
      title,
      layout: tab.layout,
      collapsed: at.closed || i > 0,
      header: true,
      repeat: tab.repeat?.value,
      variables: tab.variables ?? [],
      path,
    };
  });
}

function headerRow(section: Section, y: number, cells: readonly Cell[]): Row {
  return {
    kind: 'row',
    title: section.title,
    // A closed row that holds nothing could not be told from a broken one.
    collapsed: section.collapsed && cells.length > 0,
    gridPos: { x: 0, y, w: GRID_COLUMNS, h: 1 },
    cells: section.collapsed ? cells : [],
    ...(section.repeat !== undefined && { repeat: section.repeat }),
  };
}

function placeSection(section: Section, at: At): Placement {
  const { layout } = section;
  const inside: At = {
    ...at,
    y: section.header ? at.y + 1 : at.y,
    path: [...section.path, 'layout'],
    closed: section.collapsed,
  };
  const own =
    section.variables.length === 0
      ? []
      : [{ variables: section.variables, path: section.path, section: section.title }];

  if (layout.kind === 'RowsLayout' || layout.kind === 'TabsLayout') {
    if (section.repeat !== undefined) {
      at.report({
        severity: 'warning',
        path: [...section.path, 'repeat'],
        subject: section.title,
        message: `a classic row cannot repeat the rows inside it; ${section.title} is shown once`,
        fix: 'repeat the inner rows instead',
      });
    }
    const { repeat: _, ...once } = section;
    const nested = place(layout, inside);
    const placed = section.header
      ? [headerRow({ ...once, repeat: undefined }, at.y, []), ...nested.placed]
      : nested.placed;
    return { placed, sections: [...own, ...nested.sections], end: nested.end };
  }

  const cells = layout.kind === 'GridLayout' ? gridCells(layout, inside) : autoGridCells(layout, inside);
  if (!section.header) return { placed: cells, sections: own, end: bottom(cells, inside.y) };
  const row = headerRow(section, at.y, cells);
  return row.collapsed
    ? { placed: [row], sections: own, end: inside.y }
    : { placed: [row, ...cells], sections: own, end: bottom(cells, inside.y) };
}

function placeSections(list: readonly Section[], at: At): Placement {
  let { y } = at;
  const placed: (Cell | Row)[] = [];
  const sections: SectionVariables[] = [];
  for (const section of list) {
    const part = placeSection(section, { ...at, y });
    placed.push(...part.placed);
    sections.push(...part.sections);
    y = part.end;
  }
  return { placed, sections, end: y };
}

function place(layout: Layout, at: At): Placement {
  switch (layout.kind) {
    case 'GridLayout': {
      const placed = gridCells(layout, at);
      return { placed, sections: [], end: bottom(placed, at.y) };
    }
    case 'AutoGridLayout': {
      const placed = autoGridCells(layout, at);
      return { placed, sections: [], end: bottom(placed, at.y) };
    }
    case 'RowsLayout':
      return placeSections(rowSections(layout, at), at);
    case 'TabsLayout':
      return placeSections(tabSections(layout, at), at);
    default:
      return layout satisfies never;
  }
}

/** Flattens a dashboard's layout: rows inside rows follow each other, tabs become rows, an automatic grid gets coordinates. */
export function classicLayout(layout: Layout, report: Report): Placement {
  return place(layout, { y: 0, path: ['spec', 'layout'], report, closed: false });
}
