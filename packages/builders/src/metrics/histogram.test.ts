import { print, type Expr } from '@binnacle/promql';
import { describe, expect, it } from 'vitest';
import { histogram } from './histogram.ts';
import { bounded } from './label.ts';
import { nativeHistogram } from './native-histogram.ts';
import { summary } from './summary.ts';

const text = (v: { readonly expr: Expr }) => print(v.expr);
const classic = histogram('d_seconds', {
  help: 'How long.',
  unit: 'seconds',
  labels: { route: bounded(9) },
  buckets: [0.00001, 0.3, 1, 2.5, 1_000_000],
});
const unchecked = histogram('d_seconds', {
  help: 'How long.',
  unit: 'seconds',
  buckets: [0.00001, 0.3, 1].map(Number),
});
const native = nativeHistogram('n_seconds', { help: 'How long.', unit: 'seconds', labels: { route: bounded(9) } });

describe('a classic histogram', () => {
  it('has three families', () => {
    expect([classic.bucket, classic.sum, classic.count].map(text)).toEqual([
      'd_seconds_bucket',
      'd_seconds_sum',
      'd_seconds_count',
    ]);
  });

  it('gives quantiles, keeping le', () => {
    expect(text(classic.quantile(0.99))).toBe(
      'histogram_quantile(0.99, sum by (le) (rate(d_seconds_bucket[$__rate_interval])))',
    );
    expect(text(classic.quantile(0.5, { by: ['route'], window: '5m' }))).toBe(
      'histogram_quantile(0.5, sum by (le, route) (rate(d_seconds_bucket[5m])))',
    );
    expect(text(classic.quantile(0.5, { without: ['instance'] }))).toBe(
      'histogram_quantile(0.5, sum without (instance) (rate(d_seconds_bucket[$__rate_interval])))',
    );
  });

  it('gives mean and rate', () => {
    expect(text(classic.mean({ by: ['route'], window: '5m' }))).toBe(
      'sum by (route) (rate(d_seconds_sum[5m])) / sum by (route) (rate(d_seconds_count[5m]))',
    );
    expect(text(classic.rate({ window: '5m' }))).toBe('sum(rate(d_seconds_count[5m]))');
  });

  it.each([
    [0.3, 'le="0.3"'],
    [1, String.raw`le=~"1|1\\.0"`],
    [1_000_000, String.raw`le=~"1e\\+06|1000000|1000000\\.0"`],
    [0.00001, 'le=~"1e-05|0.00001"'.replace('.', String.raw`\\.`)],
  ] as const)('gives the share below %d, however the bound is spelled', (bound, matcher) => {
    expect(text(classic.shareBelow(bound, { window: '5m' }))).toBe(
      `sum(rate(d_seconds_bucket{${matcher}}[5m])) / sum(rate(d_seconds_count[5m]))`,
    );
  });

  it('drops `le` with the labels that are dropped, so that both sides of the share match', () => {
    expect(text(classic.shareBelow(0.3, { without: ['instance'], window: '5m' }))).toBe(
      'sum without (instance, le) (rate(d_seconds_bucket{le="0.3"}[5m])) / sum without (instance) (rate(d_seconds_count[5m]))',
    );
  });

  it('refuses a bound that is no bucket', () => {
    expect(() => unchecked.shareBelow(0.2)).toThrow('d_seconds has no bucket 0.2: use one of 0.00001, 0.3, 1');
  });

  it('passes matchers on to all families', () => {
    expect(text(classic.where({ route: '/' }).mean({ window: '5m' }))).toBe(
      'sum(rate(d_seconds_sum{route="/"}[5m])) / sum(rate(d_seconds_count{route="/"}[5m]))',
    );
  });
});

describe('a native histogram', () => {
  it('is read through its own functions', () => {
    expect(text(native.quantile(0.99, { by: ['route'], window: '5m' }))).toBe(
      'histogram_quantile(0.99, sum by (route) (rate(n_seconds[5m])))',
    );
    expect(text(native.mean({ window: '5m' }))).toBe('histogram_avg(sum(rate(n_seconds[5m])))');
    expect(text(native.rate({ window: '5m' }))).toBe('histogram_count(sum(rate(n_seconds[5m])))');
    expect(text(native.shareBelow(0.3, { window: '5m' }))).toBe(
      'histogram_fraction(-Inf, 0.3, sum(rate(n_seconds[5m])))',
    );
  });

  it('stays one when narrowed or shifted', () => {
    expect(text(native.where({ route: '/' }).quantile(0.5, { window: '5m' }))).toBe(
      'histogram_quantile(0.5, sum(rate(n_seconds{route="/"}[5m])))',
    );
    expect(text(native.offset('1d').mean({ window: '5m' }))).toBe('histogram_avg(sum(rate(n_seconds[5m] offset 1d)))');
  });
});

describe('a summary', () => {
  const s = summary('s_seconds', { help: 'How long.', unit: 'seconds', quantiles: [0.5, 1] });

  it('has its quantiles ready', () => {
    expect(text(s.quantile(0.5))).toBe('s_seconds{quantile="0.5"}');
    expect(text(s.where({ job: 'x' }).quantile(1))).toBe(String.raw`s_seconds{job="x",quantile=~"1|1\\.0"}`);
  });

  it('gives mean and rate', () => {
    expect(text(s.mean({ by: ['job'], window: '5m' }))).toBe(
      'sum by (job) (rate(s_seconds_sum[5m])) / sum by (job) (rate(s_seconds_count[5m]))',
    );
    expect(text(s.rate({ window: '5m' }))).toBe('sum(rate(s_seconds_count[5m]))');
  });
});
