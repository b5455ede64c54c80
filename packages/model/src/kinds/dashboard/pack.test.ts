import { array, assert, boolean, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, type GridPosition, type Item, pack } from './pack.ts';

/** The grid drawn with one letter a panel, two columns a character. */
function drawn(places: readonly GridPosition[]): string {
  const height = Math.max(...places.map(({ y, h }) => y + h));
  return Array.from({ length: height / 2 }, (_, row) =>
    Array.from({ length: COLUMNS / 2 }, (_cell, column) => {
      const at = places.findIndex(
        ({ x, y, w, h }) => column * 2 >= x && column * 2 < x + w && row * 2 >= y && row * 2 < y + h,
      );
      return at < 0 ? '.' : String.fromCharCode(97 + at);
    }).join(''),
  ).join('\n');
}

const hero: Item = { size: 'hero' };
const chart: Item = {};
const tile: Item = { size: 'minor', compact: true };

describe('pack', () => {
  it('puts tiles beside the hero and normal panels below', () => {
    expect(drawn(pack([hero, tile, tile, chart, chart]))).toBe(
      ['aaaaaaaaabbb', 'aaaaaaaaabbb', 'aaaaaaaaabbb', 'aaaaaaaaaccc', 'aaaaaaaaaccc'].join('\n') +
        '\n' +
        Array(4).fill('ddddddeeeeee').join('\n'),
    );
  });

  it('leaves no tile alone below', () => {
    expect(pack([hero, tile, tile, tile]).map(({ y, h }) => `${y}+${h}`)).toEqual(['0+9', '0+3', '3+3', '6+3']);
    expect(pack([hero, tile, tile, tile, tile]).map(({ x, y, w }) => `${x},${y} ${w}`)).toEqual([
      '0,0 18',
      '18,0 6',
      '18,5 6',
      '0,10 12',
      '12,10 12',
    ]);
  });

  it('puts the most important first, whatever the order given', () => {
    expect(drawn(pack([chart, chart, hero]))).toBe(
      [...Array<string>(5).fill('cccccccccccc'), ...Array<string>(4).fill('aaaaaabbbbbb')].join('\n'),
    );
  });

  it('gives a lonely panel the whole width', () => {
    expect(pack([chart])).toEqual([{ x: 0, y: 0, w: 24, h: 8 }]);
  });

  it('keeps earlier panels the larger ones when they do not divide evenly', () => {
    expect(pack([chart, chart, chart, chart, chart]).map(({ w }) => w)).toEqual([12, 12, 8, 8, 8]);
  });

  it('leaves a panel where it was put and the others below', () => {
    expect(pack([chart, { size: { x: 6, y: 2, w: 4, h: 3 } }])).toEqual([
      { x: 0, y: 5, w: 24, h: 8 },
      { x: 6, y: 2, w: 4, h: 3 },
    ]);
  });

  it('accepts explicit places that touch, and refuses those that overlap', () => {
    const left: Item = { size: { x: 0, y: 0, w: 12, h: 8 } };
    expect(pack([left, { size: { x: 12, y: 0, w: 12, h: 8 } }])).toHaveLength(2);
    expect(() => pack([left, { size: { x: 11, y: 0, w: 12, h: 8 } }])).toThrow(
      'the panel at x 0, y 0, 12 wide, 8 high overlaps the one at x 11, y 0',
    );
  });

  it('refuses a place outside the grid', () => {
    expect(() => pack([{ size: { x: 20, y: 0, w: 6, h: 8 } }])).toThrow('inside 24 columns');
  });

  it('has no holes, no overlaps and nothing outside the grid, for any panels', () => {
    const item = record({
      size: constantFrom<Item['size'] & string>('hero', 'major', 'minor'),
      compact: boolean(),
    });
    assert(
      property(array(item, { minLength: 1, maxLength: 40 }), (items) => {
        const places = pack(items);
        const height = Math.max(...places.map(({ y, h }) => y + h));
        const cells = new Set<string>();
        for (const { x, y, w, h } of places) {
          for (let column = x; column < x + w; column++)
            for (let row = y; row < y + h; row++) cells.add(`${column},${row}`);
        }
        expect(places.every(({ x, y, w, h }) => x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= COLUMNS)).toBe(true);
        expect(places.reduce((area, { w, h }) => area + w * h, 0)).toBe(cells.size);
        expect(cells.size).toBe(height * COLUMNS);
      }),
    );
  });
});
