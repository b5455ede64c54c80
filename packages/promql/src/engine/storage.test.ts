import { describe, expect, it } from 'vitest';
import { instant } from './query.ts';
import { isStale, writeStale } from './staleness.ts';
import { createStorage } from './storage.ts';

function value(storage: ReturnType<typeof createStorage>, query: string, time: number) {
  const answer = instant(query, storage, { time });
  return answer.ok && answer.result.type === 'vector' ? answer.result.samples.map((sample) => sample.value) : answer;
}

describe('createStorage', () => {
  it('adds to a series what is newer, and refuses what is not', () => {
    const storage = createStorage();
    storage.append({ __name__: 'a' }, { times: [0, 1000], values: [1, 2] });
    storage.append({ __name__: 'a' }, { times: [2000], values: [3] });
    expect(value(storage, 'a', 2000)).toEqual([3]);
    expect(() => storage.append({ __name__: 'a' }, { times: [2000], values: [4] })).toThrow(/not in ascending order/);
    expect(storage.size()).toEqual({ series: 1, samples: 3 });
  });

  it('takes labels without a value for absent', () => {
    const storage = createStorage();
    storage.append({ __name__: 'a', x: '' }, { times: [0], values: [1] });
    storage.append({ __name__: 'a' }, { times: [1], values: [2] });
    expect(storage.size().series).toBe(1);
  });

  it('ends a series at a stale mark or by end()', () => {
    const storage = createStorage();
    const values = Float64Array.of(1, 0);
    writeStale(values, 1);
    storage.append({ __name__: 'a' }, { times: [0, 1000], values });
    storage.append({ __name__: 'b' }, { times: [0], values: [1] });
    storage.end({ __name__: 'b' }, 1000);
    expect([
      value(storage, 'a', 0),
      value(storage, 'a', 1000),
      value(storage, 'b', 0),
      value(storage, 'b', 1000),
    ]).toEqual([[1], [], [1], []]);
  });
});

describe('a stale mark', () => {
  it('is no other NaN', () => {
    const values = Float64Array.of(NaN, NaN);
    writeStale(values, 1);
    expect([isStale(values, 0), isStale(values, 1), Number.isNaN(values[1])]).toEqual([false, true, true]);
  });
});
