import type { Resource, RuleGroup } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { production } from '../../../fixtures/environment.ts';
import { connectTo } from '../../../fixtures/grafana-server.ts';
import { openGrafana, OWNER } from '../../../fixtures/open-grafana.ts';
import { push } from '../../../fixtures/push.ts';
import { group, rules } from '../../../fixtures/resources.ts';
import { containing, having, matching } from '../../../fixtures/matching.ts';

const checkout = (over: Partial<RuleGroup> = {}): Resource =>
  rules('checkout', [group('checkout', { interval: '1m', ...over })]);

describe('rules', () => {
  test('go into a folder of their own, groups as they are, records as records', async () => {
    const { changes, fake } = await openGrafana({}, { rules: 'provisioning' });
    expect(await changes(checkout())).toEqual([
      'Folder/rules-shop create',
      'PrometheusRule/rules-shop/checkout create',
    ]);
    const stored = [...fake.organisation().rules.values()].map(({ rule }) => rule);
    expect(stored).toMatchObject([
      {
        title: 'CheckoutDown',
        for: '5m',
        condition: 'B',
        noDataState: 'OK',
        labels: { severity: 'page' },
        provenance: 'api',
        data: [
          { refId: 'A', datasourceUid: 'prom-1', model: { instant: true } },
          { refId: 'B', datasourceUid: '__expr__' },
        ],
      },
      {
        title: matching(/^job:up:sum \([0-9a-f]{8}\)$/),
        record: { metric: 'job:up:sum', target_datasource_uid: 'prom-1' },
      },
    ]);
  });

  test.each(['provisioning', 'convert'] as const)(
    '%s: an unchanged group is not written, and nothing is ever tried',
    async (mode) => {
      const { changes, asked } = await openGrafana({}, { rules: mode });
      const two = rules('checkout', [
        group('a', { interval: '1m' }),
        group('b', { interval: '1m', rules: [{ alert: 'B', expr: 'up == 0' }] }),
      ]);
      await changes(two);
      const writes = /^(PUT|POST|DELETE) \/api\//;
      expect(asked(writes)).toHaveLength(2);
      const next = rules('checkout', [
        two.spec.groups[0] ?? group('a'),
        group('b', { interval: '1m', rules: [{ alert: 'B', expr: 'up == 1' }] }),
      ]);
      expect(await changes(next)).toEqual(['PrometheusRule/rules-shop/b update']);
      expect(asked(writes)).toHaveLength(3);
      expect(asked(/dryRun.*/).filter((one) => one.includes(' /api/'))).toEqual([]);
    },
  );

  test('an edit that no Prometheus rule can say is drift all the same', async () => {
    const { changes, fake } = await openGrafana({}, { rules: 'provisioning' });
    await changes(checkout());
    const { rules: stored } = fake.organisation();
    for (const [uid, one] of stored) stored.set(uid, { ...one, rule: { ...one.rule, isPaused: true } });
    expect(await changes(checkout())).toEqual(['PrometheusRule/rules-shop/checkout drifted']);
  });

  test('stay editable where the settings say so; a change of that is a conflict, whatever its status', async () => {
    const { changes, fake } = await openGrafana({}, { rules: 'provisioning', allowEdits: true });
    await changes(checkout());
    expect([...fake.organisation().rules.values()].map(({ provenance }) => provenance)).toEqual(['', '']);
    const locked = await connectTo({ url: fake.url, token: 'test-token' }, OWNER.project, { rules: 'provisioning' });
    const { failures } = await push(locked, [checkout({ interval: '2m' })], OWNER);
    await locked.close();
    expect(failures).toEqual([
      having({
        refusal: 'conflict',
        message: "cannot change provenance from '' to 'api'",
        fix: containing('allowEdits'),
      }),
    ]);
  });

  test('recording rules where Grafana has them turned off: its words', async () => {
    const { connection } = await openGrafana({ recordingRules: false }, { rules: 'convert' });
    expect((await push(connection, [checkout()], OWNER)).failures).toEqual([
      having({ message: 'Cannot import recording rules: Feature not enabled.' }),
    ]);
  });

  test.each(['provisioning', 'convert'] as const)(
    '%s: rules of Loki ask Loki, which the environment has to name',
    async (mode) => {
      const spec = {
        groups: [
          group('logs', { interval: '1m', rules: [{ alert: 'Errors', expr: 'count_over_time({a="b"}[5m]) > 0' }] }),
        ],
      };
      const metadata = { name: 'logs', annotations: { 'binnacle.dev/query-language': 'logql' } };
      const logs: Resource = { ...rules('logs'), metadata, spec };
      const { connection, fake } = await openGrafana({}, { rules: mode });
      expect(connection.desired([logs]).diagnostics).toMatchObject([
        { severity: 'error', message: containing('no default of type loki') },
      ]);
      const datasources = { ...production.datasources, logs: { uid: 'loki-1', type: 'loki', default: true } };
      const both = await connectTo(
        { url: fake.url, token: 'test-token' },
        OWNER.project,
        { rules: mode },
        { environment: { ...production, datasources } },
      );
      expect((await push(both, [logs], OWNER)).failures).toEqual([]);
      expect((await push(both, [logs], OWNER)).changes).toEqual([]);
      await both.close();
      expect([...fake.organisation().rules.values()].map(({ rule }) => rule['data'])).toMatchObject([
        [{ datasourceUid: 'loki-1' }, ...(mode === 'convert' ? [] : [{}])],
      ]);
    },
  );

  test('are not written unless asked for', async () => {
    const { connection } = await openGrafana();
    expect(connection.desired([checkout()]).resources).toEqual([]);
  });
});
