import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrometheusRuleResource } from '@binnacle/model';
import { afterAll, describe, expect, test } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { oneOf } from '../metrics/label.ts';
import type { Literal } from '../metrics/metric.ts';
import { number } from '../query/quantity.ts';
import { rules } from '../rules/rules.ts';
import { service } from '../service/service.ts';
import {
  batch,
  cache,
  client,
  collector,
  failures,
  logging,
  offlineProcessing,
  onlineServing,
  resource,
  threadPool,
} from './archetypes.ts';

test('the list names every archetype file, in order', () => {
  const listed = [...readFileSync(new URL('archetypes.ts', import.meta.url), 'utf8').matchAll(/from '\.\/(.+)\.ts'/g)];
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test') && name !== 'archetypes.ts')
    .map((name) => name.slice(0, -'.ts'.length));
  expect(listed.map(([, name]) => name)).toEqual(files.toSorted());
});

const counts = <const N extends string>(name: Literal<N>) => counter(name, { help: 'Counts.', unit: 'things' });
const level = <const N extends string>(name: Literal<N>) => gauge(name, { help: 'A level.', unit: 'things' });
const time = <const N extends string>(name: Literal<N>) => gauge(name, { help: 'A time.', unit: 'seconds' });
const requests = counter('requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { code: oneOf('2xx', '5xx') },
});
const duration = histogram('duration_seconds', { help: 'Time.', unit: 'seconds', buckets: [0.1, 1, 10] });
const success = time('last_success_timestamp_seconds').where({ job: 'nightly' });

const shop = service('shop', {
  title: 'Shop',
  description: 'Has a part of every kind.',
  owner: 'retail',
  tier: 1,
  kind: 'online-serving',
  parts: {
    http: onlineServing({ requests, errors: requests.where({ code: '5xx' }), duration, inFlight: level('in_flight') }),
    sql: client({ requests, errors: counts('errors_total'), duration }),
    mail: failures({ failures: counts('failures_total'), attempts: counts('attempts_total') }),
    log: logging({ messages: counts('messages_total'), errors: counts('error_messages_total') }),
    nightly: batch({
      lastSuccess: success,
      lastCompletion: time('last_completion_timestamp_seconds'),
      duration: time('run_seconds'),
      records: level('records'),
      every: '1h',
      by: ['job'],
    }),
    clicks: offlineProcessing({
      stages: {
        store: {
          in: counts('received_total'),
          inProgress: level('in_progress'),
          lastProcessed: time('last_processed_timestamp_seconds'),
          heartbeat: time('heartbeat_timestamp_seconds'),
        },
      },
    }),
    pool: threadPool({ queued: level('queued'), active: level('active'), size: level('size'), wait: duration }),
    cart: cache({ requests: counts('lookups_total'), hits: counts('hits_total') }),
    exporter: collector({ duration: time('collection_seconds'), errors: number(1).sub(level('collection_ok')) }),
    disk: resource({
      utilization: gauge('busy_ratio', { help: 'Busy.', unit: 'ratio' }),
      saturation: level('waiting'),
      errors: counts('disk_errors_total'),
      by: ['instance'],
    }),
  },
});
const { parts } = shop;

const folder = mkdtempSync(join(tmpdir(), 'binnacle-promtool-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: object): string {
  const path = join(folder, name);
  // JSON is YAML.
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function promtool(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
  return status === 0 ? 'passed' : `${stdout}${stderr}`;
}

type Series = Readonly<Record<string, string>>;

/** The names of the alerts that fire after so many minutes, of series with a sample a minute. */
function firing(made: PrometheusRuleResource, series: Series, minute: number): string {
  const alerts = made.spec.groups.flatMap((group) =>
    group.rules.flatMap((rule) => ('alert' in rule ? [rule.alert] : [])),
  );
  const path = file('rules.json', made.spec);
  return alerts
    .filter((alertname) => {
      const input = Object.entries(series).map(([name, values]) => ({ series: name, values }));
      const silent = { alertname, eval_time: `${minute}m`, exp_alerts: [] };
      const tests = [{ interval: '1m', input_series: input, alert_rule_test: [silent] }];
      return (
        promtool('test', 'rules', file('test.json', { rule_files: [path], evaluation_interval: '1m', tests })) !==
        'passed'
      );
    })
    .join(' ');
}

const installed = spawnSync('promtool', ['--version']).status === 0;
if (!installed) console.warn('promtool is not installed: what it thinks of the rules is not tested');

describe.skipIf(!installed)('promtool', () => {
  test('accepts the rules of every archetype', () => {
    const all = rules(shop, [
      ...parts.http.rules({ inFlight: 10 }),
      ...parts.sql.rules(),
      ...parts.mail.rules(),
      ...parts.log.rules(),
      ...parts.nightly.rules({ minRecords: 1 }),
      ...parts.clicks.rules(),
      ...parts.pool.rules(),
      ...parts.cart.rules(),
      ...parts.exporter.rules(),
      ...parts.disk.rules({ saturation: 5 }),
    ]);
    expect(all.spec.groups).toHaveLength(10);
    expect(promtool('check', 'rules', file('all.json', all.spec))).toBe('passed');
  });

  const http = rules(shop, parts.http.rules({ latency: false }));

  test('many errors fire', () => {
    const series = { 'requests_total{code="2xx"}': '0+90x30', 'requests_total{code="5xx"}': '0+10x30' };
    expect(firing(http, series, 15)).toBe('ShopHttpErrorsHigh');
  });

  test('one error among few requests does not', () => {
    const series = { 'requests_total{code="2xx"}': '0+1x30', 'requests_total{code="5xx"}': '0x5 1x25' };
    expect(firing(http, series, 8)).toBe('');
  });

  test('no requests at all is not the same as none reported', () => {
    expect(firing(http, { 'requests_total{code="2xx"}': '5x30' }, 15)).toBe('');
    expect(firing(http, { other_total: '5x30' }, 15)).toBe('ShopHttpAbsent');
  });

  const nightly = rules(shop, parts.nightly.rules());

  test('a batch job in time is quiet', () => {
    expect(firing(nightly, { 'last_success_timestamp_seconds{job="nightly"}': '0x60 3600x60' }, 110)).toBe('');
  });

  test('a late one fires, and one that never succeeded too', () => {
    expect(firing(nightly, { 'last_success_timestamp_seconds{job="nightly"}': '0x200' }, 95)).toBe('ShopNightlyLate');
    expect(firing(nightly, { 'last_success_timestamp_seconds{job="other"}': '0x200' }, 61)).toBe(
      'ShopNightlyNeverSucceeded',
    );
  });

  test('a failed run fires at once', () => {
    const series = {
      'last_success_timestamp_seconds{job="nightly"}': '0x60',
      'last_completion_timestamp_seconds{job="nightly"}': '0x30 1800x30',
    };
    expect(firing(nightly, series, 32)).toBe('ShopNightlyFailed');
  });

  const clicks = rules(shop, parts.clicks.rules());
  const alive = { heartbeat_timestamp_seconds: '0+60x120', last_processed_timestamp_seconds: '0+60x120' };

  test('a heartbeat that takes longer and longer fires', () => {
    expect(firing(clicks, { ...alive, heartbeat_timestamp_seconds: '0+30x120' }, 60)).toBe('ShopClicksStoreDelayed');
  });

  test('a stage that processes nothing is stalled only while something comes in', () => {
    const stuck = { ...alive, last_processed_timestamp_seconds: '0x120' };
    expect(firing(clicks, { ...stuck, received_total: '0+5x120' }, 60)).toBe('ShopClicksStoreStalled');
    expect(firing(clicks, { ...stuck, received_total: '7x120' }, 60)).toBe('');
  });

  test('a backlog that fills and drains is quiet, one that only grows is not', () => {
    expect(firing(clicks, { ...alive, in_progress: '0+10x20 200-10x20 0+10x20 200-10x20 0+10x20' }, 100)).toBe('');
    expect(firing(clicks, { ...alive, in_progress: '0+10x120' }, 100)).toBe('ShopClicksStoreBacklogGrowing');
  });
});
