import { expect, test, vi } from 'vitest';
import { eventually } from './eventually.ts';

vi.mock('node:timers/promises', async (original) => ({ ...(await original<object>()), setTimeout: async () => {} }));

test('reads until what is read is right, and gives up after a while', async () => {
  let read = 0;
  const next = async () => ++read;
  expect(await eventually(next, (value) => value === 3)).toBe(3);
  expect(await eventually(next, (value) => value < 0)).toBeUndefined();
  expect(read).toBe(9);
});
