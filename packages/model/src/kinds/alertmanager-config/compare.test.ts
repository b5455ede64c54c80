import { expect, test } from 'vitest';
import { compareResources } from '../../diff/compare.ts';
import { sameText } from '../../diff/difference.ts';
import type { Resource } from '../../resource.ts';

const payments = { matchers: ['team="payments"'], receiver: 'payments' };
const pager = { name: 'payments', pagerduty_configs: [{ routing_key: 'aaaa' }] };
const config = (over: object = {}): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind: 'AlertmanagerConfig',
  metadata: { name: 'alertmanager' },
  spec: {
    route: { receiver: 'all', group_wait: '30s', routes: [payments, { matchers: ['team="core"'], receiver: 'core' }] },
    receivers: [pager, { name: 'core' }, { name: 'all' }],
    ...over,
  },
});

/** What changed, as a reader sees it. */
function drawn(over: object): string[] {
  return compareResources(config(), config(over), sameText).map(
    ({ reach, subject, text }) => `${reach}: ${subject === undefined ? '' : `${subject}: `}${text}`,
  );
}

test('the same configuration', () => {
  expect(drawn({})).toEqual([]);
});

test('a route to another receiver, one that is gone, one that is new, and how long is waited', () => {
  const routes = [
    { ...payments, receiver: 'core' },
    { matchers: ['severity="page"'], receiver: 'all' },
  ];
  expect(drawn({ route: { receiver: 'all', group_wait: '10s', routes } })).toEqual([
    'pager: route of all the rest: group_wait 30s → 10s',
    'pager: route `team="payments"`: receiver payments → core',
    'pager: route `severity="page"`: added: to all',
    'pager: route `team="core"`: removed: to core',
  ]);
});

test('the order of routes decides who is told', () => {
  const routes = [{ matchers: ['team="core"'], receiver: 'core' }, payments];
  expect(drawn({ route: { receiver: 'all', group_wait: '30s', routes } })).toEqual([
    'pager: route `team="payments"`: asked in another order',
  ]);
});

test('receivers, without their secrets', () => {
  const changed = { name: 'payments', pagerduty_configs: [{ routing_key: 'bbbb', severity: 'error' }] };
  const texts = drawn({
    receivers: [changed, { name: 'core' }, { name: 'mail', email_configs: [{ to: 'a@b.example' }] }],
  });
  expect(texts).toEqual([
    'pager: receiver payments: pagerduty_configs.0.routing_key changed',
    'pager: receiver payments: pagerduty_configs.0.severity added: error',
    'pager: receiver mail: added: email',
    'pager: receiver all: removed',
  ]);
});

test('a branch that comes whole is not shown, as it may hold a secret', () => {
  expect(drawn({ global: { slack_api_url: 'https://hooks.example/secret' } })).toEqual(['pager: global added']);
});

const tree = (team: string): Resource => ({
  apiVersion: 'grafana.binnacle.dev/v1',
  kind: 'NotificationPolicy',
  metadata: { name: 'policies' },
  spec: { receiver: 'all', routes: [{ matchers: [`team="${team}"`], receiver: 'payments' }] },
});

test('a tree of routes alone, as Grafana keeps it', () => {
  expect(
    compareResources(tree('payments'), tree('core'), sameText).map(({ subject, text }) => `${subject}: ${text}`),
  ).toEqual(['route `team="core"`: added: to payments', 'route `team="payments"`: removed: to payments']);
});
