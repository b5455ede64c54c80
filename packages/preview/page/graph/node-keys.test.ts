import { describe, expect, it } from 'vitest';
import { nextSpot, type Spot } from './node-keys.ts';

const SPOTS: readonly Spot[] = [
  { id: 'a', x: 0, y: 0 },
  { id: 'b', x: 0, y: 60 },
  { id: 'c', x: 300, y: 0 },
  { id: 'd', x: 300, y: 200 },
  { id: 'e', x: 40, y: 400 },
];
const from = (id: string, key: string, ...linked: readonly string[]) => {
  const start = SPOTS.find((spot) => spot.id === id);
  return start && nextSpot(SPOTS, start, { key, linked: new Set(linked) })?.id;
};

describe('arrow keys in the graph', () => {
  it.each([
    ['a', 'ArrowDown', 'b'],
    ['b', 'ArrowUp', 'a'],
    ['b', 'ArrowDown', 'e'],
    ['a', 'ArrowRight', 'c'],
    ['d', 'ArrowLeft', 'b'],
    ['a', 'ArrowLeft', undefined],
  ])('lead from %s with %s to %s', (id, key, next) => {
    expect(from(id, key)).toBe(next);
  });

  it('lead along a link where there is one', () => {
    expect(from('a', 'ArrowRight', 'd')).toBe('d');
  });
});
