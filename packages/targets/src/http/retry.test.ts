import { expect, test } from 'vitest';
import { isPassing, requestedWait, waitBefore } from './retry.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const asked = (headers: Record<string, string>, body?: unknown) =>
  requestedWait((name) => headers[name] ?? null, body, NOW);

test.each([
  [{ 'retry-after': '3' }, 3000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
  [{ 'retry-after': 'Thu, 01 Jan 2020 00:00:00 GMT' }, 0],
  [{ 'retry-after': '86400' }, 60_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'x-ratelimit-reset': '7' }, 7000],
  [{ 'x-ratelimit-reset': String(NOW / 1000 + 9) }, 9000],
  [{}, undefined],
])('%j asks for a wait of %s ms', (headers, wait) => {
  expect(asked(headers as Record<string, string>)).toBe(wait);
});

test('a Kubernetes status says it in its details', () => {
  expect(asked({}, { kind: 'Status', details: { retryAfterSeconds: 2 } })).toBe(2000);
});

test('waits grow, are spread, and follow the server where it says how long', () => {
  expect([1, 2, 3].map((attempt) => waitBefore(attempt, undefined, () => 1))).toEqual([500, 1000, 2000]);
  expect([1, 2, 3].map((attempt) => waitBefore(attempt, undefined, () => 0))).toEqual([250, 500, 1000]);
  expect(waitBefore(20, undefined, () => 1)).toBe(30_000);
  expect(waitBefore(1, 4000, () => 0)).toBe(4000);
});

test('what may pass is tried again, what will not is not', () => {
  expect([429, 500, 503, 504].map(isPassing)).toEqual([true, true, true, true]);
  expect([400, 404, 409, 422, 501].map(isPassing)).toEqual([false, false, false, false, false]);
});
