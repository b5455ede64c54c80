import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells.ts';

function frame(columns: Readonly<Record<string, readonly (number | null)[]>>): DataFrame {
  const [first = []] = Object.values(columns);
  return {
    length: first.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: first.map((_, i) => i * 1000) },
      ...Object.entries(columns).map(([name, values]) => ({
        name,
        type: FieldType.number,
        config: {},
        values: [...values],
      })),
    ],
  };
}

const NAMES = { nameOf: ({ name }: { readonly name: string }) => name, write: (bound: number) => bound.toFixed(1) };

describe('cells of a heatmap', () => {
  it('are the buckets in the order of their bounds', () => {
    const cells = cellsOf([frame({ '+Inf': [1, 2], '0.5': [3, null] })], false, NAMES);
    expect(cells).toEqual({
      times: [0, 1000],
      rows: ['0.5', '+Inf'],
      counts: [
        [3, null],
        [1, 2],
      ],
      max: 3,
    });
  });

  it('count values when asked to', () => {
    const { rows, counts, max } = cellsOf([frame({ a: [0, 12, 12] })], true, NAMES);
    expect(rows.at(-1)).toBe('12.0');
    expect(counts.flat().reduce((a, b) => (a ?? 0) + (b ?? 0), 0)).toBe(3);
    expect(max).toBe(1);
  });

  it('are none without data', () => {
    expect(cellsOf([], true, NAMES).rows).toEqual([]);
  });
});
