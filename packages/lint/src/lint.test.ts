import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricSpec, MetricType, Origin, Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environment, exposing, metric, panel, rules, service } from './fixtures/resources.ts';
import { lint } from './lint.ts';
import { RULES } from './rules/index.ts';

const ENVIRONMENTS = [environment('production', '3.5')];

test('findings come in one order, whatever the order of the resources', () => {
  const resources = [
    panel('sum(', 'rate(up)'),
    rules({ alert: 'A', expr: 'up ==' }),
    service('b', { links: [] }),
    service('a', { links: [], metrics: [metric({ name: 'a_total' })] }),
  ];
  const found = lint(resources, ENVIRONMENTS);
  expect(found.map(({ rule, resource, path }) => `${resource}${path} ${rule}`)).toEqual([
    'Dashboard/shop/spec/elements/panel/spec/data/spec/queries/0/spec/query/spec/expr promql/syntax',
    'Dashboard/shop/spec/elements/panel/spec/data/spec/queries/1/spec/query/spec/expr promql/syntax',
    'PrometheusRule/shop/spec/groups/0/rules/0/expr promql/syntax',
    'Service/a/spec/links services/runbook',
    'Service/a/spec/metrics/0 metrics/prefix',
    'Service/a/spec/metrics/0 metrics/total-suffix',
    'Service/b/spec/links services/runbook',
  ]);
  expect(lint(resources.toReversed(), ENVIRONMENTS)).toEqual(found);
});

function at(line: number): Origin {
  return { file: 'shop.ts', line, column: 1 };
}

test('a finding points at the nearest part whose origin is known', () => {
  const source = { origin: at(1), parts: { '/spec/groups/0/rules/1': at(7) } };
  const resource = { ...rules({ alert: 'A', expr: 'up ==' }, { alert: 'B', expr: 'up ==' }), source };
  expect(lint([resource], ENVIRONMENTS).map(({ origin }) => origin?.line)).toEqual([1, 7]);
});

test('resources that are not what their kind says are left to validate', () => {
  const specs: unknown[] = [null, 'text', 42, [], {}, { groups: 1, panels: 'x', elements: [], metrics: {} }];
  const nested = [
    { groups: [null, { rules: [null, 1, { alert: 1 }, { alert: 'A', expr: 1 }, { record: 'a', expr: 'up' }] }] },
    {
      elements: { a: null, b: { spec: { data: { spec: { queries: [null, { spec: { query: 1 } }] } } } } },
      variables: [1],
    },
    { panels: [null, { targets: [null, { expr: 1 }] }], templating: { list: [null, { type: 'query', query: 3 }] } },
    {
      metrics: [
        null,
        { name: 1 },
        { name: 'a_b', labels: [null] },
        { name: 'a_b', labels: [{ name: 'x', domain: {} }] },
      ],
    },
    {
      metrics: [{ name: 'a_b' }],
      parts: [null, { archetype: 'batch', roles: 1, missing: 3 }],
      links: null,
      owner: null,
    },
  ];
  for (const kind of ['Dashboard', 'PrometheusRule', 'Service']) {
    for (const spec of [...specs, ...nested]) {
      const resource: Resource = { apiVersion: 'x', kind, metadata: { name: 'x' }, spec };
      expect(() => lint([resource], ENVIRONMENTS)).not.toThrow();
    }
  }
});

/** Contracts that differ in what promtool looks at too. */
const NAMES: readonly (readonly [string, MetricType])[] = [
  ...['a_requests', 'a_requests_total', 'a_seconds_total', 'a_counter_total', 'aRequests_total'].map(
    (name) => [name, 'counter'] as const,
  ),
  ...['a_temp_celsius', 'a_temp_fahrenheit', 'a_size_kb', 'a_size_kilobytes', 'a_size_bytes', 'a_wait_ms'].map(
    (name) => [name, 'gauge'] as const,
  ),
  ...[
    'a_wait_s',
    'a_wait_milliseconds',
    'a_gauge',
    'a_gauge_bytes',
    'a_things_total',
    'a_things_count',
    'a_things_sum',
  ].map((name) => [name, 'gauge'] as const),
  ...[
    'a_things_bucket',
    'a:things',
    'a_queueSize',
    'a_length_miles',
    'a_hours',
    'a_power_volts',
    'a_weight_ounces',
  ].map((name) => [name, 'gauge'] as const),
  ...['a_duration_seconds', 'a_duration_minutes', 'a_histogram_seconds', 'a_size_bytes_total'].map(
    (name) => [name, 'histogram'] as const,
  ),
  ...['a_summary_seconds', 'a_pause_seconds', 'a_pause_us'].map((name) => [name, 'summary'] as const),
];
const SHARED = ['base-unit', 'characters', 'help', 'reserved-suffix', 'total-suffix', 'type-in-name'].map(
  (id) => `metrics/${id}`,
);

function exposition({ name, type, help }: MetricSpec): string {
  const samples = {
    histogram: `${name}_bucket{le="+Inf"} 1\n${name}_sum 1\n${name}_count 1`,
    summary: `${name}{quantile="0.5"} 1\n${name}_sum 1\n${name}_count 1`,
  };
  const sample = type === 'histogram' || type === 'summary' ? samples[type] : `${name} 1`;
  return `${help === '' ? '' : `# HELP ${name} ${help}\n`}# TYPE ${name} ${type}\n${sample}\n`;
}

const promtool = spawnSync('promtool', ['--version']).status === 0;

describe.skipIf(!promtool && process.env['CI'] === undefined)(
  `against promtool${promtool ? '' : ' (not installed)'}`,
  () => {
    test.each(NAMES)('%s, a %s', (name, type) => {
      const contract = metric({ name, type, buckets: [1] });
      const rulesShared = RULES.filter(({ id }) => SHARED.includes(id));
      const ours = lint([exposing(contract)], [], rulesShared).length > 0;
      const { status } = spawnSync('promtool', ['check', 'metrics'], { input: exposition(contract) });
      expect({ name, flagged: ours }).toEqual({ name, flagged: status === 3 });
    });

    test('a metric without help', () => {
      const contract = metric({ name: 'a_things', help: '' });
      expect(spawnSync('promtool', ['check', 'metrics'], { input: exposition(contract) }).status).toBe(3);
      expect(lint([exposing(contract)], []).map(({ rule }) => rule)).toEqual(['metrics/help']);
    });
  },
);

const MIXINS = join(import.meta.dirname, '../../../../shared/corpus/mixins');

describe.skipIf(!existsSync(MIXINS))(
  `real dashboards and alerts${existsSync(MIXINS) ? '' : ' (corpus not found)'}`,
  () => {
    test('every dashboard of the mixins is read, and only queries that cannot work are found', () => {
      const dashboards = readdirSync(MIXINS, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .toSorted()
        .map((file): Resource => ({
          apiVersion: 'dashboard.grafana.app/v1',
          kind: 'Dashboard',
          metadata: { name: file },
          spec: JSON.parse(readFileSync(join(MIXINS, file), 'utf8')),
        }));
      expect(dashboards.length).toBeGreaterThan(100);
      expect(lint(dashboards, []).map(({ resource, message }) => `${resource}: ${message}`)).toEqual([
        'Dashboard/cert-manager/dashboards/cert-manager-overview.json: Grafana cannot read this use of label_values',
      ]);
    });

    test('alerts of the mixins use labels they cannot have where a person can see that they cannot', () => {
      const alerts = readdirSync(MIXINS)
        .filter((mixin) => existsSync(join(MIXINS, mixin, 'alerts.yaml')))
        .map((mixin): Resource => {
          const spec: unknown = parse(readFileSync(join(MIXINS, mixin, 'alerts.yaml'), 'utf8'));
          return { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: mixin }, spec };
        });
      expect(alerts.length).toBeGreaterThan(20);
      // Each was looked at: the aggregation named last takes the label away.
      expect(lint(alerts, []).map(({ subject, message }) => `${subject}: ${message}`)).toEqual([
        'HarborHighErrorRate: label instance is always empty here: sum without "by" removes that label',
        'JaegerCassandraWritesFailing: label operation is always empty here: sum by (instance, job, namespace) removes that label',
        'JaegerCassandraReadsFailing: label operation is always empty here: sum by (instance, job, namespace) removes that label',
        'JaegerCollectorPersistenceSlow: label job is always empty here: sum by (le) removes that label',
        'JaegerCollectorPersistenceSlow: label instance is always empty here: sum by (le) removes that label',
        'JaegerQueryReqsFailing: label operation is always empty here: sum by (instance, job, namespace) removes that label',
        'VeleroHighBackupDuration: label instance is always empty here: sum by (le, schedule) removes that label',
      ]);
    });
  },
);
