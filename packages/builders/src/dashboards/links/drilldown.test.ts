import { expect, it } from 'vitest';
import { counter } from '../../metrics/counter.ts';
import { oneOf } from '../../metrics/label.ts';
import { sum } from '../../query/aggregate.ts';
import { regex } from '../../query/matcher.ts';
import { rate } from '../../query/rate.ts';
import { logsDrilldown, metricsDrilldown, profilesDrilldown, tracesDrilldown } from './drilldown.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { method: oneOf('GET', 'POST') },
});

it('shows the metric of an expression, narrowed by its exact matchers', () => {
  const { url } = metricsDrilldown(sum(rate(requests.where({ method: 'GET', instance: regex('a.*') }))));
  expect(url).toBe(
    '/a/grafana-metricsdrilldown-app/drilldown?metric=shop_requests_total&var-ds=${datasource}&var-filters=method%7C%3D%7CGET&from=${__from}&to=${__to}',
  );
});

it('shows the logs of a service', () => {
  expect(logsDrilldown('shop/web', { env: 'prod' }).url).toBe(
    '/a/grafana-lokiexplore-app/explore/service/shop%2Fweb/logs?var-ds=${loki}&var-filters=service_name%7C%3D%7Cshop%2Fweb&var-filters=env%7C%3D%7Cprod&from=${__from}&to=${__to}',
  );
});

it('shows the spans of a service', () => {
  expect(tracesDrilldown('shop', { show: 'errors' }).url).toBe(
    '/a/grafana-exploretraces-app/explore?var-ds=${tempo}&var-metric=errors&var-filters=resource.service.name%7C%3D%7Cshop&from=${__from}&to=${__to}',
  );
});

it('shows the profiles of a service', () => {
  expect(profilesDrilldown('shop').url).toContain(
    'var-dataSource=${pyroscope}&explorationType=labels&var-serviceName=shop',
  );
});
