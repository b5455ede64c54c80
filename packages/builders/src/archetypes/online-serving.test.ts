import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { bounded, httpStatus } from '../metrics/label.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import { summary } from '../metrics/summary.ts';
import { regex } from '../query/matcher.ts';
import { onlineServing } from './online-serving.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests answered.',
  unit: 'requests',
  labels: { code: httpStatus(), route: bounded(12) },
});
const errors = requests.where({ code: regex('5..') });
const timing = { help: 'Time taken.', unit: 'seconds', labels: { route: bounded(12) } } as const;
const duration = histogram('shop_duration_seconds', { ...timing, buckets: [0.1, 1] });
const inFlight = gauge('shop_in_flight', { help: 'In flight.', unit: 'requests' });
const place = { service: 'shop', part: 'http', severity: 'page' } as const;

const server = onlineServing({ requests, errors, duration, inFlight });

test('roles are played by metrics', () => {
  expect(server(place).spec).toEqual({
    archetype: 'online-serving',
    name: 'http',
    roles: {
      requests: 'shop_requests_total',
      errors: 'shop_requests_total',
      duration: 'shop_duration_seconds',
      inFlight: 'shop_in_flight',
    },
  });
});

test('a required role nobody plays is missing, an optional one is not', () => {
  expect(onlineServing({ requests })(place).spec.missing).toEqual({
    errors: 'a counter of failed requests, or the requests narrowed to those that failed',
    duration: 'a histogram of the seconds a request took',
  });
});

test('a waived role is not missing', () => {
  const { spec } = onlineServing({ requests, duration, waive: { errors: 'it cannot fail' } })(place);
  expect(spec.missing).toBeUndefined();
  expect(spec.waived).toEqual({ errors: 'it cannot fail' });
});

test('alerts on the server side', () => {
  expect(alertLines(server(place).rules())).toEqual([
    'ShopHttpErrorsHigh (page after 5m): sum(rate(shop_requests_total{code=~"5.."}[5m])) / sum(rate(shop_requests_total[5m])) > 0.05 and sum(increase(shop_requests_total{code=~"5.."}[5m])) >= 3',
    'ShopHttpLatencyHigh (page after 5m): histogram_quantile(0.99, sum by (le) (rate(shop_duration_seconds_bucket[5m]))) > 1',
    'ShopHttpAbsent (page after 10m): absent(shop_requests_total)',
  ]);
});

test('thresholds are options', () => {
  const rules = server(place).rules({
    errorShare: 0.01,
    minErrors: 10,
    latency: 0.3,
    quantile: 0.999,
    inFlight: 50,
    absent: false,
    for: '2m',
    severity: 'info',
  });
  expect(alertLines(rules)).toEqual([
    'ShopHttpErrorsHigh (info after 2m): sum(rate(shop_requests_total{code=~"5.."}[5m])) / sum(rate(shop_requests_total[5m])) > 0.01 and sum(increase(shop_requests_total{code=~"5.."}[5m])) >= 10',
    'ShopHttpLatencyHigh (info after 2m): histogram_quantile(0.999, sum by (le) (rate(shop_duration_seconds_bucket[5m]))) > 0.3',
    'ShopHttpInFlightHigh (info after 2m): sum(shop_in_flight) > 50',
  ]);
});

test('alerts can be left out, down to no group at all', () => {
  expect(server(place).rules({ errorShare: false, latency: false, absent: false })).toEqual([]);
});

test('alerts are split by the labels of the part, and say which', () => {
  const [group] = onlineServing({ requests, errors, by: ['route'] })(place).rules({ absent: false });
  const [alert] = group?.rules ?? [];
  expect(alertLines(group === undefined ? [] : [group])).toEqual([
    'ShopHttpErrorsHigh (page after 5m): sum by (route) (rate(shop_requests_total{code=~"5.."}[5m])) / sum by (route) (rate(shop_requests_total[5m])) > 0.05 and sum by (route) (increase(shop_requests_total{code=~"5.."}[5m])) >= 3',
  ]);
  expect(alert).toMatchObject({
    annotations: {
      summary: '{{ $value | humanizePercentage }} of requests of shop http fail (route={{ $labels.route }})',
    },
  });
});

test('a native histogram gives quantiles, a summary only its mean', () => {
  const native = onlineServing({ duration: nativeHistogram('shop_duration_seconds', timing) });
  expect(alertLines(native(place).rules())).toEqual([
    'ShopHttpLatencyHigh (page after 5m): histogram_quantile(0.99, sum(rate(shop_duration_seconds[5m]))) > 1',
  ]);
  const mean = onlineServing({ duration: summary('shop_duration_seconds', timing).where({ route: '/' }) });
  expect(mean(place).spec.roles).toEqual({ duration: 'shop_duration_seconds' });
  expect(alertLines(mean(place).rules())).toEqual([
    'ShopHttpLatencyHigh (page after 5m): sum(rate(shop_duration_seconds_sum{route="/"}[5m])) / sum(rate(shop_duration_seconds_count{route="/"}[5m])) > 1',
  ]);
});

test('the client side is no reason to wake anyone, and may be quiet', () => {
  const calls = onlineServing({ side: 'client', requests, errors });
  expect(calls(place).spec.archetype).toBe('online-serving-client');
  expect(alertLines(calls(place).rules())).toEqual([
    'ShopHttpErrorsHigh (ticket after 5m): sum(rate(shop_requests_total{code=~"5.."}[5m])) / sum(rate(shop_requests_total[5m])) > 0.05 and sum(increase(shop_requests_total{code=~"5.."}[5m])) >= 3',
  ]);
});

test('the row', () => {
  expect(rowLines(server(place).rows({ title: 'HTTP' }))).toEqual([
    '# HTTP',
    'Requests: sum(rate(shop_requests_total[$__rate_interval])) | sum(rate(shop_requests_total{code=~"5.."}[$__rate_interval]))',
    'Requests now: sum(rate(shop_requests_total[$__rate_interval]))',
    'Error share now: sum(rate(shop_requests_total{code=~"5.."}[$__rate_interval])) / sum(rate(shop_requests_total[$__rate_interval]))',
    'Slowest requests now: histogram_quantile(0.99, sum by (le) (rate(shop_duration_seconds_bucket[$__rate_interval])))',
    'Error share: sum(rate(shop_requests_total{code=~"5.."}[$__rate_interval])) / sum(rate(shop_requests_total[$__rate_interval]))',
    'Duration: histogram_quantile(0.99, sum by (le) (rate(shop_duration_seconds_bucket[$__rate_interval]))) | histogram_quantile(0.9, sum by (le) (rate(shop_duration_seconds_bucket[$__rate_interval]))) | histogram_quantile(0.5, sum by (le) (rate(shop_duration_seconds_bucket[$__rate_interval])))',
    'Duration distribution: sum by (le) (rate(shop_duration_seconds_bucket[$__rate_interval]))',
    'In flight: sum(shop_in_flight)',
  ]);
});

test('without requests the row shows what there is, and there is none without anything', () => {
  expect(rowLines(onlineServing({ inFlight })(place).rows())).toEqual(['# Http', 'In flight: sum(shop_in_flight)']);
  expect(onlineServing({})(place).rows()).toEqual([]);
});
