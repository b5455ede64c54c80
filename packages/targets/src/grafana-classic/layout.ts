import { present } from '../present.ts';
import { autoGridBox, columnCount, GRID_COLUMNS, rowUnits } from './geometry.ts';
import type { Path, Report } from './loss.ts';
import type { ClassicPanel, Condition, GridPos, Layout, Variable } from './wire.ts';

type Repeat = Pick<ClassicPanel, 'repeat' | 'repeatDirection' | 'maxPerRow'>;
type GridLayout = Extract<Layout, { kind: 'GridLayout' }>;
type AutoGridLayout = Extract<Layout, { kind: 'AutoGridLayout' }>;
type RowsLayout = Extract<Layout, { kind: 'RowsLayout' }>;
type TabsLayout = Extract<Layout, { kind: 'TabsLayout' }>;

/** Where an element goes. */
export interface Cell {
  readonly kind: 'cell';
  /** Key in the dashboard's `elements`. */
  readonly element: string;
  readonly gridPos: GridPos;
  readonly repeat?: Repeat;
  readonly path: Path;
}

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

interface At {
  readonly y: number;
  readonly path: Path;
  readonly report: Report;
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

function shownAlways(condition: Condition | undefined, at: { path: Path; report: Report; subject: string }): void {
  if (condition === undefined) return;
  at.report({
    severity: 'info',
    path: [...at.path, 'conditionalRendering'],
    subject: at.subject,
    message: 'conditional rendering has no classic form; this is always shown',
  });
}

function fillsScreen(fill: boolean | undefined, path: Path, report: Report): void {
  if (fill !== true) return;
  report({
    severity: 'info',
    path: [...path, 'fillScreen'],
    message: 'fillScreen has no classic form; panels keep their height',
  });
}

function bottom(cells: readonly Cell[], y: number): number {
  return cells.reduce((end, { gridPos }) => Math.max(end, gridPos.y + gridPos.h), y);
}

function gridCells({ spec }: GridLayout, at: At): Cell[] {
  return spec.items.map(({ spec: item }, i): Cell => {
    const { x, y, width, height, element, repeat } = item;
    return {
      kind: 'cell',
      element: element.name,
      gridPos: { x, y: at.y + y, w: width, h: height },
      path: [...at.path, 'spec', 'items', i],
      ...(repeat !== undefined && {
        repeat: present({ repeat: repeat.value, repeatDirection: repeat.direction, maxPerRow: repeat.maxPerRow }),
      }),
    };
  });
}

function autoGridCells({ spec }: AutoGridLayout, at: At): Cell[] {
  const columns = columnCount(spec, {
    count: spec.items.length,
    repeats: spec.items.some((item) => item.spec.repeat !== undefined),
  });
  const height = rowUnits(spec);
  fillsScreen(spec.fillScreen, [...at.path, 'spec'], at.report);
  return spec.items.map(({ spec: item }, i): Cell => {
    const path = [...at.path, 'spec', 'items', i];
    const box = autoGridBox(i, columns, height);
    shownAlways(item.conditionalRendering, { path: [...path, 'spec'], report: at.report, subject: item.element.name });
    return {
      kind: 'cell',
      element: item.element.name,
      gridPos: { ...box, y: at.y + box.y },
      path,
      ...(item.repeat !== undefined && {
        repeat: { repeat: item.repeat.value, repeatDirection: 'h', maxPerRow: columns },
      }),
    };
  });
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
