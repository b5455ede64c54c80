import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { timeLimit } from './time-limit.ts';

/** Counts the limits that come, without holding on to any of them. */
function watched(count: number, ms: number): { readonly came: () => number } {
  let came = 0;
  for (let i = 0; i < count; i += 1) {
    timeLimit(ms).signal.addEventListener('abort', () => {
      came += 1;
    });
  }
  return { came: () => came };
}

test('a limit comes, also when memory is collected before', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { came } = watched(50, 60);
  collect();
  await sleep(20);
  collect();
  await sleep(100);
  expect(came()).toBe(50);
});

test('its reason is a time-out, the other signal’s its own', () => {
  const stop = new AbortController();
  const { signal, clear } = timeLimit(10_000, stop.signal);
  expect(signal.aborted).toBe(false);
  stop.abort(new Error('stopped'));
  expect(signal.reason).toEqual(new Error('stopped'));
  clear();
  expect(timeLimit(10_000, stop.signal).signal.aborted).toBe(true);
});

test('what is cleared does not come any more', async () => {
  const stop = new AbortController();
  const { signal, clear } = timeLimit(10, stop.signal);
  clear();
  stop.abort();
  await sleep(30);
  expect(signal.aborted).toBe(false);
});
