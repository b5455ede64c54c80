import { describe, expect, it } from 'vitest';
import { metric } from '../fixtures/shop.ts';
import { contract, CONTRACTS } from '../fixtures/contracts.ts';
import { readQuestion } from './question.ts';
import { contractFor, settle } from './settle.ts';

function settled(name: string, search = '') {
  const own = contractFor(`shop.shop_${name}`, CONTRACTS);
  if (own === undefined) throw new Error(`there is no ${name}`);
  return settle(readQuestion(new URLSearchParams(search)), own, CONTRACTS);
}

const drawn = (name: string, search = '') => {
  const { panel } = settled(name, search);
  return [
    panel.title,
    panel.visualisation,
    panel.unit,
    ...panel.queries.map(({ text, legend }) => `${legend ?? '-'}: ${text}`),
  ];
};

describe('a metric is read by its type', () => {
  it.each([
    [
      'requests_total',
      ['Requests per second', 'timeseries', 'requests/second', '-: sum(rate(shop_requests_total[$__rate_interval]))'],
    ],
    ['disk_free_bytes', ['Disk free', 'timeseries', 'bytes', '-: sum(shop_disk_free_bytes)']],
    ['cpu_busy_ratio', ['Cpu busy', 'timeseries', 'ratio', '-: avg(shop_cpu_busy_ratio)']],
    [
      'start_time_seconds',
      ['Time since start', 'timeseries', 'seconds', '{{instance}}: time() - shop_start_time_seconds'],
    ],
    [
      'request_duration_seconds',
      [
        'Duration',
        'timeseries',
        'seconds',
        ...[0.5, 0.95, 0.99].map(
          (q) =>
            `p${q * 100}: histogram_quantile(${q}, sum by (le) (rate(shop_request_duration_seconds_bucket[$__rate_interval])))`,
        ),
      ],
    ],
    [
      'query_duration_seconds',
      [
        'Query duration',
        'timeseries',
        'seconds',
        ...[0.5, 0.95, 0.99].map(
          (q) => `p${q * 100}: histogram_quantile(${q}, sum(rate(shop_query_duration_seconds[$__rate_interval])))`,
        ),
      ],
    ],
    [
      'job_duration_seconds',
      [
        'Job duration',
        'timeseries',
        'seconds',
        'p50 {{instance}}: shop_job_duration_seconds{quantile="0.5"}',
        'p99 {{instance}}: shop_job_duration_seconds{quantile="0.99"}',
      ],
    ],
    ['build_info', ['Build info by version', 'table', 'series', '-: count by (version) (shop_build_info)']],
  ])('%s', (name, expected) => {
    expect(drawn(name)).toEqual(expected);
  });
});

describe('what is chosen', () => {
  it('splits, filters, aggregates, and takes another window', () => {
    expect(
      drawn(
        'requests_total',
        'agg=max&window=5m&by=method&by=code&where=code%3D~5..&where=method!%3DGET&show=bargauge',
      ),
    ).toEqual([
      'Requests per second by method and code',
      'bargauge',
      'requests/second',
      '{{method}} {{code}}: max by (method, code) (rate(shop_requests_total{code=~"5..",method!="GET"}[5m]))',
    ]);
  });

  it('is as usual where the metric does not offer it', () => {
    expect(
      drawn(
        'requests_total',
        'read=mean&agg=count&window=3m&by=nothing&by=code&by=code&where=nothing%3Dx&show=heatmap',
      ),
    ).toEqual(drawn('requests_total', 'by=code'));
  });

  it('splits no series that are left as they are: those that are split are combined', () => {
    expect(settled('requests_total', 'agg=each&by=code').choice).toMatchObject({ aggregation: 'each', by: [] });
    expect(settled('start_time_seconds', 'by=instance').panel.queries[0]?.text).toBe(
      'max by (instance) (time() - shop_start_time_seconds)',
    );
  });

  it('has other quantiles', () => {
    expect(drawn('request_duration_seconds', 'q=0.9&q=0.1').slice(3)).toEqual([
      'p90: histogram_quantile(0.9, sum by (le) (rate(shop_request_duration_seconds_bucket[$__rate_interval])))',
    ]);
  });

  it('names columns of a table without labels, which are columns of their own', () => {
    expect(drawn('job_duration_seconds', 'show=table').slice(3)).toEqual([
      'p50: shop_job_duration_seconds{quantile="0.5"}',
      'p99: shop_job_duration_seconds{quantile="0.99"}',
    ]);
    expect(drawn('requests_total', 'show=table&by=code')[3]).toMatch(/^-:/);
  });

  it('shows a distribution as nothing but a heatmap, whole', () => {
    expect(drawn('request_duration_seconds', 'read=buckets&by=instance&show=stat')).toEqual([
      'Duration, distribution',
      'heatmap',
      'seconds',
      '-: sum by (le) (rate(shop_request_duration_seconds_bucket[$__rate_interval]))',
    ]);
  });

  it('may have a title of its own', () => {
    expect(drawn('requests_total', 'title=Mine')[0]).toBe('Mine');
  });
});

const edited = (text: string) => drawn('requests_total', `by=code&query=${encodeURIComponent(text)}`);

describe('a query that was edited', () => {
  it('stands for what the choices come to, with the unit that contracts tell', () => {
    expect(edited('sum by (code) (rate(shop_requests_total[1h]))').slice(2)).toEqual([
      'requests/second',
      '{{code}}: sum by (code) (rate(shop_requests_total[1h]))',
    ]);
    expect(edited('shop_disk_free_bytes / shop_disk_size_bytes')[2]).toBe('ratio');
  });

  it('loses a legend of labels that it does not have, and a unit nobody knows', () => {
    expect(edited('sum(rate(shop_requests_total[1h]))')[3]).toMatch(/^-:/);
    expect(edited('sum(').slice(2)).toEqual([undefined, '-: sum(']);
    expect(edited('sum by (code) (rate(others_total[5m]))')[2]).toBeUndefined();
  });
});

it('a summary without quantiles is read by its mean', () => {
  const own = contract(metric({ name: 'shop_size_bytes', type: 'summary', unit: 'bytes' }), 'size');
  expect(settle({ where: [] }, own).panel.queries[0]?.text).toBe(
    'sum(rate(shop_size_bytes_sum[$__rate_interval])) / sum(rate(shop_size_bytes_count[$__rate_interval]))',
  );
});

it('a metric without a service is that of the first service that has it', () => {
  expect(contractFor('shop_requests_total', CONTRACTS)).toBe(CONTRACTS[0]);
  expect(contractFor('db.shop_requests_total', CONTRACTS)).toBeUndefined();
});
