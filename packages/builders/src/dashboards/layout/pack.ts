import type { GridPosition, Importance, Size } from './size.ts';

/** Columns of Grafana's grid. */
export const COLUMNS = 24;

/** What packing needs to know of a panel. */
export interface Item {
  readonly size?: Size;
  /** Shows one number or a few: fits half the height of a chart. */
  readonly compact?: boolean;
}

/** Heights in grid units. */
const HERO = 10;
const MAJOR = 8;
const MINOR_CHART = 6;
const MINOR_TILE = 4;
/** Minor panels in a band of their own. */
const MINORS_PER_BAND = 6;
/** Columns of the tiles beside a hero or a lonely major panel. */
const SIDE = { hero: 6, major: 12 } as const;

type Placed = readonly [index: number, at: GridPosition];

function importance({ size }: Item): Importance {
  return typeof size === 'string' ? size : 'major';
}

/** Panels side by side over the whole width; what does not divide evenly goes to the first ones. */
function band(indices: readonly number[], y: number, h: number): readonly Placed[] {
  const width = Math.floor(COLUMNS / indices.length);
  let rest = COLUMNS % indices.length;
  let x = 0;
  return indices.map((index) => {
    const w = width + (rest-- > 0 ? 1 : 0);
    const placed: Placed = [index, { x, y, w, h }];
    x += w;
    return placed;
  });
}

/** One panel with up to two tiles stacked to its right. */
function withTiles(
  index: number,
  tiles: readonly number[],
  y: number,
  { w, h }: { w: number; h: number },
): readonly Placed[] {
  const height = h / tiles.length;
  return [
    [index, { x: 0, y, w, h }],
    ...tiles.map((tile, i): Placed => [tile, { x: w, y: y + i * height, w: COLUMNS - w, h: height }]),
  ];
}

/** How many panels stand in each band: as even as possible, fuller bands last, so that earlier panels are larger. */
function shares(count: number, bands: number): readonly number[] {
  const least = Math.floor(count / bands);
  const fuller = count % bands;
  return Array.from({ length: bands }, (_, i) => least + (i >= bands - fuller ? 1 : 0));
}

function packed(items: readonly Item[], indices: readonly number[], top: number): readonly Placed[] {
  const of = (wanted: Importance) => indices.filter((index) => importance(items[index] ?? {}) === wanted);
  const [heroes, majors, minors] = [of('hero'), of('major'), of('minor')];
  const placed: Placed[] = [];
  let y = top;
  const tiles = (most: number): readonly number[] => {
    const taken: number[] = [];
    while (taken.length < most && items[minors[0] ?? -1]?.compact === true) taken.push(...minors.splice(0, 1));
    return taken;
  };
  const put = (panels: readonly Placed[], h: number) => {
    placed.push(...panels);
    y += h;
  };
  for (const index of heroes) {
    const beside = tiles(2);
    put(
      beside.length === 0 ? band([index], y, HERO) : withTiles(index, beside, y, { w: COLUMNS - SIDE.hero, h: HERO }),
      HERO,
    );
  }
  const [only] = majors;
  if (majors.length === 1 && only !== undefined) {
    const beside = tiles(2);
    put(
      beside.length === 0 ? band([only], y, MAJOR) : withTiles(only, beside, y, { w: COLUMNS - SIDE.major, h: MAJOR }),
      MAJOR,
    );
  } else if (majors.length > 0) {
    let next = 0;
    for (const share of shares(majors.length, Math.floor(majors.length / 2))) {
      put(band(majors.slice(next, next + share), y, MAJOR), MAJOR);
      next += share;
    }
  }
  let next = 0;
  for (const share of minors.length === 0 ? [] : shares(minors.length, Math.ceil(minors.length / MINORS_PER_BAND))) {
    const inBand = minors.slice(next, next + share);
    const h = inBand.every((index) => items[index]?.compact === true) ? MINOR_TILE : MINOR_CHART;
    put(band(inBand, y, h), h);
    next += share;
  }
  return placed;
}

function overlaps(a: GridPosition, b: GridPosition): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function checked(explicit: readonly Placed[]): readonly Placed[] {
  for (const [i, [, a]] of explicit.entries()) {
    const text = `x ${a.x}, y ${a.y}, ${a.w} wide, ${a.h} high`;
    if (
      a.x < 0 ||
      a.y < 0 ||
      a.w < 1 ||
      a.h < 1 ||
      a.x + a.w > COLUMNS ||
      ![a.x, a.y, a.w, a.h].every(Number.isInteger)
    ) {
      throw new Error(`a panel cannot be at ${text}: whole numbers, inside ${COLUMNS} columns`);
    }
    const other = explicit.slice(i + 1).find(([, b]) => overlaps(a, b));
    if (other !== undefined)
      throw new Error(`the panel at ${text} overlaps the one at x ${other[1].x}, y ${other[1].y}`);
  }
  return explicit;
}

/**
 * A place for every panel of a row, in the order given. The most important come first and are largest; bands fill the
 * whole width, so there are no holes. Panels with a place of their own keep it and the others follow below.
 * @throws on places that overlap or leave the grid.
 */
export function pack(items: readonly Item[]): readonly GridPosition[] {
  const explicit: Placed[] = [];
  const rest: number[] = [];
  for (const [index, { size }] of items.entries()) {
    if (typeof size === 'object') explicit.push([index, size]);
    else rest.push(index);
  }
  const top = Math.max(0, ...checked(explicit).map(([, { y, h }]) => y + h));
  const places = new Map([...explicit, ...packed(items, rest, top)]);
  return items.map((_, index) => places.get(index) ?? { x: 0, y: 0, w: COLUMNS, h: MAJOR });
}
