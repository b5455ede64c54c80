import { expect, it } from 'vitest';
import { NOON, shop } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';
import { answerTraces } from './answer-traces.ts';

interface Listed {
  readonly traceID: string;
  readonly rootServiceName: string;
  readonly rootTraceName: string;
  readonly startTimeUnixNano: string;
  readonly durationMs: number;
}

interface Found {
  readonly error?: string;
  readonly data?: { readonly traces: readonly Listed[] };
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

interface Spans {
  readonly error?: string;
  readonly data?: {
    readonly batches: readonly {
      readonly resource: { readonly attributes: readonly [{ readonly value: { readonly stringValue: string } }] };
      readonly scopeSpans: readonly [
        {
          readonly spans: readonly {
            readonly name: string;
            readonly parentSpanId?: string;
            readonly startTimeUnixNano: string;
            readonly endTimeUnixNano: string;
          }[];
        },
      ];
    }[];
  };
}

function trace(id: string): Spans {
  const resources = [...STATE.resources.filter(({ kind }) => kind !== 'Service'), shop({ dependsOn: ['till'] })];
  const { body } = answerTraces(`traces/${id}`, new URLSearchParams(), {
    resources,
    seed: 1,
    incidents: [],
    now: () => NOON,
  });
  return body as Spans;
}

it('a trace that was found is given by its id, with spans of the services it went through', () => {
  const [listed] = search('{}').data?.traces ?? [];
  const batches = trace(listed?.traceID ?? '').data?.batches ?? [];
  expect(batches.map(({ resource }) => resource.attributes[0].value.stringValue)).toEqual(['shop', 'till']);
  const [root, ...rest] = batches.flatMap(({ scopeSpans }) => scopeSpans[0].spans);
  expect(root).toMatchObject({ name: listed?.rootTraceName, startTimeUnixNano: listed?.startTimeUnixNano });
  expect(root?.parentSpanId).toBeUndefined();
  const [first, last] = [BigInt(root?.startTimeUnixNano ?? 0), BigInt(root?.endTimeUnixNano ?? 0)];
  expect(Number(last - first) / 1e6).toBe(listed?.durationMs);
  expect(rest.length).toBeGreaterThan(3);
  for (const { startTimeUnixNano, endTimeUnixNano } of rest) {
    expect(BigInt(startTimeUnixNano)).toBeGreaterThanOrEqual(first);
    expect(BigInt(endTimeUnixNano)).toBeLessThanOrEqual(last);
  }
});

it('a trace that there is not is said not to be there', () => {
  expect(trace('abc').error).toBe('there is no sample trace abc');
});
