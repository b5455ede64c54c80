import { valueAt } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { counter } from '../../metrics/counter.ts';
import { gauge } from '../../metrics/gauge.ts';
import { histogram } from '../../metrics/histogram.ts';
import { bounded, httpStatus } from '../../metrics/label.ts';
import { nativeHistogram } from '../../metrics/native-histogram.ts';
import { summary } from '../../metrics/summary.ts';
import { regex } from '../../query/matcher.ts';
import { service } from '../../service/service.ts';
import { dashboard } from '../dashboard.ts';
import type { Row } from '../layout/row.ts';
import { goldenSignals } from './golden-signals.ts';
import { red } from './red.ts';
import { use } from './use.ts';

const route = bounded(9);
const requests = counter('shop_requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { code: httpStatus(), route },
});
const errors = requests.where({ code: regex('5..') });
const duration = histogram('shop_seconds', {
  help: 'Duration.',
  unit: 'seconds',
  labels: { route },
  buckets: [0.1, 1],
});
const native = nativeHistogram('shop_native_seconds', { help: 'Duration.', unit: 'seconds', labels: { route } });
const old = summary('shop_old_seconds', { help: 'Duration.', unit: 'seconds', quantiles: [0.5] });
const busy = gauge('shop_pool_busy_ratio', { help: 'Busy.', unit: 'ratio' });
const queued = gauge('shop_pool_queued', { help: 'Queued.', unit: 'jobs' });
const shop = service('shop', { title: 'Shop', description: '', owner: 'web', tier: 1, kind: 'online-serving' });

/** What each panel of a row asks, in the order of importance given, as `key: expression | expression`. */
function asked(row: Row): readonly string[] {
  const { elements } = dashboard(shop, 'One', { purpose: '' }, [row]).spec;
  return Object.entries(elements).map(([key, element]) => {
    if (element.kind !== 'Panel') return key;
    const expressions = element.spec.data.spec.queries.map(({ spec }) => String(valueAt(spec, '/query/spec/expr')));
    return `${key}: ${expressions.join(' | ')}`;
  });
}

describe('red', () => {
  it('shows rate, errors and duration', () => {
    expect(asked(red({ requests, errors, duration }))).toEqual([
      'requests-rate: sum(rate(shop_requests_total[$__rate_interval])) | sum(rate(shop_requests_total{code=~"5.."}[$__rate_interval]))',
      'requests-rate-now: sum(rate(shop_requests_total[$__rate_interval]))',
      'requests-errors-now: sum(rate(shop_requests_total{code=~"5.."}[$__rate_interval])) / sum(rate(shop_requests_total[$__rate_interval]))',
      'requests-duration-now: histogram_quantile(0.99, sum by (le) (rate(shop_seconds_bucket[$__rate_interval])))',
      'requests-errors: sum(rate(shop_requests_total{code=~"5.."}[$__rate_interval])) / sum(rate(shop_requests_total[$__rate_interval]))',
      'requests-duration: histogram_quantile(0.99, sum by (le) (rate(shop_seconds_bucket[$__rate_interval]))) | histogram_quantile(0.9, sum by (le) (rate(shop_seconds_bucket[$__rate_interval]))) | histogram_quantile(0.5, sum by (le) (rate(shop_seconds_bucket[$__rate_interval])))',
      'requests-distribution: sum by (le) (rate(shop_seconds_bucket[$__rate_interval]))',
    ]);
  });

  it('is split by labels that all of them have', () => {
    const split = asked(red({ requests, errors, duration }, { title: 'HTTP', by: ['route'] }));
    expect(split).toContain('http-rate: sum by (route) (rate(shop_requests_total[$__rate_interval]))');
    expect(split).toContain(
      'http-duration: histogram_quantile(0.99, sum by (le, route) (rate(shop_seconds_bucket[$__rate_interval])))',
    );
    // @ts-expect-error the duration has no code
    red({ requests, errors, duration }, { by: ['code'] });
  });

  it('leaves out what is not measured', () => {
    expect(asked(red({ requests }))).toEqual([
      'requests-rate: sum(rate(shop_requests_total[$__rate_interval]))',
      'requests-rate-now: sum(rate(shop_requests_total[$__rate_interval]))',
    ]);
  });

  it('reads native histograms', () => {
    expect(asked(red({ requests, duration: native }))).toContain(
      'requests-distribution: sum(rate(shop_native_seconds[$__rate_interval]))',
    );
  });

  it('reads the mean of a summary, whose quantiles cannot be aggregated', () => {
    expect(asked(red({ requests, duration: old }))).toContain(
      'requests-duration: sum(rate(shop_old_seconds_sum[$__rate_interval])) / sum(rate(shop_old_seconds_count[$__rate_interval]))',
    );
  });

  it('links every graph to Explore and Metrics Drilldown', () => {
    const [rate] = red({ requests, errors, duration }).panels;
    expect(rate?.frame.links?.map(({ title }) => title)).toEqual(['Explore', 'Metrics Drilldown']);
  });
});

describe('use', () => {
  it('shows utilization, saturation and errors', () => {
    expect(asked(use({ utilization: busy, saturation: queued }, { title: 'Pool' }))).toEqual([
      'pool-utilization: shop_pool_busy_ratio',
      'pool-utilization-now: max(shop_pool_busy_ratio)',
      'pool-saturation: shop_pool_queued',
    ]);
  });
});

describe('goldenSignals', () => {
  it('puts latency first', () => {
    const row = goldenSignals({ latency: duration, traffic: requests, errors, saturation: busy });
    expect(row.panels[0]?.size).toBe('hero');
    expect(asked(row).map((line) => line.split(':')[0])).toEqual([
      'golden-signals-duration',
      'golden-signals-rate-now',
      'golden-signals-errors-now',
      'golden-signals-duration-now',
      'golden-signals-rate',
      'golden-signals-errors',
      'golden-signals-saturation',
      'golden-signals-distribution',
    ]);
  });
});
