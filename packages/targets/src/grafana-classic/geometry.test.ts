import { describe, expect, test } from 'vitest';
import { autoGridBox, columnCount, rowUnits } from './geometry.ts';

describe('rowUnits', () => {
  test.each([
    ['short', undefined, 5],
    ['standard', undefined, 9],
    ['tall', undefined, 14],
    ['custom', 30, 1],
    ['custom', 31, 2],
    ['custom', 600, 16],
  ] as const)('%s %s is %s', (rowHeightMode, rowHeight, expected) => {
    expect(rowUnits({ rowHeightMode, ...(rowHeight !== undefined && { rowHeight }) })).toBe(expected);
  });
});

const grid = (maxColumnCount?: number) => ({
  rowHeightMode: 'standard' as const,
  ...(maxColumnCount !== undefined && { maxColumnCount }),
});

describe('columnCount', () => {
  test.each([
    [undefined, 7, false, 3],
    [4, 7, false, 4],
    [4, 2, false, 2],
    [4, 2, true, 4],
    [99, 50, false, 24],
    [0, 5, false, 1],
    [3, 0, false, 1],
  ])('at most %s columns, %s panels, repeats: %s → %s', (max, count, repeats, expected) => {
    expect(columnCount(grid(max), { count, repeats })).toBe(expected);
  });
});

test('autoGridBox shares the whole width and goes down after the last column', () => {
  expect([0, 1, 2, 3, 4, 5].map((n) => autoGridBox(n, 5, 9))).toEqual([
    { x: 0, y: 0, w: 4, h: 9 },
    { x: 4, y: 0, w: 5, h: 9 },
    { x: 9, y: 0, w: 5, h: 9 },
    { x: 14, y: 0, w: 5, h: 9 },
    { x: 19, y: 0, w: 5, h: 9 },
    { x: 0, y: 9, w: 4, h: 9 },
  ]);
});
