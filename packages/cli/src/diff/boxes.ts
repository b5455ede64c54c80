/** A box on a grid with what stands in it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** Characters of a grid column, and grid rows of a line of text. */
const COLUMN = 3;
const ROWS = 4;

const [UP, RIGHT, DOWN, LEFT] = [1, 2, 4, 8] as const;
/** Lines by the directions in which they leave a place: the sum of the above. */
const LINES = ' │─└││┌├─┘─┴┐┤┬┼';

/** Heights of the grid's lines in lines of text: as many as there is room for a label between any two. */
function heights(boxes: readonly Box[]): ReadonlyMap<number, number> {
  const edges = [...new Set(boxes.flatMap(({ y, height }) => [y, y + height]))].toSorted((a, b) => a - b);
  const found = new Map<number, number>();
  let [line, previous] = [0, edges[0] ?? 0];
  for (const edge of edges) {
    if (edge !== previous) line += Math.max(2, Math.round((edge - previous) / ROWS));
    found.set(edge, line);
    previous = edge;
  }
  return found;
}

function cut(text: string, room: number): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' '));
  return characters.length <= room ? characters.join('') : `${characters.slice(0, Math.max(0, room - 1)).join('')}…`;
}

/** Draws boxes that share their borders, one line of text an item. */
export function drawBoxes(boxes: readonly Box[], columns: number): string[] {
  const lines = heights(boxes);
  const last = Math.max(0, ...lines.values());
  const masks = Array.from({ length: last + 1 }, () => Array.from({ length: columns * COLUMN + 1 }, () => 0));
  const texts = masks.map((row) => row.map(() => ''));
  const join = (line: number, column: number, way: number): void => {
    const row = masks[line];
    if (row !== undefined && column < row.length) row[column] = (row[column] ?? 0) | way;
  };
  for (const { x, y, width, height, label } of boxes) {
    const [top, bottom] = [lines.get(y) ?? 0, lines.get(y + height) ?? 0];
    const [left, right] = [x * COLUMN, Math.min(columns, x + width) * COLUMN];
    for (const line of [top, bottom]) {
      for (let column = left; column < right; column++) {
        join(line, column, RIGHT);
        join(line, column + 1, LEFT);
      }
    }
    for (const column of [left, right]) {
      for (let line = top; line < bottom; line++) {
        join(line, column, DOWN);
        join(line + 1, column, UP);
      }
    }
    for (const [i, character] of Array.from(cut(label, right - left - 3)).entries()) {
      const row = texts[top + 1];
      if (row !== undefined) row[left + 2 + i] = character;
    }
  }
  return masks.map((row, line) =>
    row
      .map((mask, column) => texts[line]?.[column] || (LINES[mask] ?? ' '))
      .join('')
      .trimEnd(),
  );
}
