import { describe, expect, it } from 'vitest';
import { ENVIRONMENT, NOON, shop, SHOP_RULES } from '../fixtures/shop.ts';
import { answerApi } from '../prometheus/api.ts';
import type { ActiveIncident, IncidentKind } from '../sample/incident.ts';
import { sampleSamples } from './sample-samples.ts';

const MINUTE = 60_000;

function samples(about: { seed?: number; incidents?: readonly ActiveIncident[]; now?: () => number } = {}) {
  const resources = [shop(), SHOP_RULES];
  return sampleSamples({ resources, environment: ENVIRONMENT, seed: 1, incidents: [], now: () => NOON, ...about });
}

const during = (kind: IncidentKind, minutes = 30): readonly ActiveIncident[] => [
  { service: 'shop', kind, since: NOON - minutes * MINUTE },
];

interface Answer {
  readonly status: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
  readonly data?: {
    readonly result: readonly {
      metric: Record<string, string>;
      value: [number, string];
      values?: [number, string][];
    }[];
  };
}

function ask(query: string, from = samples(), time = NOON): Answer {
  return answerApi('query', new URLSearchParams({ query, time: String(time / 1000) }), from).body as Answer;
}

/** The value of a query with one. */
function value(query: string, from = samples(), time = NOON): number {
  const result = ask(query, from, time).data?.result ?? [];
  expect(result).toHaveLength(1);
  return Number(result[0]?.value[1]);
}

function seriesIn(time: Readonly<Record<string, string>>): unknown {
  return answerApi('series', new URLSearchParams({ 'match[]': 'shop_requests_total', ...time }), samples()).body;
}

describe('sample data', () => {
  it('is the same for the same seed and other for another', () => {
    expect(ask('shop_requests_total')).toEqual(ask('shop_requests_total'));
    expect(value('sum(shop_requests_total)', samples({ seed: 2 }))).not.toBe(value('sum(shop_requests_total)'));
  });

  it('has the series of the contract on three instances, with what the scrape adds', () => {
    const result = ask('shop_requests_total').data?.result ?? [];
    expect(result).toHaveLength(3 * 4 * 2);
    expect(result[0]?.metric).toEqual({
      __name__: 'shop_requests_total',
      code: '2xx',
      instance: 'shop-1:8080',
      job: 'shop',
      method: 'GET',
    });
    expect(value('sum(up)')).toBe(3);
  });

  it.each([10, 25, 24 * 8, 24 * 60])(
    '%d hours ago was scraped as often as now: a rate over a minute has samples',
    (hours) => {
      const then = NOON - hours * 60 * MINUTE;
      expect(value('sum(rate(shop_requests_total[1m]))', samples(), then)).toBeGreaterThan(1);
      expect(value(`sum(rate(shop_requests_total[1m] offset ${hours}h))`)).toBeGreaterThan(1);
    },
  );

  it('now and the week before can be compared in one query', () => {
    const share = value('sum(rate(shop_requests_total[1m])) / sum(rate(shop_requests_total[1m] offset 1w))');
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(5);
  });

  it('a moment of the past has the same value whatever else is read', () => {
    const alone = value('sum(shop_requests_total offset 1w)');
    expect(value('sum(shop_requests_total offset 1w) + 0 * sum(last_over_time(shop_requests_total[1w]))')).toBe(alone);
  });

  it('the series of an hour of yesterday are those of now', () => {
    const end = NOON / 1000 - 86_400;
    expect(seriesIn({ start: String(end - 3600), end: String(end) })).toEqual(seriesIn({}));
  });

  it('few requests fail, and as many are timed as are counted', () => {
    const errors = value('sum(rate(shop_requests_total{code="5xx"}[1h])) / sum(rate(shop_requests_total[1h]))');
    expect(errors).toBeGreaterThan(0.0005);
    expect(errors).toBeLessThan(0.02);
    const both = value('sum(rate(shop_request_duration_seconds_count[1h])) / sum(rate(shop_requests_total[1h]))');
    expect(both).toBeGreaterThan(0.7);
    expect(both).toBeLessThan(1.4);
  });

  it('latency lies within the buckets', () => {
    const quantile = (q: number): number =>
      value(`histogram_quantile(${q}, sum by (le) (rate(shop_request_duration_seconds_bucket[1h])))`);
    expect(quantile(0.5)).toBeGreaterThan(0.02);
    expect(quantile(0.5)).toBeLessThan(quantile(0.99));
    expect(quantile(0.99)).toBeLessThan(1);
    const native = value('histogram_quantile(0.9, sum(rate(shop_query_duration_seconds[1h])))');
    expect(native).toBeGreaterThan(0.02);
    expect(native).toBeLessThan(0.3);
    expect(value('max(shop_job_duration_seconds{quantile="0.99"})')).toBeGreaterThan(
      value('max(shop_job_duration_seconds{quantile="0.5"})'),
    );
  });

  it('gauges keep to what their unit can be', () => {
    expect(value('min(shop_disk_size_bytes - shop_disk_free_bytes > bool 0)')).toBe(1);
    expect(value('max(shop_disk_free_bytes / shop_disk_size_bytes)')).toBeLessThan(0.8);
    expect(value('max(max_over_time(shop_cpu_busy_ratio[6h]))')).toBeLessThan(1);
    expect(value('min(time() - shop_start_time_seconds)')).toBeGreaterThan(0);
    expect(value('sum(shop_build_info)')).toBe(3);
  });

  it('counters begin at 0 again when the process does, and only then', () => {
    const from = samples();
    const [resets, restarts] = [
      value('sum(resets(shop_request_duration_seconds_count[2d]))', from),
      value('sum(changes(shop_start_time_seconds[2d]))', from),
    ];
    expect(restarts).toBeGreaterThan(1);
    expect(resets).toBe(restarts);
  });

  it('there is more traffic in the afternoon than at night', () => {
    const [afternoon, night] = [22, 10].map((hours) => value(`sum(rate(shop_requests_total[1h] offset ${hours}h))`));
    expect(afternoon).toBeGreaterThan((night ?? 0) * 1.4);
  });

  it('samples stay what they were when time goes on', () => {
    const at = NOON - 10 * MINUTE;
    const before = ask('shop_requests_total', samples(), at);
    expect(ask('shop_requests_total', samples({ now: () => NOON + 45 * MINUTE }), at)).toEqual(before);
  });

  it('there is nothing of the future', () => {
    const parameters = { query: 'count(up)', start: String(NOON / 1000), end: String(NOON / 1000 + 3600), step: '60' };
    const { data } = answerApi('query_range', new URLSearchParams(parameters), samples()).body as Answer;
    const last = data?.result[0]?.values?.at(-1)?.[0] ?? 0;
    expect(last).toBeLessThanOrEqual(NOON / 1000 + 300);
  });

  it('records are evaluated', () => {
    const query =
      'sum by (job) (rate(shop_requests_total{code="5xx"}[5m])) / sum by (job) (rate(shop_requests_total[5m]))';
    expect(value('job:shop_errors:ratio_rate5m')).toBeCloseTo(value(query), 12);
  });

  it('a metric that nobody declares is said to be none', () => {
    expect(ask('sum(rate(shop_request_total[5m]))')).toMatchObject({
      status: 'error',
      error: "no sample series for shop_request_total: no service declares it; did you mean 'shop_requests_total'?",
    });
    expect(ask('sum(up) + on () sum(nothing_like_it)')).toMatchObject({
      status: 'success',
      warnings: ['no sample series for nothing_like_it: no service declares it'],
    });
    expect(ask('absent(nothing_like_it)')).toMatchObject({ status: 'success' });
  });
});

describe('incidents', () => {
  it('errors: many requests fail, what never failed does, and the alert fires', () => {
    const from = samples({ incidents: during('errors') });
    expect(value('job:shop_errors:ratio_rate5m', from)).toBeGreaterThan(0.08);
    expect(value('sum(increase(shop_failed_logins_total[5m]))', from)).toBeGreaterThan(10);
    expect(value('sum(increase(shop_failed_logins_total[5m]))')).toBe(0);
    expect(ask('ALERTS', from).data?.result).toMatchObject([
      {
        metric: { alertname: 'ShopErrors', alertstate: 'firing', job: 'shop', severity: 'page' },
        value: [NOON / 1000, '1'],
      },
    ]);
    const { body } = answerApi('alerts', new URLSearchParams(), from);
    expect(body).toMatchObject({
      data: {
        alerts: [
          {
            state: 'firing',
            annotations: { summary: expect.stringMatching(/^[\d.]+% of requests of shop fail$/) as string },
          },
        ],
      },
    });
  });

  it('an alert is pending until it has been true for long enough', () => {
    expect(ask('ALERTS', samples({ incidents: during('errors', 4) })).data?.result).toMatchObject([
      { metric: { alertstate: 'pending' } },
    ]);
    expect(ask('ALERTS').data?.result).toEqual([]);
  });

  it('latency: answers are slow', () => {
    const query = 'histogram_quantile(0.9, sum by (le) (rate(shop_request_duration_seconds_bucket[5m])))';
    expect(value(query, samples({ incidents: during('latency') }))).toBeGreaterThan(value(query) * 2);
  });

  it('down: one instance has no samples', () => {
    const from = samples({ incidents: during('down') });
    expect(value('sum(up)', from)).toBe(2);
    expect(value('count(count by (instance) (shop_requests_total))', from)).toBe(2);
  });

  it('saturation: nothing is free', () => {
    const from = samples({ incidents: during('saturation') });
    expect(value('max(shop_disk_free_bytes / shop_disk_size_bytes)', from)).toBeLessThan(0.05);
    expect(value('min(shop_cpu_busy_ratio)', from)).toBeGreaterThan(0.9);
  });

  it('traffic: four times as much, and counters never fall', () => {
    const from = samples({ incidents: during('traffic') });
    const query = 'sum(rate(shop_requests_total[5m]))';
    expect(value(query, from) / value(query)).toBeGreaterThan(3);
    expect(value('sum(resets(shop_requests_total[25m]))', from)).toBe(value('sum(resets(shop_requests_total[25m]))'));
  });

  it('another service is not concerned', () => {
    const from = samples({ incidents: [{ service: 'other', kind: 'down', since: NOON - MINUTE }] });
    expect(value('sum(up)', from)).toBe(3);
  });
});
