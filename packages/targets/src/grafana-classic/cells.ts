import { present } from '../present.ts';
import { autoGridBox, columnCount, rowUnits } from './geometry.ts';
import type { Path, Report } from './loss.ts';
import type { ClassicPanel, Condition, GridPos, Layout } from './wire.ts';

type Repeat = Pick<ClassicPanel, 'repeat' | 'repeatDirection' | 'maxPerRow'>;
type GridLayout = Extract<Layout, { kind: 'GridLayout' }>;
type AutoGridLayout = Extract<Layout, { kind: 'AutoGridLayout' }>;

/** Where an element goes. */
export interface Cell {
  readonly kind: 'cell';
  /** Key in the dashboard's `elements`. */
  readonly element: string;
  readonly gridPos: GridPos;
  readonly repeat?: Repeat;
  readonly path: Path;
}

/** Where a layout begins, in the grid and in the resource. */
export interface Start {
  readonly y: number;
  readonly path: Path;
  readonly report: Report;
}

/** Says that a condition is gone. */
export function shownAlways(
  condition: Condition | undefined,
  at: { path: Path; report: Report; subject: string },
): void {
  if (condition === undefined) return;
  at.report({
    severity: 'info',
    path: [...at.path, 'conditionalRendering'],
    subject: at.subject,
    message: 'conditional rendering has no classic form; this is always shown',
  });
}

/** Says that panels do not grow to fill the screen. */
export function fillsScreen(fill: boolean | undefined, path: Path, report: Report): void {
  if (fill !== true) return;
  report({
    severity: 'info',
    path: [...path, 'fillScreen'],
    message: 'fillScreen has no classic form; panels keep their height',
  });
}

/** Cells of a grid. */
export function gridCells({ spec }: GridLayout, at: Start): Cell[] {
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

/** Cells of an automatic grid, with the coordinates Grafana would give them. */
export function autoGridCells({ spec }: AutoGridLayout, at: Start): Cell[] {
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
