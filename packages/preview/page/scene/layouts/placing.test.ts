import { describe, expect, it } from 'vitest';
import { place } from './placing.ts';

const at = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('places in the grid', () => {
  it('are those of the definition where nothing is repeated', () => {
    const groups = [at(0, 0, 12, 8), at(12, 0, 12, 8)].map((placement) => ({ placement, copies: 1, repeated: false }));
    expect(place(groups)).toEqual([at(0, 0, 12, 8), at(12, 0, 12, 8)]);
  });

  it('of copies beside each other fill rows, and push down what was below', () => {
    const repeated = {
      placement: { ...at(0, 0, 8, 5), direction: 'h' as const, maxPerRow: 2 },
      copies: 3,
      repeated: true,
    };
    const below = { placement: at(0, 5, 24, 4), copies: 1, repeated: false };
    expect(place([repeated, below])).toEqual([at(0, 0, 12, 5), at(12, 0, 12, 5), at(0, 5, 12, 5), at(0, 10, 24, 4)]);
  });

  it('of copies below each other keep their width', () => {
    const repeated = { placement: { ...at(6, 2, 6, 3), direction: 'v' as const }, copies: 2, repeated: true };
    expect(place([repeated])).toEqual([at(6, 2, 6, 3), at(6, 5, 6, 3)]);
  });

  it('close up when a variable has no values', () => {
    const repeated = { placement: at(0, 0, 24, 5), copies: 0, repeated: true };
    const below = { placement: at(0, 5, 24, 4), copies: 1, repeated: false };
    expect(place([repeated, below])).toEqual([at(0, 0, 24, 4)]);
  });
});
