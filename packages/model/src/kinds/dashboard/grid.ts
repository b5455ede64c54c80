import type { Finding } from '../../finding.ts';
import { COLUMNS } from './pack.ts';

/** A box on the grid: columns and rows, and what it holds. */
export interface GridItem {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Title of the panel in it, for messages. */
  readonly title: string;
  readonly path: string;
}

function overlaps(a: GridItem, b: GridItem): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside({ x, y, width, height }: GridItem): boolean {
  return x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= COLUMNS;
}

/** Boxes that leave the 24 columns, and boxes that lie on one another (each reported once, at the later one). */
export function gridFindings(items: readonly GridItem[]): Finding[] {
  const found: Finding[] = [];
  const rule = 'dashboard/grid';
  for (const item of items) {
    if (isInside(item)) continue;
    const { x, y, width, height, title, path } = item;
    const message = `panel '${title}' at x=${x} y=${y}, ${width} wide and ${height} high, is not within the ${COLUMNS} columns`;
    found.push({ rule, severity: 'error', message, path, subject: title });
  }
  const sorted = items.filter(isInside).toSorted((a, b) => a.y - b.y || a.x - b.x);
  for (const [i, item] of sorted.entries()) {
    const below = sorted.slice(0, i).find((other) => overlaps(other, item));
    if (below === undefined) continue;
    const message = `panel '${item.title}' overlaps panel '${below.title}'; Grafana will move one of them`;
    found.push({ rule, severity: 'warning', message, path: item.path, subject: item.title });
  }
  return found;
}
