import { describe, expect, it } from 'vitest';
import { arcPath, bandsOf } from './arcs.ts';

describe('the arc of a gauge', () => {
  it('begins at the lower left and ends at the lower right', () => {
    expect(arcPath({ x: 0, y: 0 }, 10, [0, 1])).toBe('M -7.07 7.07 A 10 10 0 1 1 7.07 7.07');
  });

  it('has a band between two thresholds', () => {
    const steps = [
      { value: null, color: 'green' },
      { value: 80, color: 'red' },
    ];
    expect(bandsOf(steps, 0, 100)).toEqual([
      { from: 0, to: 0.8, color: 'green' },
      { from: 0.8, to: 1, color: 'red' },
    ]);
  });

  it('has no band for a threshold beyond its end', () => {
    const steps = [
      { value: null, color: 'green' },
      { value: 120, color: 'red' },
    ];
    expect(bandsOf(steps, 0, 100)).toEqual([{ from: 0, to: 1, color: 'green' }]);
  });
});
