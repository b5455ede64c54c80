import { expect, test } from 'vitest';
import { compareResources } from '../../../diff/compare.ts';
import { sameText } from '../../../diff/difference.ts';
import type { Resource } from '../../../resource.ts';
import type { AlertRule, RecordingRule, RuleGroup } from '../spec.ts';

type Rule = AlertRule | RecordingRule;

const errors: AlertRule = {
  alert: 'HighErrorRate',
  expr: 'errors > 0.05',
  for: '5m',
  labels: { severity: 'page', team: 'shop' },
  annotations: { summary: 'Errors', runbook_url: 'https://a.example' },
};
const record: RecordingRule = { record: 'job:errors:rate5m', expr: 'sum by (job) (rate(errors[5m]))' };

const resource = (...groups: readonly RuleGroup[]): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'checkout' },
  spec: { groups },
});
const group = (rules: readonly Rule[], name = 'alerts', settings: Partial<RuleGroup> = {}): RuleGroup => ({
  name,
  ...settings,
  rules,
});

/** Queries compared as the parser would, for the two texts of these cases. */
const queries: typeof sameText = (before, after) => {
  const [head, ...tail] = before.split(' > ');
  const [newHead, ...newTail] = after.split(' > ');
  if (head !== newHead || tail.length !== 1 || newTail.length !== 1) return sameText(before, after);
  return tail[0] === newTail[0] ? undefined : [{ before: `> ${tail[0]}`, after: `> ${newTail[0]}` }];
};

/** What changed, as a reader sees it. */
function drawn(before: Resource, after: Resource): string[] {
  return compareResources(before, after, queries).map(
    ({ subject, text, consequence, reach }) =>
      `${reach}: ${subject ?? ''}: ${text}${consequence === undefined ? '' : `; ${consequence}`}`,
  );
}
const rule = (before: Rule, after: Rule): string[] => drawn(resource(group([before])), resource(group([after])));

test('the same rules have no differences', () => {
  expect(rule(errors, { ...errors, labels: { team: 'shop', severity: 'page' } })).toEqual([]);
});

test.each<[string, Partial<AlertRule>, string[]]>([
  [
    'severity',
    { labels: { severity: 'ticket', team: 'shop' } },
    ['pager: alert HighErrorRate: severity page → ticket; no longer pages; its state will reset'],
  ],
  [
    'another label',
    { labels: { severity: 'page', team: 'core' } },
    ['pager: alert HighErrorRate: label team shop → core; its state will reset'],
  ],
  ['name', { alert: 'ErrorsHigh' }, ['pager: alert ErrorsHigh: renamed from HighErrorRate; its state will reset']],
  ['longer for', { for: '10m' }, ['pager: alert HighErrorRate: for 5m → 10m; pages 5 minutes later']],
  ['shorter for', { for: '90s' }, ['pager: alert HighErrorRate: for 5m → 90s; pages 210 seconds sooner']],
  ['the same for', { for: '300s' }, []],
  [
    'keep firing',
    { keep_firing_for: '1h' },
    ['pager: alert HighErrorRate: keep_firing_for added: 1h; resolves 1 hour later'],
  ],
  ['higher threshold', { expr: 'errors > 0.1' }, ['pager: alert HighErrorRate: threshold 0.05 → 0.1; pages later']],
  ['lower threshold', { expr: 'errors > 0.01' }, ['pager: alert HighErrorRate: threshold 0.05 → 0.01; pages sooner']],
  [
    'runbook',
    { annotations: { summary: 'Errors', runbook_url: 'https://b.example' } },
    ['appearance: alert HighErrorRate: runbook https://a.example → https://b.example'],
  ],
])('an alert: %s', (_what, change, expected) => {
  expect(rule(errors, { ...errors, ...change })).toEqual(expected);
});

test('an alert that does not page does not reach the pager', () => {
  const ticket = { ...errors, labels: { severity: 'ticket' } };
  expect(rule(ticket, { ...ticket, for: '10m' })).toEqual([
    'data: alert HighErrorRate: for 5m → 10m; fires 5 minutes later',
  ]);
});

test('a ticket that becomes a page', () => {
  const ticket = { ...errors, labels: { severity: 'ticket' } };
  const [found] = compareResources(
    resource(group([ticket])),
    resource(group([{ ...errors, labels: { severity: 'critical' } }])),
    queries,
  );
  expect(found).toMatchObject({
    path: '/spec/groups/0/rules/0/labels/severity',
    consequence: 'now pages; its state will reset',
    reach: 'pager',
    paging: 'starts',
  });
});

test('alerts that come and go', () => {
  expect(drawn(resource(group([])), resource(group([errors])))).toEqual([
    'pager: alert HighErrorRate: added: severity page, for 5m; can page from now on',
  ]);
  expect(drawn(resource(group([errors])), resource(group([])))).toEqual([
    'pager: alert HighErrorRate: removed; nobody is paged for it any more',
  ]);
});

test('of two alerts of one name each is compared with its own', () => {
  const ticket = { ...errors, expr: 'errors > 0.01', labels: { severity: 'ticket' } };
  expect(
    drawn(
      resource(group([errors, ticket])),
      resource(
        group([
          { ...ticket, for: '1h' },
          { ...errors, for: '2m' },
        ]),
      ),
    ),
  ).toEqual([
    'data: alert HighErrorRate (ticket): for 5m → 1h; fires 55 minutes later',
    'pager: alert HighErrorRate (page): for 5m → 2m; pages 3 minutes sooner',
    'data: group alerts: evaluated in another order: HighErrorRate',
  ]);
});

test('another group resets an alert, another interval does not', () => {
  expect(
    drawn(resource(group([errors]), group([record], 'b')), resource(group([], 'alerts'), group([errors, record], 'b'))),
  ).toEqual(['pager: alert HighErrorRate: moved from group alerts to b; its state will reset']);
  expect(drawn(resource(group([errors])), resource(group([errors], 'alerts', { interval: '1m' })))).toEqual([
    'data: group alerts: interval added: 1m; evaluated every 1m',
  ]);
});

test('records and alerts of a group are in one order', () => {
  const after = [record, { ...errors, for: '1m' }];
  expect(drawn(resource(group([record, errors])), resource(group(after)))).toEqual([
    'pager: alert HighErrorRate: for 5m → 1m; pages 4 minutes sooner',
  ]);
  expect(drawn(resource(group([errors, record])), resource(group([record, errors])))).toEqual([
    'data: group alerts: evaluated in another order: HighErrorRate',
  ]);
});

test('a renamed group is one difference, not one of each of its rules', () => {
  expect(drawn(resource(group([errors, record])), resource(group([errors, record], 'checkout')))).toEqual([
    'data: group checkout: renamed from alerts; the state of its 1 alert will reset',
  ]);
});

test.each<[string, Partial<RecordingRule>, string[]]>([
  [
    'name',
    { record: 'job:failures:rate5m' },
    ['data: record job:failures:rate5m: renamed from job:errors:rate5m; its history starts anew'],
  ],
  [
    'label',
    { labels: { unit: 'x' } },
    ['data: record job:errors:rate5m: label unit added: x; its history starts anew'],
  ],
  [
    'expression',
    { expr: 'sum by (job) (rate(errors[1m]))' },
    [
      'data: record job:errors:rate5m: expression `sum by (job) (rate(errors[5m]))` → `sum by (job) (rate(errors[1m]))`; its history holds what it was before',
    ],
  ],
])('a record: %s', (_what, change, expected) => {
  expect(rule(record, { ...record, ...change })).toEqual(expected);
});

test('records that come and go', () => {
  expect(drawn(resource(group([])), resource(group([record])))).toEqual([
    'data: record job:errors:rate5m: added: `sum by (job) (rate(errors[5m]))`',
  ]);
  expect(drawn(resource(group([record])), resource(group([])))).toEqual(['data: record job:errors:rate5m: removed']);
});

test('labels of the resource itself', () => {
  const [shop, core] = ['shop', 'core'].map((team): Resource => ({
    ...resource(group([errors])),
    metadata: { name: 'checkout', labels: { 'binnacle.dev/team': team } },
  }));
  expect(shop && core && drawn(shop, core)).toEqual(['ownership: : team shop → core']);
});

test('an expression whose series have other labels', () => {
  const relabelling = Object.assign((before: string, after: string) => queries(before, after), {
    hasOtherLabels: (before: string, after: string) => before.includes('job') !== after.includes('job'),
  });
  const compared = (expr: string): string[] =>
    compareResources(resource(group([errors])), resource(group([{ ...errors, expr }])), relabelling).map(
      ({ text, consequence = '' }) => `${text}; ${consequence}`,
    );
  expect(compared('sum by (job) (errors) > 0.05')).toEqual([
    'expression `errors > 0.05` → `sum by (job) (errors) > 0.05`; its series have other labels: its state will reset',
  ]);
  expect(compared('failures > 0.05')).toEqual(['expression `errors > 0.05` → `failures > 0.05`; ']);
});

test('a threshold is told in its unit where that is known', () => {
  const measured = Object.assign((before: string, after: string) => queries(before, after), {
    unitOf: (query: string) => (query.startsWith('errors') ? 'percentunit' : undefined),
  });
  const compared = (before: string, after: string): string[] =>
    compareResources(
      resource(group([{ ...errors, expr: before }])),
      resource(group([{ ...errors, expr: after }])),
      measured,
    ).map(({ text }) => text);
  expect(compared('errors > 0.05', 'errors > 0.02')).toEqual(['threshold 5% → 2%']);
  expect(compared('mails > 0.05', 'mails > 0.02')).toEqual(['threshold 0.05 → 0.02']);
});

const paging = (before: AlertRule, change: Partial<AlertRule>): (string | undefined)[] =>
  compareResources(resource(group([before])), resource(group([{ ...before, ...change }])), queries).map(
    (one) => one.paging,
  );

test('an alert that pages sooner or later than it did', () => {
  expect(paging(errors, { for: '1m', expr: 'errors > 0.01' })).toEqual(['sooner', 'sooner']);
  expect(paging(errors, { for: '1h' })).toEqual(['later']);
  expect(paging(errors, { keep_firing_for: '1h' })).toEqual([undefined]);
  const ticket = { ...errors, labels: { severity: 'ticket' } };
  expect(paging(ticket, { for: '1m' })).toEqual([undefined]);
  expect(paging(ticket, { for: '1m', labels: { severity: 'page' } })).toEqual(['starts', undefined]);
});

const close: typeof sameText = (before, after) => (before === after ? undefined : [{ before: '[5m]', after: '[1m]' }]);

test('a record by another name has no history, whatever else of it changed', () => {
  const both = { record: 'job:failures:rate1m', expr: 'sum by (job) (rate(errors[1m]))' };
  expect(
    compareResources(resource(group([record])), resource(group([both])), close).map(
      ({ text, consequence = '' }) => `${text}; ${consequence}`,
    ),
  ).toEqual(['renamed from job:errors:rate5m; its history starts anew', 'expression `[5m]` → `[1m]`; ']);
});
