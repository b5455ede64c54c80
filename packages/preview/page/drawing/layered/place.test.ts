import { describe, expect, it } from 'vitest';
import { pathOf, placed, spread } from './place.ts';

const SIZE = { width: 100, height: 40, columnGap: 50, rowGap: 10 };
const link = (source: string, target: string) => ({ source, target });

describe('spread', () => {
  it.each<[readonly number[], readonly number[]]>([
    [
      [0, 100],
      [0, 100],
    ],
    [
      [0, 0],
      [-5, 5],
    ],
    [
      [10, 0, 100],
      [0, 10, 100],
    ],
  ])('%j comes to %j with ten between', (wished, places) => {
    expect(
      spread(
        wished,
        wished.map(() => 10),
      ),
    ).toEqual(places);
  });
});

describe('the places of a graph', () => {
  it('stand in columns, a node in the middle of those it leads to', () => {
    const { nodes, width, height } = placed(['web', 'db', 'cache'], [link('web', 'db'), link('web', 'cache')], SIZE);
    expect(Object.fromEntries(nodes)).toEqual({ web: [0, 25], db: [150, 0], cache: [150, 50] });
    expect([width, height]).toEqual([250, 90]);
  });

  it('never lie over each other', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `s${i}`);
    const links = ids.flatMap((id, i) => [link(id, `s${(i * 7 + 3) % 60}`), link(id, `s${(i * 11 + 5) % 60}`)]);
    const places = [...placed(ids, links, SIZE).nodes.values()];
    const overlaps = places.filter(([x, y], i) =>
      places.some(([otherX, otherY], j) => i !== j && x === otherX && Math.abs(y - otherY) < SIZE.height),
    );
    expect(places).toHaveLength(60);
    expect(overlaps).toEqual([]);
  });

  it('have ways from edge to edge, forth and back', () => {
    const { links } = placed(['a', 'b'], [link('a', 'b'), link('b', 'a')], SIZE);
    expect(links.map(({ points }) => points)).toEqual([
      [
        [100, 20],
        [150, 20],
      ],
      [
        [150, 20],
        [100, 20],
      ],
    ]);
  });

  it('are empty without nodes', () => {
    expect(placed([], [], SIZE)).toMatchObject({ width: 0, height: 0 });
  });
});

describe('the way of a link', () => {
  it.each([
    [
      [
        [0, 0],
        [10, 0],
      ] as const,
      'M0 0L10 0',
    ],
    [
      [
        [0, 0],
        [10, 20],
      ] as const,
      'M0 0C5 0 5 20 10 20',
    ],
  ])('%j is %s', (points, path) => {
    expect(pathOf(points)).toBe(path);
  });
});
