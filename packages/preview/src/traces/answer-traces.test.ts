import { expect, it } from 'vitest';
import { NOON } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';
import { answerTraces } from './answer-traces.ts';

interface Found {
  readonly error?: string;
  readonly data?: { readonly traces: readonly { readonly rootServiceName: string; readonly durationMs: number }[] };
}

function search(q: string, incidents: Parameters<typeof answerTraces>[2]['incidents'] = [], limit = '1000'): Found {
  const parameters = new URLSearchParams({ q, limit, start: String(NOON / 1000 - 3600), end: String(NOON / 1000) });
  const { body } = answerTraces('search', parameters, {
    resources: STATE.resources,
    seed: 1,
    incidents,
    now: () => NOON,
  });
  return body as Found;
}

const count = (q: string): number => search(q).data?.traces.length ?? 0;

it('finds traces of the services, the same every time', () => {
  const all = search('{}');
  expect(all.data?.traces.length).toBeGreaterThan(100);
  expect(all.data?.traces[0]?.rootServiceName).toBe('shop');
  expect(search('{}')).toEqual(all);
  expect(search('{}', [], '5').data?.traces).toHaveLength(5);
});

it('by service, name, status and duration', () => {
  expect(count('{ resource.service.name = "shop" }')).toBe(count('{}'));
  expect(count('{ .service.name = "nobody" }')).toBe(0);
  expect(count('{ status = error }')).toBeLessThan(count('{ status = ok }'));
  const slow = search('{ duration > 200ms && name != "consume orders" }').data?.traces ?? [];
  expect(slow.length).toBeGreaterThan(0);
  expect(slow.every(({ durationMs }) => durationMs > 200)).toBe(true);
});

it('shows incidents', () => {
  const failing = search('{ status = error }', [{ service: 'shop', kind: 'errors', since: 0 }]).data?.traces ?? [];
  expect(failing.length).toBeGreaterThan(5 * count('{ status = error }'));
});

it.each(['{ span.http.method = "GET" }', '{} | rate()', '{ name =~ "G.*" }'])('%s is said not to be known', (q) => {
  expect(search(q).error).toMatch(/^sample traces know one \{ … \} with/);
});
