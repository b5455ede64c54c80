import { expect, test } from 'vitest';
import { compareResources } from '../../../diff/compare.ts';
import { sameText } from '../../../diff/difference.ts';
import type { Resource } from '../../../resource.ts';
import type { MetricSpec, ServiceSpec } from '../spec.ts';

const requests: MetricSpec = {
  name: 'checkout_requests_total',
  type: 'counter',
  help: 'Requests answered.',
  unit: 'requests',
  labels: [{ name: 'route', domain: { kind: 'bounded', bound: 10 } }],
  targetLabels: ['job', 'instance'],
};
const checkout: ServiceSpec = {
  title: 'Checkout',
  description: 'Takes orders.',
  owner: 'payments',
  tier: 1,
  lifecycle: 'production',
  kind: 'online-serving',
  languages: [],
  links: [{ type: 'runbook', title: 'Runbook', url: 'https://a.example' }],
  contacts: [],
  dependsOn: ['cart'],
  tags: {},
  metrics: [requests],
  parts: [{ archetype: 'online-serving', name: 'http', roles: { requests: 'checkout_requests_total' } }],
};
const resource = (spec: ServiceSpec): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind: 'Service',
  metadata: { name: 'checkout', labels: { 'binnacle.dev/team': spec.owner } },
  spec,
});

/** What changed, as a reader sees it. */
function drawn(change: Partial<ServiceSpec>): string[] {
  return compareResources(resource(checkout), resource({ ...checkout, ...change }), sameText).map(
    ({ subject, text, consequence, reach }) =>
      `${reach}: ${subject === undefined ? '' : `${subject}: `}${text}${consequence === undefined ? '' : `; ${consequence}`}`,
  );
}

test('the same service has no differences', () => {
  expect(drawn({ title: 'Checkout' })).toEqual([]);
});

test('values of a label that come and go', () => {
  const route = (...values: readonly string[]): Partial<ServiceSpec> => ({
    metrics: [{ ...requests, labels: [{ name: 'route', domain: { kind: 'one-of', values } }] }],
  });
  const [before, after] = [route('/cart', '/pay'), route('/cart', '/orders', '/refund')].map((change) =>
    resource({ ...checkout, ...change }),
  );
  const differences = before && after && compareResources(before, after, sameText);
  expect(differences?.map(({ text }) => text)).toEqual(['label route: /orders, /refund added, /pay removed']);
});

test.each<[string, Partial<ServiceSpec>, string[]]>([
  ['owner', { owner: 'core' }, ['ownership: owner payments → core']],
  ['tier', { tier: 2 }, ['ownership: tier 1 → 2']],
  ['lifecycle', { lifecycle: 'deprecated' }, ['ownership: lifecycle production → deprecated']],
  ['kind', { kind: 'batch' }, ['ownership: kind online-serving → batch']],
  [
    'dependencies',
    { dependsOn: ['stock'] },
    ['ownership: dependency stock added', 'ownership: dependency cart removed'],
  ],
  [
    'link',
    { links: [{ type: 'runbook', title: 'Runbook', url: 'https://b.example' }] },
    ['other: runbook https://a.example → https://b.example'],
  ],
  ['no links', { links: [] }, ['other: runbook removed: https://a.example']],
  ['tags', { tags: { tier: 'gold' } }, ['other: tag tier added: gold']],
  ['PagerDuty', { pagerduty: 'https://p.example' }, ['pager: PagerDuty service added: https://p.example']],
  [
    'a wider label',
    { metrics: [{ ...requests, labels: [{ name: 'route', domain: { kind: 'bounded', bound: 50 } }] }] },
    [
      'data: metric checkout_requests_total: label route: up to 10 values → up to 50 values; up to 10 → 50 series per instance',
    ],
  ],
  [
    'values of a label',
    { metrics: [{ ...requests, labels: [{ name: 'route', domain: { kind: 'one-of', values: ['/cart', '/pay'] } }] }] },
    [
      'data: metric checkout_requests_total: label route: up to 10 values → /cart or /pay; up to 10 → 2 series per instance',
    ],
  ],
  [
    'labels',
    { metrics: [{ ...requests, labels: [{ name: 'code', domain: { kind: 'http-status', form: 'class' } }] }] },
    [
      'data: metric checkout_requests_total: label code added: classes of HTTP status; up to 10 → 5 series per instance',
      'data: metric checkout_requests_total: label route removed',
    ],
  ],
  [
    'a metric renamed',
    { metrics: [{ ...requests, name: 'checkout_http_requests_total' }] },
    ['data: metric checkout_http_requests_total: renamed from checkout_requests_total'],
  ],
  [
    'metrics that come and go',
    {
      metrics: [{ name: 'checkout_up', type: 'gauge', help: 'Is it up?', unit: 'ratio', labels: [], targetLabels: [] }],
    },
    [
      'data: metric checkout_up: added: gauge; up to 1 series per instance',
      'data: metric checkout_requests_total: removed',
    ],
  ],
  [
    'a part measured otherwise',
    { parts: [{ archetype: 'online-serving', name: 'http', roles: { requests: 'checkout_http_requests_total' } }] },
    ['data: part http: requests measured by checkout_requests_total → checkout_http_requests_total'],
  ],
])('%s', (_what, change, expected) => {
  expect(drawn(change)).toEqual(expected);
});
