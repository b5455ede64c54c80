import { describe, expect, it } from 'vitest';
import { levelOf } from './level.ts';

describe('how serious a line is', () => {
  it.each([
    ['level=warn disk is full', 'warning'],
    ['ERROR cannot connect', 'error'],
    ['fatal: gone', 'critical'],
    ['started, no errors', ''],
  ])('%s', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });
});
