import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../parse.ts';
import { pretty } from '../../pretty.ts';
import { print } from '../../print.ts';
import { histogram } from '../histogram/histogram.ts';
import type { Labels } from '../labels.ts';
import { instant, range } from '../query.ts';
import type { MatrixResult, VectorResult } from '../result.ts';
import { createStorage, type Storage } from '../storage.ts';

interface Generated {
  readonly labels: Labels;
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly native: boolean;
}

const SECOND = 1000;
const RUNS = { numRuns: 60 };

const series = fc.record({
  labels: fc.record({
    __name__: fc.constantFrom('a_total', 'b_total', 'h_bucket'),
    job: fc.constantFrom('x', 'y'),
    instance: fc.constantFrom('1', '2', '3'),
    le: fc.constantFrom('0.5', '1', '+Inf'),
  }),
  gaps: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }),
  values: fc.array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom(NaN, Infinity, -3.5)), {
    minLength: 40,
    maxLength: 40,
  }),
  native: fc.boolean(),
});

const data = fc
  .uniqueArray(series, { minLength: 1, maxLength: 12, selector: ({ labels }) => JSON.stringify(labels) })
  .map((all) =>
    all.map(({ labels, gaps, values, native }): Generated => {
      let time = 0;
      return {
        labels,
        values,
        native: native && labels['__name__'] === 'b_total',
        times: gaps.map((gap) => (time += gap * SECOND)),
      };
    }),
  );

function stored(all: readonly Generated[]): Storage {
  const storage = createStorage();
  for (const { labels, times, values, native } of all) {
    const own = values.slice(0, times.length);
    const histograms = own.map((count) =>
      histogram({ count: Math.abs(count), sum: count, positive: { index: [0], count: [Math.abs(count)] } }),
    );
    storage.append(labels, native ? { times, values: own, histograms } : { times, values: own });
  }
  return storage;
}

const QUERIES = [
  'a_total',
  'a_total offset 30s',
  'a_total @ 300',
  'rate(a_total[2m])',
  'increase({__name__=~"a_total|b_total"}[3m])',
  'irate(b_total[2m])',
  'delta(a_total[90s] anchored)',
  'increase(a_total[90s] smoothed)',
  'sum by (job) (rate(a_total[2m]))',
  'avg without (instance) (b_total)',
  'max by (instance) (a_total) - min by (instance) (a_total)',
  'topk(2, a_total)',
  'bottomk by (job) (1, a_total)',
  'quantile(0.3, a_total)',
  'stddev(a_total)',
  'count_values("v", a_total)',
  'histogram_quantile(0.9, sum by (le, job) (rate(h_bucket[2m])))',
  'histogram_count(rate(b_total[2m]))',
  'a_total / on (job, instance, le) group_left () (a_total > 3)',
  'a_total and on (job) b_total',
  'a_total or b_total',
  'a_total unless on (instance) b_total',
  'sum_over_time(a_total[2m])',
  'avg_over_time(b_total[2m])',
  'quantile_over_time(0.5, a_total[2m])',
  'max_over_time(rate(a_total[1m])[5m:30s])',
  'changes(a_total[3m]) + resets(a_total[3m])',
  'predict_linear(a_total[3m], 60)',
  'deriv(a_total[3m])',
  'absent(a_total{job="x"})',
  'absent_over_time(a_total[30s])',
  'label_replace(a_total, "dst", "$1-$2", "job", "(.)(.*)")',
  'clamp(a_total, 2, 10)',
  'scalar(a_total) + time()',
  'timestamp(a_total)',
  'a_total > bool 5',
  'mad_over_time(a_total[2m])',
  'first_over_time(a_total[2m])',
  'hour(a_total)',
];

function matrix(query: string, storage: Storage, start: number, end: number, step: number): MatrixResult | string {
  const answer = range(query, storage, { start, end, step });
  return answer.ok ? answer.result : answer.error.message;
}

/** An instant result at a time, by labels, as the samples of a range result at it. */
function vector(query: string, storage: Storage, time: number): VectorResult | string {
  const answer = instant(query, storage, { time });
  if (!answer.ok) return answer.error.message;
  if (answer.result.type === 'scalar') return { type: 'vector', samples: [{ labels: {}, value: answer.result.value }] };
  return answer.result.type === 'vector' ? answer.result : 'no vector';
}

function byLabels(samples: VectorResult['samples']) {
  return Object.fromEntries(samples.map(({ labels, value, histogram: h }) => [JSON.stringify(labels), h ?? value]));
}

describe('for any samples', () => {
  it('a range query is the instant queries at its steps', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...QUERIES), fc.integer({ min: 1, max: 97 }), (all, query, step) => {
        const storage = stored(all);
        const start = 60 * SECOND;
        const end = start + 12 * step * SECOND;
        const whole = matrix(query, storage, start, end, step * SECOND);
        for (let time = start; time <= end; time += step * SECOND) {
          const one = vector(query, storage, time);
          if (typeof whole === 'string') continue;
          if (typeof one === 'string') throw new Error(`${query} at ${time}: ${one}`);
          const column = whole.series.flatMap(({ labels, times, values, histograms }) => {
            const at = times.indexOf(time);
            return at < 0
              ? []
              : [
                  {
                    labels,
                    value: values[at] ?? NaN,
                    ...(histograms?.[at] === undefined ? {} : { histogram: histograms[at] }),
                  },
                ];
          });
          expect(byLabels(column)).toEqual(byLabels(one.samples));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the order in which series come does not matter', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...QUERIES), (all, query) => {
        const one = matrix(query, stored(all), 0, 600 * SECOND, 50 * SECOND);
        expect(matrix(query, stored(all.toReversed()), 0, 600 * SECOND, 50 * SECOND)).toEqual(one);
      }),
      RUNS,
    );
  });

  it('a query printed, in one line or several, and read again gives the same', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...QUERIES), (all, query) => {
        const storage = stored(all);
        const one = matrix(query, storage, 0, 600 * SECOND, 50 * SECOND);
        const { expr } = parse(query);
        expect(matrix(print(expr), storage, 0, 600 * SECOND, 50 * SECOND)).toEqual(one);
        expect(matrix(pretty(expr), storage, 0, 600 * SECOND, 50 * SECOND)).toEqual(one);
      }),
      RUNS,
    );
  });

  it('the sum of sums by a label is the sum', () => {
    fc.assert(
      fc.property(data, fc.constantFrom('job', 'instance', 'le'), (all, label) => {
        const finite = all.map((one) => ({
          ...one,
          values: one.values.map((value) => (Number.isFinite(value) ? value : 1)),
        }));
        const storage = stored(finite.map((one) => ({ ...one, native: false })));
        const of = (query: string) => matrix(query, storage, 0, 600 * SECOND, 50 * SECOND);
        expect(of(`sum(sum by (${label}) (a_total))`)).toEqual(of('sum(a_total)'));
        expect(of(`max(max without (${label}) (a_total))`)).toEqual(of('max(a_total)'));
      }),
      RUNS,
    );
  });
});
