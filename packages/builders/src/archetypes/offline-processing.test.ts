import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { oneOf } from '../metrics/label.ts';
import { offlineProcessing } from './offline-processing.ts';

const labels = { stage: oneOf('parse', 'store') };
const received = counter('clicks_received_total', { help: 'Clicks in.', unit: 'clicks', labels });
const sent = counter('clicks_sent_total', { help: 'Clicks out.', unit: 'clicks', labels });
const inProgress = gauge('clicks_in_progress', { help: 'Clicks in progress.', unit: 'clicks', labels });
const lastProcessed = gauge('clicks_last_processed_timestamp_seconds', { help: 'Last.', unit: 'seconds', labels });
const heartbeat = gauge('clicks_heartbeat_timestamp_seconds', { help: 'Heartbeat.', unit: 'seconds', labels });
const place = { service: 'clicks', part: 'pipeline', severity: 'page' } as const;

const stage = {
  in: received.where({ stage: 'parse' }),
  out: sent.where({ stage: 'parse' }),
  inProgress: inProgress.where({ stage: 'parse' }),
  lastProcessed: lastProcessed.where({ stage: 'parse' }),
  heartbeat: heartbeat.where({ stage: 'parse' }),
};

test('roles are named by stage', () => {
  const { spec } = offlineProcessing({
    stages: { parse: stage, store: { in: received, waive: { heartbeat: 'never quiet' } } },
  })(place);
  expect(spec.roles).toEqual({
    'parse.in': 'clicks_received_total',
    'parse.out': 'clicks_sent_total',
    'parse.inProgress': 'clicks_in_progress',
    'parse.lastProcessed': 'clicks_last_processed_timestamp_seconds',
    'parse.heartbeat': 'clicks_heartbeat_timestamp_seconds',
    'store.in': 'clicks_received_total',
  });
  expect(Object.keys(spec.missing ?? {})).toEqual(['store.out', 'store.inProgress', 'store.lastProcessed']);
  expect(spec.waived).toEqual({ 'store.heartbeat': 'never quiet' });
});

test('alerts of a stage', () => {
  expect(alertLines(offlineProcessing({ stages: { parse: stage } })(place).rules())).toEqual([
    'ClicksPipelineParseDelayed (page after 5m): time() - max(clicks_heartbeat_timestamp_seconds{stage="parse"}) > 300',
    'ClicksPipelineParseHeartbeatAbsent (page after 10m): absent(clicks_heartbeat_timestamp_seconds{stage="parse"})',
    'ClicksPipelineParseStalled (page after 5m): time() - max(clicks_last_processed_timestamp_seconds{stage="parse"}) > 600 and sum(rate(clicks_received_total{stage="parse"}[10m])) > 0',
    'ClicksPipelineParseBacklogGrowing (ticket after 15m): sum(min_over_time(clicks_in_progress{stage="parse"}[30m])) > sum(max_over_time(clicks_in_progress{stage="parse"}[30m] offset 31m))',
  ]);
});

test('alerts can be left out', () => {
  const part = offlineProcessing({ stages: { parse: stage } })(place);
  expect(part.rules({ delay: false, stalled: false, growing: false })).toEqual([]);
});

test('without items in, a stage is stalled whatever comes', () => {
  const part = offlineProcessing({ stages: { parse: { lastProcessed } } })(place);
  expect(alertLines(part.rules({ stalled: 60 }))).toEqual([
    'ClicksPipelineParseStalled (page after 5m): time() - max(clicks_last_processed_timestamp_seconds) > 60',
  ]);
});

test('a row for each stage', () => {
  const part = offlineProcessing({ stages: { parse: stage, store: { batchesIn: received, by: ['job'] } } })(place);
  expect(rowLines(part.rows({ title: 'Clicks' }))).toEqual([
    '# Clicks: parse',
    'Delay: time() - max(clicks_heartbeat_timestamp_seconds{stage="parse"})',
    'Items: sum(rate(clicks_received_total{stage="parse"}[$__rate_interval])) | sum(rate(clicks_sent_total{stage="parse"}[$__rate_interval]))',
    'In progress: sum(clicks_in_progress{stage="parse"})',
    'Since the last item: time() - max(clicks_last_processed_timestamp_seconds{stage="parse"})',
    '# Clicks: store',
    'Batches: sum by (job) (rate(clicks_received_total[$__rate_interval]))',
  ]);
});
