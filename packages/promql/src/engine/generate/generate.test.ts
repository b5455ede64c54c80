import { describe, expect, it } from 'vitest';
import { createStorage, instant } from '../index.ts';
import type { CounterDescription, GaugeDescription, HistogramDescription, SeriesDescription } from './description.ts';
import { appendAll, generate, type GenerateOptions } from './generate.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OPTIONS: GenerateOptions = { start: 0, end: HOUR, step: MINUTE };

const REQUESTS: CounterDescription = {
  type: 'counter',
  name: 'requests_total',
  labels: { job: 'api', code: ['200', '500'] },
  shares: { code: { 500: 0.1 } },
  rate: { base: 10, noise: 0.1 },
  incidents: [
    { name: 'errors', from: 20 * MINUTE, to: 40 * MINUTE, where: { code: '500' }, factor: 20 },
    { name: 'down', from: 30 * MINUTE, to: 35 * MINUTE, missing: true },
  ],
};
const TEMPERATURE: GaugeDescription = {
  type: 'gauge',
  name: 'temperature',
  value: { base: 20, daily: { amplitude: 0.5, peakHour: 15 } },
};
const LATENCY: HistogramDescription = {
  type: 'histogram',
  name: 'latency_seconds',
  rate: { base: 50 },
  latency: { median: 0.2 },
  buckets: [0.05, 0.1, 0.2, 0.4, 0.8],
  incidents: [{ name: 'slow', from: 30 * MINUTE, to: HOUR, slowness: 4 }],
};

function ask(query: string, time: number, descriptions: readonly SeriesDescription[], options = OPTIONS): number[] {
  const storage = createStorage();
  appendAll(storage, generate(descriptions, options));
  const answer = instant(query, storage, { time });
  if (!answer.ok || answer.result.type !== 'vector') throw new Error(JSON.stringify(answer));
  return answer.result.samples.map(({ value }) => value);
}

describe('generated series', () => {
  it('are the same each time, whatever stands beside them', () => {
    const alone = generate([REQUESTS], OPTIONS);
    expect(generate([REQUESTS], OPTIONS)).toEqual(alone);
    expect(generate([TEMPERATURE, REQUESTS], OPTIONS).slice(1)).toEqual(alone);
    expect(generate([REQUESTS], { ...OPTIONS, seed: 2 })).not.toEqual(alone);
  });

  it('are one of each combination of labels, with shares', () => {
    expect(generate([REQUESTS], OPTIONS).map(({ labels }) => labels['code'])).toEqual(['200', '500']);
    const [most = 0, few = 0] = ask('increase(requests_total[1h])', HOUR, [REQUESTS]);
    expect(few / most).toBeCloseTo(0.1, 1);
  });

  it('grow at the rate that is described', () => {
    const [rate = 0] = ask('rate(requests_total{code="200"}[1h])', HOUR, [REQUESTS]);
    expect(Math.abs(rate - 10)).toBeLessThan(1);
    expect(ask('resets(requests_total[1h])', HOUR, [REQUESTS])).toEqual([0, 0]);
  });

  it('follow the day', () => {
    const [series] = generate([TEMPERATURE], { start: 0, end: DAY, step: HOUR });
    expect([series?.values[15], series?.values[3], series?.values[9]]).toEqual([30, 10, 20]);
  });

  it('stay between bounds', () => {
    const [series] = generate([{ ...TEMPERATURE, min: 12, max: 25 }], { start: 0, end: DAY, step: HOUR });
    expect([series?.values[15], series?.values[3]]).toEqual([25, 12]);
  });

  it('burst once in every stretch of time', () => {
    const bursts: GaugeDescription = {
      type: 'gauge',
      name: 'load',
      value: { base: 1, bursts: { every: 6 * HOUR, length: 10 * MINUTE, factor: 5 } },
    };
    const [series] = generate([bursts], { start: 0, end: 10 * DAY, step: MINUTE });
    const burst = Array.from(series?.values ?? []).filter((value) => value === 5).length;
    expect(burst).toBeGreaterThan(300);
    expect(burst).toBeLessThanOrEqual(410);
  });

  it('begin anew at resets', () => {
    const resetting = { ...REQUESTS, resetsEvery: 15 * MINUTE };
    for (const resets of ask('resets(requests_total[1h])', HOUR, [resetting])) expect(resets).toBeGreaterThanOrEqual(3);
  });
});

describe('incidents', () => {
  it('happen when they are switched on, to the series they concern', () => {
    const rates = 'rate(requests_total[15m])';
    const [calm = 0, calmErrors = 0] = ask(rates, 38 * MINUTE, [REQUESTS]);
    const [still = 0, errors = 0] = ask(rates, 38 * MINUTE, [REQUESTS], { ...OPTIONS, incidents: ['errors'] });
    expect(still).toBe(calm);
    expect(errors / calmErrors).toBeGreaterThan(15);
  });

  it('leave out samples', () => {
    const down = { ...OPTIONS, incidents: ['down'] };
    expect(ask('count_over_time(requests_total{code="200"}[10m])', 40 * MINUTE, [REQUESTS], down)).toEqual([6]);
    expect(ask('resets(requests_total{code="200"}[1h])', HOUR, [REQUESTS], down)).toEqual([1]);
  });
});

describe('histograms', () => {
  it('hold together', () => {
    const counts = ask('latency_seconds_bucket', HOUR, [LATENCY]);
    const byBound = [...counts].toSorted((a, b) => a - b);
    expect(byBound.at(-1)).toBe(50 * 61 * 60);
    expect(ask('latency_seconds_count', HOUR, [LATENCY])).toEqual([byBound.at(-1)]);
    const [mean = 0] = ask('latency_seconds_sum / latency_seconds_count', HOUR, [LATENCY]);
    expect(mean).toBeCloseTo(0.2 * Math.exp(0.125), 3);
  });

  const median = 'histogram_quantile(0.5, rate(latency_seconds_bucket[10m]))';

  it('have the median that is described, and a slower one in an incident', () => {
    expect(ask(median, HOUR, [LATENCY])[0]).toBeCloseTo(0.2, 2);
    expect(ask(median, HOUR, [LATENCY], { ...OPTIONS, incidents: ['slow'] })[0]).toBeGreaterThan(0.7);
  });

  it('may be native', () => {
    const native: HistogramDescription = { ...LATENCY, buckets: { schema: 3 } };
    const query = 'histogram_quantile(0.5, rate(latency_seconds[10m]))';
    expect(ask(query, HOUR, [native])[0]).toBeCloseTo(0.2, 2);
    expect(ask('histogram_count(latency_seconds)', HOUR, [native])).toEqual([50 * 61 * 60]);
  });
});

it('does not make more samples than fit', () => {
  expect(() => generate([REQUESTS], { start: 0, end: 400_000 * DAY, step: 1000 })).toThrow(
    'are more than 50000000 samples',
  );
  expect(() => generate([REQUESTS], { start: 0, end: 1, step: 0 })).toThrow('the step must be longer than 0');
});
