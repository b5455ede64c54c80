import { describe, expect, it } from 'vitest';
import * as build from '../build.ts';
import { instant, range } from './query.ts';
import { createStorage } from './storage.ts';

const MINUTE = 60_000;

function storageOf(series: Readonly<Record<string, readonly number[]>>, interval = MINUTE) {
  const storage = createStorage();
  for (const [name, values] of Object.entries(series)) {
    storage.append({ __name__: name }, { times: values.map((_, i) => i * interval), values: [...values] });
  }
  return storage;
}

function error(
  query: string,
  options: Partial<Parameters<typeof range>[2]> = {},
  storage = storageOf({ a: [1, 2, 3] }),
) {
  const answer = range(query, storage, { start: 0, end: 2 * MINUTE, step: MINUTE, ...options });
  return answer.ok
    ? undefined
    : {
        kind: answer.error.kind,
        message: answer.error.message,
        text: query.slice(answer.error.span.start, answer.error.span.end),
      };
}

describe('instant', () => {
  it('gives scalars, strings, vectors and range vectors as what they are', () => {
    const storage = storageOf({ a: [1, 2] });
    const of = (query: string) => {
      const answer = instant(query, storage, { time: MINUTE });
      return answer.ok ? answer.result : answer.error;
    };
    expect(of('1 + 1')).toEqual({ type: 'scalar', value: 2 });
    expect(of('"x"')).toEqual({ type: 'string', value: 'x' });
    expect(of('a')).toEqual({ type: 'vector', samples: [{ labels: { __name__: 'a' }, value: 2 }] });
    expect(of('a[2m]')).toEqual({
      type: 'matrix',
      series: [{ labels: { __name__: 'a' }, times: Float64Array.of(0, MINUTE), values: Float64Array.of(1, 2) }],
    });
  });

  it('takes a tree as well as a text', () => {
    const answer = instant(build.call('abs', build.selector('a')), storageOf({ a: [-1] }), { time: 0 });
    expect(answer.ok && answer.result).toEqual({ type: 'vector', samples: [{ labels: {}, value: 1 }] });
  });
});

describe('ranges', () => {
  it('leave out their start, or have it as in Prometheus 2', () => {
    const storage = storageOf({ a: [1, 2, 3] });
    const count = (leftOpen: boolean) => {
      const answer = instant('count_over_time(a[1m])', storage, { time: 2 * MINUTE, leftOpen });
      return answer.ok && answer.result.type === 'vector' ? answer.result.samples[0]?.value : undefined;
    };
    expect([count(true), count(false)]).toEqual([1, 2]);
  });

  it('so does the lookback', () => {
    const storage = storageOf({ a: [1] });
    const samples = (leftOpen: boolean) => {
      const answer = instant('a', storage, { time: 5 * MINUTE, leftOpen });
      return answer.ok && answer.result.type === 'vector' ? answer.result.samples.length : undefined;
    };
    expect([samples(true), samples(false)]).toEqual([0, 1]);
  });
});

describe('names', () => {
  it('are removed at once, or at the end when asked so', () => {
    const storage = storageOf({ a: [1, 2, 3], b: [1, 2, 3] });
    const names = (delayedNameRemoval: boolean) => {
      const answer = instant('sum by (__name__) (-{__name__=~"a|b"})', storage, { time: 0, delayedNameRemoval });
      return answer.ok && answer.result.type === 'vector'
        ? answer.result.samples.map(({ labels }) => labels['__name__'])
        : answer;
    };
    expect(names(true)).toEqual(['a', 'b']);
    expect(names(false)).toMatchObject({ error: { message: 'vector cannot contain metrics with the same labelset' } });
  });
});

describe('errors', () => {
  it('say where the query is wrong', () => {
    expect(error('sum(rat(a[5m]))')).toEqual({ kind: 'parse', message: 'there is no function rat', text: 'rat' });
    expect(error('sum(a[$__rate_interval])')?.kind).toBe('parse');
    expect(error('1 + max_over_time(a[3m] smoothed)')).toEqual({
      kind: 'execution',
      message: 'smoothed modifier can only be used with: delta, increase, rate - not with max_over_time',
      text: 'a[3m] smoothed',
    });
  });

  it('end a query beyond its limits', () => {
    expect(error('a', { step: 1 })).toMatchObject({
      kind: 'limit',
      message: 'the query has 120001 steps; at most 11000 are evaluated',
    });
    expect(error('a', { limits: { samples: 2 } })).toMatchObject({
      kind: 'limit',
      message: 'the query takes more than 2 samples',
    });
    expect(error('sum_over_time((a + a)[1w:1ms])')?.kind).toBe('limit');
    expect(error('max_over_time(a[100y:1m])')).toMatchObject({ kind: 'limit', text: 'a[100y:1m]' });
  });

  it('end a query that takes too long', () => {
    const storage = createStorage();
    for (let i = 0; i < 300; i++) {
      const values = Float64Array.from({ length: 2000 }, (_, at) => at);
      storage.append({ __name__: 'a', i: String(i) }, { times: values, values });
    }
    const started = performance.now();
    const answer = range('quantile_over_time(0.5, a[2s])', storage, {
      start: 0,
      end: 5000,
      step: 1,
      limits: { time: 50, samples: 1e12 },
    });
    expect(answer.ok ? undefined : answer.error.message).toBe('the query takes longer than 50 ms');
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('end a query that makes ever longer labels', () => {
    let query = 'a';
    for (let i = 0; i < 60; i++) query = `label_join(${query}, "x", "-", "x", "x", "__name__")`;
    expect(error(query)).toMatchObject({
      kind: 'limit',
      message: 'label_join makes a label of more than 1000000 characters',
    });
  });

  it('do not overflow the stack', () => {
    const sum = Array.from({ length: 5000 }, () => 'a').join(' + ');
    expect(error(sum)).toBeUndefined();
    expect(error(`${'('.repeat(300)}a${')'.repeat(300)}`)?.kind).toBe('parse');
  });
});

describe('a step', () => {
  it('has to be there', () => {
    expect(error('a', { step: 0 })?.message).toBe('the step must be longer than 0');
    expect(error('a', { end: -1 })?.message).toBe('the end is before the start');
  });
});
