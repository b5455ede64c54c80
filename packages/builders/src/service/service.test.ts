import { SERVICE_LABEL, TEAM_LABEL } from '@binnacle/model';
import { expect, test } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { onlineServing } from '../archetypes/online-serving.ts';
import { service } from './service.ts';
import { team } from './team.ts';

const requests = counter('shop_requests_total', { help: 'Requests answered.', unit: 'requests' });
const inFlight = gauge('shop_in_flight', { help: 'Requests in flight.', unit: 'requests' });

const minimal = { title: 'Shop', description: 'Sells.', owner: 'retail', tier: 2, kind: 'online-serving' } as const;

test('a service is a resource labelled with itself and its team', () => {
  const shop = service('shop', minimal);
  expect(shop.apiVersion).toBe('binnacle.dev/v1');
  expect(shop.kind).toBe('Service');
  expect(shop.metadata).toEqual({ name: 'shop', labels: { [SERVICE_LABEL]: 'shop', [TEAM_LABEL]: 'retail' } });
});

test('what is left out has a default', () => {
  expect(service('shop', minimal).spec).toEqual({
    ...minimal,
    lifecycle: 'production',
    languages: [],
    links: [],
    contacts: [],
    dependsOn: [],
    tags: {},
    metrics: [],
    parts: [],
  });
});

test('metrics are listed by name, whatever key and order they are written in', () => {
  const { spec } = service('shop', { ...minimal, metrics: { z: requests, a: inFlight } });
  expect(spec.metrics.map((metric) => metric.name)).toEqual(['shop_in_flight', 'shop_requests_total']);
});

test('a metric knows the line that declared it', () => {
  const { source } = service('shop', { ...minimal, metrics: { requests } });
  expect(source?.origin.file).toMatch(/service\.test\.ts$/);
  expect(source?.parts?.['/spec/metrics/0']).toEqual(requests.origin);
});

test('a metric is known by the key definitions use', () => {
  const { source } = service('shop', { ...minimal, metrics: { z: requests, a: inFlight } });
  expect(source?.names).toEqual({ '/spec/metrics/0': 'a', '/spec/metrics/1': 'z' });
  expect(service('shop', minimal).source).not.toHaveProperty('names');
});

test('a part knows the line that declared it', () => {
  const http = onlineServing({ requests });
  const { source } = service('shop', { ...minimal, parts: { http } });
  expect(source?.parts?.['/spec/parts/0']).toEqual(http({ service: 'shop', part: 'http', severity: 'page' }).origin);
});

test('metrics and parts are at hand but not data', () => {
  const shop = service('shop', { ...minimal, metrics: { requests }, parts: { http: onlineServing({ requests }) } });
  expect(shop.metrics.requests).toBe(requests);
  expect(shop.parts.http.spec.roles).toEqual({ requests: 'shop_requests_total' });
  expect(Object.keys(shop)).toEqual(['apiVersion', 'kind', 'metadata', 'spec', 'source']);
});

test('a role played by a series of a histogram is played by the histogram', () => {
  const duration = histogram('shop_duration_seconds', { help: 'Time.', unit: 'seconds', buckets: [1] });
  const { spec } = service('shop', {
    ...minimal,
    metrics: { duration },
    parts: { http: onlineServing({ requests: duration.count, duration }) },
  });
  expect(spec.parts[0]?.roles).toEqual({ requests: 'shop_duration_seconds', duration: 'shop_duration_seconds' });
});

test('links come in a fixed order, others last', () => {
  const { spec } = service('shop', {
    ...minimal,
    links: { other: { Plan: 'https://p' }, repository: 'https://r', runbook: 'https://b', onCall: 'https://o' },
  });
  expect(spec.links).toEqual([
    { type: 'runbook', title: 'Runbook', url: 'https://b' },
    { type: 'repository', title: 'Repository', url: 'https://r' },
    { type: 'on-call', title: 'On call', url: 'https://o' },
    { type: 'other', title: 'Plan', url: 'https://p' },
  ]);
});

test('dependencies are names, sorted', () => {
  const [redis, postgres] = [service('redis', minimal), service('postgres', minimal)];
  expect(service('shop', { ...minimal, dependsOn: [redis, postgres] }).spec.dependsOn).toEqual(['postgres', 'redis']);
});

test.each<readonly [unknown, string, string]>([
  [
    undefined,
    'dependsOn[1] of service shop is undefined: its file and this one import each other, or the import is wrong',
    'drop the import in one of the two files: a circle of services cannot start',
  ],
  ['redis', "dependsOn[1] of service shop is 'redis'", 'pass the imported service, not its name'],
])('a dependency that is %j is a mistake', (needed, message, fix) => {
  // What a file that nobody type-checks may pass.
  const dependsOn = Array.of<never>();
  Reflect.set(dependsOn, 0, service('redis', minimal));
  Reflect.set(dependsOn, 1, needed);
  const write = () => service('shop', { ...minimal, dependsOn });
  expect(write).toThrow(expect.objectContaining({ message, at: { fix } }));
});

const retail = team('retail', {
  contacts: [{ type: 'email', contact: 'retail@example.com' }],
  onCall: 'https://rota',
  pagerduty: 'https://pd',
});

test('a team lends contacts, rota and pager', () => {
  const { spec } = service('shop', { ...minimal, owner: retail });
  expect(spec.owner).toBe('retail');
  expect(spec.contacts).toEqual([{ type: 'email', contact: 'retail@example.com' }]);
  expect(spec.links).toEqual([{ type: 'on-call', title: 'On call', url: 'https://rota' }]);
  expect(spec.pagerduty).toBe('https://pd');
});

test('what a service says itself wins over its team', () => {
  const { spec } = service('shop', {
    ...minimal,
    owner: retail,
    contacts: [],
    links: { onCall: 'https://own' },
    pagerduty: 'https://own-pd',
  });
  expect(spec.contacts).toEqual([]);
  expect(spec.links).toEqual([{ type: 'on-call', title: 'On call', url: 'https://own' }]);
  expect(spec.pagerduty).toBe('https://own-pd');
});
