import { SERVICE_LABEL, TEAM_LABEL } from '@binnacle/model';
import { expect, test } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { oneOf } from '../metrics/label.ts';
import { sum } from '../query/aggregate.ts';
import { promql } from '../query/promql.ts';
import { rate } from '../query/rate.ts';
import { service } from '../service/service.ts';
import { alert } from './alert.ts';
import { group } from './group.ts';
import { record } from './record.ts';
import { rules } from './rules.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests answered.',
  unit: 'requests',
  labels: { code: oneOf('200', '500') },
});
const shop = service('shop', {
  title: 'Shop',
  description: 'Sells.',
  owner: 'retail',
  tier: 2,
  kind: 'online-serving',
  links: { runbook: 'https://runbooks.example.com/shop' },
});
const busy = alert('ShopBusy', {
  expr: sum(rate(requests), { by: ['code'] }).gt(100),
  for: '5m',
  keepFiringFor: '10m',
  severity: 'page',
  summary: ({ label, value }) => `${value.humanize} requests a second with ${label('code')}`,
});

test('an alert is stamped with its service', () => {
  expect(rules(shop, [group('shop.alerts', [busy])]).spec.groups).toEqual([
    {
      name: 'shop.alerts',
      rules: [
        {
          alert: 'ShopBusy',
          expr: 'sum by (code) (rate(shop_requests_total[5m])) > 100',
          for: '5m',
          keep_firing_for: '10m',
          labels: { service: 'shop', team: 'retail', tier: '2', severity: 'page' },
          annotations: {
            runbook_url: 'https://runbooks.example.com/shop',
            summary: '{{ $value | humanize }} requests a second with {{ $labels.code }}',
          },
        },
      ],
    },
  ]);
});

test('an alert may have a runbook, dashboard and annotations of its own', () => {
  const own = alert('ShopBusy', {
    expr: sum(rate(requests)).gt(100),
    severity: 'info',
    labels: { division: 'eu' },
    summary: 'Busy',
    description: 'Very.',
    runbook: 'https://r',
    dashboard: 'https://d',
    annotations: { slack: '#shop' },
  });
  const [rule] = rules(shop, [group('shop.alerts', [own])]).spec.groups[0]?.rules ?? [];
  expect(rule).toMatchObject({
    labels: { service: 'shop', team: 'retail', tier: '2', severity: 'info', division: 'eu' },
    annotations: {
      summary: 'Busy',
      description: 'Very.',
      runbook_url: 'https://r',
      dashboard_url: 'https://d',
      slack: '#shop',
    },
  });
});

test.each([
  ['critical', "write 'page' to wake someone now, 'ticket' for working hours, or 'info' to tell nobody"],
  ['pgae', "did you mean 'page'?"],
  [undefined, "write 'page' to wake someone now, 'ticket' for working hours, or 'info' to tell nobody"],
])('an alert has one of three severities, not %s', (severity, fix) => {
  const options: object = { expr: sum(rate(requests)).gt(100), severity, summary: 'Busy' };
  expect(thrownBy(() => Reflect.apply(alert, undefined, ['ShopBusy', options]))).toMatchObject({
    message: `severity '${String(severity)}' of alert ShopBusy is none of page, ticket, info`,
    at: { fix },
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test('a record has a name made from its expression', () => {
  const recorded = record(sum(rate(requests), { by: ['code'] }));
  expect(rules(shop, [group('shop.records', [recorded])]).spec.groups[0]?.rules).toEqual([
    { record: 'code:shop_requests:rate5m', expr: 'sum by (code) (rate(shop_requests_total[5m]))' },
  ]);
  expect(
    rules(shop, [group('x', [record(recorded.metric, { name: 'a:b:c', labels: { d: 'e' } })])]).spec.groups[0]?.rules,
  ).toEqual([{ record: 'a:b:c', expr: 'code:shop_requests:rate5m', labels: { d: 'e' } }]);
});

test('labels of a group are written on its rules, whose own win', () => {
  const recorded = record(sum(rate(requests)), { labels: { source: 'own' } });
  const [made] = rules(shop, [group('g', { labels: { source: 'group', plane: 'blue' } }, [recorded, busy])]).spec
    .groups;
  expect(made).not.toHaveProperty('labels');
  expect(made?.rules.map((rule) => rule.labels)).toEqual([
    { source: 'own', plane: 'blue' },
    { service: 'shop', team: 'retail', tier: '2', source: 'group', plane: 'blue', severity: 'page' },
  ]);
});

test('interval, limit and query offset of a group', () => {
  const made = rules(shop, [group('g', { interval: '1m', limit: 10, queryOffset: '30s' }, [busy])]);
  expect(made.spec.groups[0]).toMatchObject({ interval: '1m', limit: 10, query_offset: '30s' });
});

test('the resource is named after its service', () => {
  expect(rules(shop, []).metadata).toEqual({
    name: 'shop',
    labels: { [SERVICE_LABEL]: 'shop', [TEAM_LABEL]: 'retail' },
  });
  expect(rules(shop, [], { name: 'slow' }).metadata.name).toBe('shop-slow');
});

test('groups and rules know the line that wrote them', () => {
  const { source } = rules(shop, [group('g', [busy])]);
  expect(source?.origin.file).toMatch(/rules\.test\.ts$/);
  expect(source?.parts?.['/spec/groups/0/rules/0']).toEqual(busy.origin);
  expect(source?.parts?.['/spec/groups/0']?.line).toBe(source?.origin.line);
});

test.each(['', '5', '1m1h', '5 m', '1.5h', '-5m', '$__interval'])('"%s" is no duration', (text) => {
  const options = { expr: sum(rate(requests)).gt(1), severity: 'info', summary: 'x' } as const;
  expect(() => alert('A', { ...options, for: text })).toThrow(`for of A: "${text}" is not a duration`);
});

test.each(['5m', '0s', '1h30m', '1d', '500ms'])('"%s" is a duration', (text) => {
  expect(group('g', { interval: text }, []).options.interval).toBe(text);
});

test('raw text of a rule is where it was written', () => {
  const text = promql`sum(up`;
  const whole = alert('Whole', { expr: text, severity: 'info', summary: 'x' });
  const part = alert('Part', { expr: text.gt(1), severity: 'info', summary: 'x' });
  const { parts = {} } = rules(shop, [group('g', [whole, part, busy])]).source ?? {};
  const lineOf = (path: string) => parts[`/spec/groups/0/rules/${path}`]?.line ?? 0;
  expect(lineOf('0/expr')).toBeGreaterThan(0);
  expect(lineOf('0/expr')).toBeLessThan(lineOf('0'));
  expect(lineOf('1/expr')).toBe(lineOf('0/expr'));
  expect(parts).not.toHaveProperty(['/spec/groups/0/rules/2/expr']);
});
