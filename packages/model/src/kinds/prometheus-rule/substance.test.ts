import { expect, test } from 'vitest';
import { checksum } from '../../plan/substance.ts';
import type { Resource } from '../../resource.ts';

const rule = (over: object, group: object = {}): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'a' },
  spec: { groups: [{ name: 'g', interval: '1m', ...group, rules: [{ alert: 'Down', expr: 'up == 0', ...over }] }] },
});
const plain = checksum(rule({}));

test.each<[string, object, object?]>([
  ['an interval in seconds', {}, { interval: '60s' }],
  ['a zero for', { for: '0s' }],
  ['empty labels and annotations', { labels: {}, annotations: {} }, { labels: {} }],
  ['an expression with a line end', { expr: 'up == 0\n' }],
  ['no limit', {}, { limit: 0 }],
])('%s changes nothing', (_, over, group) => {
  expect(checksum(rule(over, group))).toBe(plain);
});

test.each<[string, object, object?]>([
  ['another interval', {}, { interval: '61s' }],
  ['a for', { for: '1m' }],
  ['a label', { labels: { a: '' } }],
  ['an offset of zero, which overrides the server’s', {}, { query_offset: '0s' }],
  ['another expression', { expr: 'up  == 0' }],
  ['a field nobody knows', { color: 'red' }],
])('%s changes what the rule means', (_, over, group) => {
  expect(checksum(rule(over, group))).not.toBe(plain);
});

test('what is no rule file at all can still be compared', () => {
  for (const spec of [{}, { groups: 'x' }, { groups: [1, { name: 'g', rules: [null] }] }]) {
    expect(checksum({ ...rule({}), spec })).not.toBe(plain);
  }
});
