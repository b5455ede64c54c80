import type { Resource } from '@binnacle/model';
import { expect, it } from 'vitest';
import { sampleSamples } from '../../data/sample-samples.ts';
import { ENVIRONMENT, NOON, shop } from '../../fixtures/shop.ts';
import { answerApi } from '../../prometheus/api.ts';

/** A classic dashboard with one panel for each query. */
function dashboard(queries: readonly string[], variables: readonly object[] = []): Resource {
  const panels = queries.map((expr, id) => ({
    id,
    type: 'timeseries',
    title: `${id}`,
    targets: [{ refId: 'A', expr }],
  }));
  const spec = { title: 'Beside', schemaVersion: 42, panels, templating: { list: variables } };
  return { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', metadata: { name: 'beside' }, spec };
}

function answers(beside: readonly Resource[], resources: readonly Resource[] = []) {
  const all = [...resources, ...beside];
  const samples = sampleSamples({
    resources: all,
    beside,
    environment: ENVIRONMENT,
    seed: 1,
    incidents: [],
    now: () => NOON,
  });
  return (path: string, parameters: Readonly<Record<string, string>>) => {
    const { body } = answerApi(path, new URLSearchParams(parameters), samples);
    return (typeof body === 'string' ? JSON.parse(body) : JSON.parse(JSON.stringify(body))) as {
      readonly status: string;
      readonly error?: string;
      readonly infos?: readonly string[];
      readonly data?: {
        readonly result: readonly { readonly metric: object; readonly value: readonly [number, string] }[];
      };
    };
  };
}

/** How many series a query finds in what a dashboard of these queries makes up. */
function found(query: string, others: readonly string[] = [], variables: readonly object[] = []): number {
  return answers([dashboard([query, ...others], variables)])('query', { query }).data?.result.length ?? 0;
}

it.each([
  'redis_up',
  'sum by (cmd) (rate(redis_commands_total{job="integrations/redis"}[5m]))',
  'histogram_quantile(0.9, sum by (le, method) (rate(http_request_duration_seconds_bucket{code=~"5..", method!="GET"}[5m])))',
  'rate(request_seconds_sum[5m]) / rate(request_seconds_count[5m])',
  'go_gc_duration_seconds{quantile="0.75"}',
  'kube_pod_info * on (namespace, pod) group_left (node) kube_pod_labels{app=~"shop-.+"}',
  'disk_used_bytes{device!~"loop.*"} / disk_size_bytes',
  'node_cpu_seconds_total{mode="idle"} and on (instance) node_load1 >= 0',
  'kube_pod_status_phase{phase="Running"} == 1',
  'instance:node_cpu:ratio{cluster="eu"} * 100',
  'up{job=~"redis|mysql"}',
])('%s has samples', (query) => {
  expect(found(query)).toBeGreaterThan(0);
});

it('what several queries ask of a metric is there at once', () => {
  const queries = ['jobs{state="failed"}', 'jobs{state="done"}', 'jobs{state=~"new|old", queue="mail"}'];
  for (const query of queries) expect(found(query, queries)).toBeGreaterThan(0);
});

it('values of a custom variable are values of the label', () => {
  const variable = { type: 'custom', name: 'size', query: 'small,large' };
  expect(found('shirts{size="large"}', ['shirts{size="$size"}'], [variable])).toBeGreaterThan(0);
  expect(found('shirts{size="tiny"}', [], [variable])).toBeGreaterThan(0);
});

it('what is joined has one series for each entity', () => {
  const queries = ['sum(kube_node_labels{zone="a"})', 'sum(kube_node_labels{zone="b"})'];
  const join = 'sum by (node) (kube_pod_cpu * on (node) group_left () kube_node_labels)';
  expect(found(join, queries)).toBeGreaterThan(0);
});

it('what no query can find is not there', () => {
  const ask = answers([dashboard(['jobs{state="failed", state="done"}'])]);
  expect(ask('query', { query: 'jobs{state="failed", state="done"}' }).data?.result).toEqual([]);
});

it('says on the panel that it was made up', () => {
  const { infos } = answers([dashboard(['redis_up'])])('query', { query: 'redis_up' });
  expect(infos).toEqual([
    'redis_up is made up from what the dashboards beside the project ask for: no service declares it',
  ]);
});

it('what the project itself reads is not made up, nor what a service declares', () => {
  const own = { ...dashboard(['shop_requets_total']), metadata: { name: 'own' } };
  const ask = answers([dashboard(['shop_requets_total', 'shop_cpu_busy_ratio'])], [shop(), own]);
  expect(ask('query', { query: 'shop_requets_total' }).error).toMatch(
    /^no sample series for shop_requets_total: .*shop_requests_total/,
  );
  const { data, infos } = ask('query', { query: 'shop_cpu_busy_ratio' });
  expect(data?.result[0]?.metric).toMatchObject({ job: 'shop' });
  expect(infos).toBeUndefined();
});

it('a file that is opened beside another changes no sample of it', () => {
  const other = { ...dashboard(['mysql_up', 'sum by (pod) (kube_pod_info)']), metadata: { name: 'other' } };
  const [alone, together] = [answers([dashboard(['redis_up'])]), answers([other, dashboard(['redis_up'])])].map(
    (ask) => ask('query', { query: 'redis_up' }).data,
  );
  expect(together).toEqual(alone);
});
