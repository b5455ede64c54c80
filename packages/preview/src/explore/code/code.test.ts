import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { CONTRACTS } from '../../fixtures/contracts.ts';
import type { PlacedPanel, ScratchDashboard } from '../panel.ts';
import { readQuestion } from '../question.ts';
import { readingsOf } from '../readings.ts';
import { settle } from '../settle.ts';
import { dashboardAsCode, mainService, panelAsCode, panelKeys, queryUnit } from './code.ts';

const placed = (title: string, ...texts: readonly string[]): PlacedPanel => ({
  id: title,
  title,
  size: 'major',
  visualisation: 'timeseries',
  service: 'shop',
  queries: texts.map((text) => ({ text })),
});

/** The expression of a panel with one query. */
function said(query: string): string {
  const copied = panelAsCode(placed('Panel', query), CONTRACTS);
  const flat = 'code' in copied ? copied.code.replaceAll(/\s+/g, ' ') : copied.problem;
  return /queries: \[ ?query\( ?(.*?),? ?\),? ?\]/.exec(flat)?.[1]?.replaceAll('shop.metrics.', 'm.') ?? flat;
}

describe('an expression', () => {
  it.each([
    ['rate(shop_requests_total[$__rate_interval])', 'rate(m.requests)'],
    ['sum by (code) (rate(shop_requests_total[5m]))', "sum(rate(m.requests, '5m'), { by: ['code'] })"],
    ['sum without (code) (rate(shop_requests_total[5m]))', "sum(rate(m.requests, '5m'), { without: ['code'] })"],
    ['rate(shop_requests_total{code="5xx"}[$__range])', "rate(m.requests.where({ code: '5xx' }), '$__range')"],
    ['rate(shop_requests_total{code=~"5.."}[1h])', "rate(m.requests.where({ code: regex('5..') }), '1h')"],
    ['rate(shop_requests_total{code!~"4xx|5xx"}[1h])', "rate(m.requests.where({ code: noneOf('4xx', '5xx') }), '1h')"],
    ['shop_disk_free_bytes offset 1d', "m.diskFreeBytes.offset('1d')"],
    ['shop_disk_free_bytes / shop_disk_size_bytes', 'm.diskFreeBytes.div(m.diskSizeBytes)'],
    ['1 - shop_cpu_busy_ratio', 'number(1).sub(m.cpuBusyRatio)'],
    ['(shop_disk_free_bytes)', 'm.diskFreeBytes'],
    ['time() - shop_start_time_seconds', 'time().sub(m.startTimeSeconds)'],
    ['count by (version) (shop_build_info)', "count(shop.metrics['build-info'], { by: ['version'] })"],
    [
      'histogram_quantile(0.9, sum by (le, job) (rate(shop_request_duration_seconds_bucket[5m])))',
      "m.duration.quantile(0.9, { by: ['job'], window: '5m' })",
    ],
    [
      'histogram_quantile(0.9, sum by (job, le) (rate(shop_request_duration_seconds_bucket[5m])))',
      "histogramQuantile(0.9, sum(rate(m.duration.bucket, '5m'), { by: ['job', 'le'] }))",
    ],
    ['sum(rate(shop_request_duration_seconds_count[$__rate_interval]))', 'm.duration.rate()'],
    [
      'sum(rate(shop_job_duration_seconds_sum{job="a"}[1h])) / sum(rate(shop_job_duration_seconds_count{job="a"}[1h]))',
      "m.jobDuration.where({ job: 'a' }).mean({ window: '1h' })",
    ],
    ['histogram_avg(sum(rate(shop_query_duration_seconds[1h])))', "m.queryDuration.mean({ window: '1h' })"],
    ['shop_job_duration_seconds{quantile="0.99"}', 'm.jobDuration.quantile(0.99)'],
    ['shop_job_duration_seconds{quantile="0.9"}', "m.jobDuration.quantiles.where({ quantile: '0.9' })"],
  ])('%s', (query, code) => {
    expect(said(query)).toBe(code.replaceAll('shop.metrics[', 'shop.metrics['));
  });
});

describe('what the compiler would not take is raw PromQL', () => {
  it.each([
    ['a raw counter', 'shop_requests_total', 'promql`${m.requests}`'],
    [
      'a value that a contract does not list',
      'rate(shop_requests_total{code="499"}[5m])',
      'promql`rate(shop_requests_total{code="499"}[5m])`',
    ],
    [
      'a label that a metric does not have',
      'sum by (pod) (shop_disk_free_bytes)',
      'promql`sum by (pod) (${m.diskFreeBytes})`',
    ],
    [
      'unlike units',
      'shop_disk_free_bytes + shop_start_time_seconds',
      'promql`${m.diskFreeBytes} + ${m.startTimeSeconds}`',
    ],
    ['the rate of a gauge', 'rate(shop_disk_free_bytes[5m])', 'promql`rate(${m.diskFreeBytes}[5m])`'],
    ['a metric that no service declares', 'sum(others)', 'promql`sum(others)`'],
    [
      'a function that has no typed form here',
      'absent(shop_disk_free_bytes{job="a"})',
      "promql`absent(${m.diskFreeBytes.where({ job: 'a' })})`",
    ],
    ['what ends a template', 'sum(others{a="`${b}"})', 'promql`sum(others{a="\\`\\${b}"})`'],
  ])('%s', (_, query, code) => {
    expect(said(query)).toBe(code);
  });

  it('and a query with errors is none', () => {
    expect(panelAsCode(placed('Panel', 'sum('), CONTRACTS)).toEqual({
      problem: 'The query has errors in it; correct it to copy it as TypeScript.',
    });
  });
});

const scratch = (...panels: readonly PlacedPanel[]): ScratchDashboard => ({ title: "Shop's", purpose: 'Why?', panels });

describe('a dashboard', () => {
  it('is the file that defines it', () => {
    const hero = { ...placed('Orders', 'sum(rate(shop_requests_total[5m]))'), size: 'hero' as const };
    const stat = { ...placed('Orders', 'sum(others)'), size: 'minor' as const, visualisation: 'stat' as const };
    expect(dashboardAsCode(scratch(hero, stat), CONTRACTS)).toEqual({
      code: `import { dashboard, hero, minor, promql, query, rate, stat, sum, timeseries } from '@binnacle/builders';
import { shop } from '../services/shop.ts';

export default dashboard(shop, "Shop's", { purpose: 'Why?' }, [
  hero(timeseries('Orders', { queries: [query(sum(rate(shop.metrics.requests, '5m')))] })),
  minor(stat('Orders', { id: 'orders-2', queries: [query(promql\`sum(others)\`)] })),
]);
`,
    });
  });

  it('needs a service that can be imported, and queries without errors', () => {
    const bare = CONTRACTS.map(({ service, metric }) => ({
      service,
      metric,
      seriesPerInstance: 1,
      readers: [],
      findings: [],
    }));
    expect(dashboardAsCode(scratch(placed('A', 'up')), bare)).toEqual({
      problem: 'shop is not exported by a TypeScript file, so that no definition can import it.',
    });
    expect(dashboardAsCode(scratch(placed('A', 'up)')), CONTRACTS)).toEqual({
      problem: 'A query of “A” has errors in it; correct or remove it.',
    });
    expect(dashboardAsCode(scratch(), CONTRACTS)).toHaveProperty('problem');
  });

  it('is of the service that most of its panels are of', () => {
    const other = { ...placed('B', 'up'), service: 'db' };
    expect(mainService(scratch(other, placed('A', 'up'), placed('C', 'up')))).toBe('shop');
    expect(mainService(scratch(other, placed('A', 'up')))).toBe('db');
  });

  it('is laid out as Prettier does it', async () => {
    const panels = CONTRACTS.flatMap((contract) =>
      readingsOf(contract.metric).flatMap(({ id }) =>
        ['', 'by=instance&by=job&where=job%3Da-rather-long-name&where=instance%3D~another-long-value.*'].map(
          (more, i) => {
            const { panel } = settle(readQuestion(new URLSearchParams(`read=${id}&${more}`)), contract);
            return {
              ...panel,
              id: `${contract.metric.name} ${id} ${i}`,
              size: i === 0 ? ('major' as const) : ('hero' as const),
            };
          },
        ),
      ),
    );
    const copied = dashboardAsCode(scratch(...panels), CONTRACTS);
    const code = 'code' in copied ? copied.code : '';
    const config = await resolveConfig(import.meta.filename);
    expect(code).toBe(await format(code, { ...config, parser: 'typescript' }));
  });
});

it('titles that builders cannot tell apart get ids', () => {
  const keys = panelKeys(['A b', 'a-b', 'A-B 2', 'Ä b', '日本', '日本'].map((title) => ({ title })));
  expect(keys).toEqual([undefined, 'a-b-3', undefined, 'a-b-4', undefined, '日本-2']);
});

it('the unit of a query is known as far as it is typed', () => {
  expect(queryUnit('sum(rate(shop_requests_total[5m]))', CONTRACTS)).toBe('requests/second');
  expect(queryUnit('sum(others)', CONTRACTS)).toBeUndefined();
  expect(queryUnit('1 + 1', CONTRACTS)).toBeUndefined();
});
