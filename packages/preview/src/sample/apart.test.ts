import { expect, it } from 'vitest';
import { gridsFor } from './apart.ts';
import { horizonAt } from './grid.ts';

const NOW = Date.parse('2026-11-29T12:34:56Z');
const HOUR = 3_600_000;
const horizon = horizonAt(NOW);
/** An hour that ended so many hours ago. */
const hour = (ago: number) => ({ from: NOW - (ago + 1) * HOUR, to: NOW - ago * HOUR });

it('an hour of now and one of the week before have a grid each, as close as scrapes', () => {
  const grids = gridsFor([hour(0), hour(168)], horizon, 15_000);
  expect(grids.map(({ read }) => read)).toEqual([hour(168), hour(0)]);
  expect(grids.map(({ grid }) => grid.step)).toEqual([15_000, 15_000]);
  expect(grids[0]?.grid.end).toBeLessThan(grids[1]?.grid.start ?? 0);
});

it('hours that lie near to each other have one', () => {
  const grids = gridsFor([hour(0), hour(5)], horizon, 15_000);
  expect(grids).toHaveLength(1);
  expect(grids[0]?.read).toEqual({ from: hour(5).from, to: hour(0).to });
});

it('what is wider than a grid may be has one for all of the time', () => {
  const week = { from: NOW - 340 * HOUR, to: NOW - 170 * HOUR };
  const grids = gridsFor([hour(0), week], horizon, 15_000);
  expect(grids).toHaveLength(1);
  expect(grids[0]?.grid.step).toBe(120_000);
});
