import { FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { commonLabels, folded, type Line, linesOf, uniqueLabels } from './lines.ts';

const field = (name: string, type: FieldType, values: readonly unknown[]) => ({
  name,
  type,
  config: {},
  values: [...values],
});
const line = (text: string, labels = {}): Line => ({ time: 0, text, level: '', labels });

describe('lines of a frame', () => {
  const shop = { service: 'shop', level: 'warn' };

  it('have the labels of the column beside them, which tell the level', () => {
    const fields = [
      field('labels', FieldType.other, [shop]),
      field('Time', FieldType.time, [5]),
      field('Line', FieldType.string, ['status=500 error=gone']),
    ];
    expect(linesOf({ length: 1, fields })).toEqual([
      { time: 5, text: 'status=500 error=gone', level: 'warning', labels: shop },
    ]);
  });

  it('have the labels of their column, and a level by their text', () => {
    const fields = [{ ...field('body', FieldType.string, ['ERROR gone']), labels: { service: 'shop' } }];
    expect(linesOf({ length: 1, fields })).toEqual([
      { time: undefined, text: 'ERROR gone', level: 'error', labels: { service: 'shop' } },
    ]);
  });

  it('are none without texts', () => {
    expect(linesOf({ length: 1, fields: [field('Value', FieldType.number, [1])] })).toEqual([]);
  });
});

it('labels are common to all lines, or set one apart', () => {
  const lines = [line('a', { service: 'shop', level: 'info' }), line('b', { service: 'shop', level: 'error' })];
  const common = commonLabels(lines);
  expect(common).toEqual({ service: 'shop' });
  expect(lines.map((one) => uniqueLabels(one, common))).toEqual([{ level: 'info' }, { level: 'error' }]);
});

describe('equal lines that follow each other', () => {
  const lines = ['took 3 ms', 'took 3 ms', 'took 14 ms', 'gave 14 xs', 'took 3 ms'].map((text) => line(text));

  it.each([
    ['none', [1, 1, 1, 1, 1]],
    ['exact', [2, 1, 1, 1]],
    ['numbers', [3, 1, 1]],
    ['signature', [5]],
  ] as const)('%s', (dedup, counts) => {
    expect(folded(lines, dedup).map(({ count }) => count)).toEqual(counts);
  });

  it('are equal but for a point in time', () => {
    const [first] = folded([line('2026-11-29T12:00:00.1Z gone'), line('2026-11-29T12:00:01Z gone')], 'exact');
    expect(first?.count).toBe(2);
  });
});
