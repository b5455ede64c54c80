import { expect, it } from 'vitest';
import { evaluationGrid, gridFor, gridLength, horizonAt } from './grid.ts';

const NOW = Date.parse('2026-11-29T12:34:56Z');
const HOUR = 3_600_000;
const horizon = horizonAt(NOW);

it('ends at the next third of an hour, for as long as that is ahead', () => {
  expect(new Date(horizon).toISOString()).toBe('2026-11-29T12:40:00.000Z');
  expect(horizonAt(horizon - 1)).toBe(horizon);
  expect(horizonAt(horizon)).toBe(horizon + 20 * 60_000);
});

it.each([
  [1, 15_000, 15_000],
  [6, 15_000, 15_000],
  [8, 15_000, 15_000],
  [9, 15_000, 60_000],
  [24 * 8, 15_000, 120_000],
  [24 * 31, 15_000, 120_000],
  [1, 60_000, 60_000],
  [24 * 8, 300_000, 300_000],
])('samples from %d hours ago, scraped every %d ms, lie %d ms apart', (hours, scrape, step) => {
  const grid = gridFor({ from: NOW - hours * HOUR, to: Infinity }, horizon, scrape);
  expect(grid.step).toBe(step);
  expect(grid.start).toBeLessThanOrEqual(NOW - hours * HOUR);
  expect([grid.start % step, grid.end % step]).toEqual([0, 0]);
});

it('has nothing older than 95 days', () => {
  const grid = gridFor({ from: 0, to: NOW }, horizon, 60_000);
  expect(grid.start).toBeGreaterThan(NOW - 96 * 24 * HOUR);
  expect(gridLength(grid)).toBe((grid.end - grid.start) / 120_000 + 1);
});

it('rules are evaluated from a little after the first samples on, or from when they are needed', () => {
  const grid = gridFor({ from: NOW - HOUR, to: NOW }, horizon, 15_000);
  const usual = evaluationGrid(NOW - HOUR, 30_000, grid);
  expect(usual).toEqual({ start: grid.start + 2 * HOUR, end: grid.end, step: 30_000 });
  const earlier = evaluationGrid(usual.start - 300_000, 30_000, grid);
  expect(usual.start - earlier.start).toBe(600_000);
});

it.each([10, 25, 24 * 9, 24 * 90])('an hour that is %d hours ago has samples as close as scrapes', (hours) => {
  const read = { from: NOW - hours * HOUR, to: NOW - (hours - 1) * HOUR };
  const grid = gridFor(read, horizon, 15_000);
  expect(grid.step).toBe(15_000);
  expect(grid.start).toBeLessThanOrEqual(read.from - 2 * HOUR);
  expect(grid.end).toBeGreaterThanOrEqual(read.to);
  expect(gridLength(grid)).toBeLessThan((5 * HOUR) / 15_000);
  // Somebody who looks around is given what was made before.
  expect(gridFor({ from: read.from + 60_000, to: read.to + 60_000 }, horizon, 15_000)).toEqual(grid);
});

it('a stretch of the past that ends now has nothing later than the horizon', () => {
  expect(gridFor({ from: NOW - 11 * HOUR, to: NOW }, horizon, 15_000).end).toBe(horizon);
});
