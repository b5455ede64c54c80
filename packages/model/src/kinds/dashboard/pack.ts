/** How much a panel matters in its row; size and place follow from it. */
export type Importance = 'hero' | 'major' | 'minor';

/** A place on Grafana's grid of 24 columns; a unit of height is about 38 pixels. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Size = Importance | GridPosition;

/** Visualisations that show one value or a few, and are readable at half the height of a chart. */
export const COMPACT: ReadonlySet<string> = new Set(['stat', 'gauge', 'bargauge', 'text']);

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
/** Most tiles beside a large panel, and their height when there are so many. */
const MOST_TILES = 3;
const TILE = 3;
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

/** Tiles beside a large panel: as many as fit, but none left alone in a band below. */
function tilesBeside(tiles: number): number {
  return tiles <= MOST_TILES ? tiles : tiles === MOST_TILES + 1 ? MOST_TILES - 1 : MOST_TILES;
}

/** One panel with its tiles stacked to its right; the height is one that the tiles can share. */
function withTiles(
  index: number,
  tiles: readonly number[],
  y: number,
  { w, h }: { w: number; h: number },
): readonly Placed[] {
  if (tiles.length === 0) return band([index], y, h);
  const height = tiles.length === MOST_TILES ? MOST_TILES * TILE : h;
  return [
    [index, { x: 0, y, w, h: height }],
    ...tiles.map((tileIndex, i): Placed => [
      tileIndex,
      { x: w, y: y + (i * height) / tiles.length, w: COLUMNS - w, h: height / tiles.length },
    ]),
  ];
}

/** How many panels stand in each band: as even as possible, fuller bands last, so that earlier panels are larger. */
function shares(count: number, bands: number): readonly number[] {
  const least = Math.floor(count / bands);
  const fuller = count % bands;
  return Array.from({ length: bands }, (_, i) => least + (i >= bands - fuller ? 1 : 0));
}

/** Panels in several bands below each other. */
function inBands(
  indices: readonly number[],
  bands: number,
  y: number,
  heightOf: (band: readonly number[]) => number,
): readonly Placed[] {
  const placed: Placed[] = [];
  let next = 0;
  let top = y;
  for (const share of indices.length === 0 ? [] : shares(indices.length, bands)) {
    const inBand = indices.slice(next, next + share);
    const height = heightOf(inBand);
    placed.push(...band(inBand, top, height));
    next += share;
    top += height;
  }
  return placed;
}

function packed(items: readonly Item[], indices: readonly number[], top: number): readonly Placed[] {
  const isCompact = (index: number) => items[index]?.compact === true;
  const of = (wanted: Importance) => indices.filter((index) => importance(items[index] ?? {}) === wanted);
  const [heroes, majors, minors] = [of('hero'), of('major'), of('minor')];
  const placed: Placed[] = [];
  const bottom = () => Math.max(top, ...placed.map(([, { y, h }]) => y + h));
  const putLarge = (index: number, w: number, h: number) => {
    const chart = minors.findIndex((minor) => !isCompact(minor));
    const tiles = minors.splice(0, tilesBeside(chart < 0 ? minors.length : chart));
    placed.push(...withTiles(index, tiles, bottom(), { w, h }));
  };
  for (const index of heroes) putLarge(index, COLUMNS - SIDE.hero, HERO);
  const [only, ...others] = majors;
  if (only !== undefined && others.length === 0) putLarge(only, COLUMNS - SIDE.major, MAJOR);
  else placed.push(...inBands(majors, Math.floor(majors.length / 2), bottom(), () => MAJOR));
  const bands = Math.ceil(minors.length / MINORS_PER_BAND);
  placed.push(...inBands(minors, bands, bottom(), (inBand) => (inBand.every(isCompact) ? MINOR_TILE : MINOR_CHART)));
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
