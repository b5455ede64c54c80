import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { oneOf } from '../metrics/label.ts';
import { threadPool } from './thread-pool.ts';

const labels = { pool: oneOf('io', 'cpu') };
const queued = gauge('shop_pool_queued_tasks', { help: 'Waiting.', unit: 'tasks', labels });
const active = gauge('shop_pool_active_threads', { help: 'In use.', unit: 'threads', labels });
const size = gauge('shop_pool_threads', { help: 'There are.', unit: 'threads', labels });
const tasks = counter('shop_pool_tasks_total', { help: 'Done.', unit: 'tasks', labels });
const timing = { unit: 'seconds', labels, buckets: [0.1, 1] } as const;
const duration = histogram('shop_pool_task_duration_seconds', { help: 'Time taken.', ...timing });
const wait = histogram('shop_pool_wait_seconds', { help: 'Time waited.', ...timing });
const place = { service: 'shop', part: 'workers', severity: 'page' } as const;
const pool = threadPool({ queued, active, size, tasks, duration, wait, by: ['pool'] })(place);

test('alerts', () => {
  expect(alertLines(pool.rules())).toEqual([
    'ShopWorkersExhausted (ticket after 10m): sum by (pool) (shop_pool_active_threads) / sum by (pool) (shop_pool_threads) > 0.9',
    'ShopWorkersQueueGrowing (ticket after 15m): sum by (pool) (min_over_time(shop_pool_queued_tasks[30m])) > sum by (pool) (max_over_time(shop_pool_queued_tasks[30m] offset 31m))',
    'ShopWorkersWaitLong (ticket after 10m): histogram_quantile(0.99, sum by (le, pool) (rate(shop_pool_wait_seconds_bucket[5m]))) > 1',
  ]);
  expect(pool.rules({ busy: false, growing: false, wait: false })).toEqual([]);
});

test('the wait is worth having, the rest is required', () => {
  expect(Object.keys(threadPool({})(place).spec.missing ?? {})).toEqual([
    'queued',
    'active',
    'size',
    'tasks',
    'duration',
  ]);
});

test('the row', () => {
  expect(rowLines(threadPool({ active, size, queued, tasks })(place).rows())).toEqual([
    '# Workers',
    'In use: sum(shop_pool_active_threads) / sum(shop_pool_threads)',
    'Queue: sum(shop_pool_queued_tasks)',
    'Tasks: sum(rate(shop_pool_tasks_total[$__rate_interval]))',
  ]);
});
