import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('waits when so many requests began in the time', async () => {
  let now = 0;
  const waits: string[] = [];
  const pace = createPace({ requests: 2, milliseconds: 100 }, { now: () => now, onWait: (text) => waits.push(text) });
  await pace();
  now = 60;
  await pace();
  expect(waits).toEqual([]);
  await pace();
  expect(waits).toEqual(['2 requests in 0.1 s are the limit; on in 0.0 s']);
  now = 1000;
  await pace();
  expect(waits).toHaveLength(1);
});

test('a stop ends the wait, and without a limit there is none', async () => {
  const stop = new AbortController();
  const pace = createPace({ requests: 1, milliseconds: 60_000 }, { signal: stop.signal, onWait: () => stop.abort() });
  await pace();
  await expect(pace()).rejects.toMatchObject({ refusal: 'interrupted' });
  const free = createPace(undefined);
  for (let i = 0; i < 1000; i++) await free();
});
