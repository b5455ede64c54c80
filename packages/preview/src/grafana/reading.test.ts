import { expect, it } from 'vitest';
import { isReading } from './reading.ts';

it.each([
  ['GET', '/d/checkout/checkout'],
  ['GET', '/api/search'],
  ['HEAD', '/public/build/app.js'],
  ['POST', '/api/ds/query'],
  ['POST', '/apis/query.grafana.app/v0alpha1/namespaces/default/query'],
  ['POST', '/api/datasources/proxy/uid/prom-1/api/v1/query_range'],
  ['POST', '/api/datasources/uid/prom-1/resources/api/v1/series'],
])('%s %s reads', (method, path) => {
  expect(isReading(method, path)).toBe(true);
});

it.each([
  ['POST', '/api/dashboards/db'],
  ['PUT', '/apis/dashboard.grafana.app/v2/namespaces/default/dashboards/checkout'],
  ['POST', '/apis/dashboard.grafana.app/v2/namespaces/default/dashboards'],
  ['PATCH', '/api/user/preferences'],
  ['DELETE', '/api/dashboards/uid/checkout'],
  ['POST', '/api/datasources/proxy/uid/prom-1/api/v1/admin/tsdb/delete_series'],
  ['POST', '/api/annotations'],
  ['POST', '/api/ds/query/../dashboards/db'],
  ['GET', '/logout'],
  ['GET', '/login/generic_oauth'],
])('%s %s does not', (method, path) => {
  expect(isReading(method, path)).toBe(false);
});
