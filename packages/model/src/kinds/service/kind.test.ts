import { expect, test } from 'vitest';
import { service } from './kind.ts';
import type { LabelSpec, MetricSpec, ServiceSpec } from './spec.ts';

const status: LabelSpec = { name: 'code', domain: { kind: 'http-status', form: 'code' } };
const requests: MetricSpec = {
  name: 'http_requests_total',
  type: 'counter',
  help: 'Requests served.',
  unit: 'requests',
  labels: [status],
  targetLabels: ['job', 'instance'],
};
const duration: MetricSpec = {
  ...requests,
  name: 'http_request_duration_seconds',
  type: 'histogram',
  unit: 'seconds',
  buckets: [0.1, 1],
};
const spec: ServiceSpec = {
  title: 'Checkout',
  description: 'Takes orders.',
  owner: 'payments',
  tier: 1,
  lifecycle: 'production',
  kind: 'online-serving',
  languages: ['go'],
  links: [{ type: 'runbook', title: 'Runbook', url: 'https://wiki.example.com/checkout' }],
  contacts: [{ type: 'slack', contact: 'https://example.slack.com/archives/payments' }],
  dependsOn: [],
  tags: {},
  metrics: [requests, duration],
  parts: [{ archetype: 'online-serving', name: 'http', roles: { requests: 'http_requests_total' } }],
};

function check(change: object) {
  const metadata = { name: 'checkout' };
  return service.check({ apiVersion: 'binnacle.dev/v1', kind: 'Service', metadata, spec: { ...spec, ...change } });
}

function found(change: object): string[] {
  return check(change).map(({ message }) => message);
}

test('a whole service has no findings', () => {
  expect(found({})).toEqual([]);
});

test('a part may measure with a recorded series', () => {
  expect(found({ parts: [{ archetype: 'cache', name: 'c', roles: { hits: 'job:cache_hits:ratio_rate5m' } }] })).toEqual(
    [],
  );
});

test('a part may measure with the series of a histogram and with a recording rule', () => {
  const roles = { requests: 'http_request_duration_seconds_count', errors: 'job:http_errors:rate5m' };
  expect(found({ parts: [{ archetype: 'online-serving', name: 'http', roles }] })).toEqual([]);
});

test.each<[string, object, string]>([
  ['an empty title', { title: '' }, 'the title is empty'],
  ['an empty owner', { owner: ' ' }, 'the owner is empty'],
  ['an owner that is a path', { owner: '../../../x' }, '"../../../x" is not a team handle'],
  ['an owner with spaces', { owner: 'Shop Team!' }, '"Shop Team!" is not a team handle'],
  ['a tier that is none', { tier: 5 }, "'tier' is 5"],
  ['a kind that is none', { kind: 'online' }, `'kind' is "online"`],
  [
    'a link that leads nowhere',
    { links: [{ type: 'docs', title: 'x', url: '/docs' }] },
    "'/docs' is not a web address",
  ],
  ['a script as a link', { pagerduty: 'javascript:alert(1)' }, "'javascript:alert(1)' is not a web address"],
  [
    'a part that measures with an unknown metric',
    { parts: [{ archetype: 'cache', name: 'c', roles: { hits: 'cache_hits' } }] },
    "part 'c' measures its hits with 'cache_hits', which the service does not declare",
  ],
  ['a metric twice', { metrics: [requests, requests] }, "metric 'http_requests_total' is declared twice"],
])('%s is a finding', (_, change, message) => {
  expect(found(change)).toEqual([message]);
});

test.each<[string, Partial<MetricSpec>, string]>([
  ['a bad name', { name: 'http-requests' }, "'http-requests' is not a metric name"],
  ['buckets of a counter', { buckets: [1] }, 'a counter has no buckets'],
  ['buckets out of order', { type: 'histogram', buckets: [1, 0.5] }, 'buckets are not finite and ascending'],
  ['an infinite bucket', { type: 'histogram', buckets: [1, 1] }, 'buckets are not finite and ascending'],
  ['quantiles of a gauge', { type: 'gauge', quantiles: [0.5] }, 'a gauge has no quantiles'],
  ['a quantile above 1', { type: 'summary', quantiles: [0.5, 99] }, 'quantiles are not between 0 and 1'],
  ['a label twice', { labels: [status, status] }, "label 'code' is declared twice"],
  [
    'a label the scrape adds',
    { labels: [{ ...status, name: 'job' }] },
    "'job' is both a label of the metric and added by the scrape",
  ],
  [
    'a label the type adds',
    { type: 'histogram', labels: [{ ...status, name: 'le' }] },
    "a histogram makes its label 'le' itself",
  ],
  ['a reserved label', { labels: [{ ...status, name: '__x' }] }, "'__x' is not a label name"],
  [
    'a label of no values',
    { labels: [{ name: 'a', domain: { kind: 'one-of', values: [] } }] },
    "label 'a' has no values",
  ],
  [
    'a value twice',
    { labels: [{ name: 'a', domain: { kind: 'one-of', values: ['x', 'x'] } }] },
    "label 'a' lists a value twice",
  ],
  [
    'a bound of nothing',
    { labels: [{ name: 'a', domain: { kind: 'bounded', bound: 0 } }] },
    "the bound of label 'a' is not a whole number above 0",
  ],
])('%s is a finding', (_, change, message) => {
  expect(found({ metrics: [{ ...requests, ...change }], parts: [] })).toEqual([message]);
});

test('a label domain of no known kind is one finding', () => {
  const labels = [{ name: 'a', domain: { kind: 'one_of', values: ['x'] } }];
  expect(found({ metrics: [{ ...requests, labels }] })).toEqual([`'kind' is "one_of"`]);
});

const fixOf = (owner: string) => check({ owner }).map(({ fix }) => fix);

test('an owner that is a name is told the handle it would make', () => {
  expect(fixOf('Box Office')).toEqual(["write owner: 'box-office'"]);
  expect(fixOf('Équipe n°1')).toEqual(["write owner: 'equipe-n-1'"]);
  expect(fixOf('チーム')).toEqual(['write 2 to 63 lower-case letters, digits or -, not starting or ending with -']);
});
