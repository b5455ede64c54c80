import { isService, type MetricSpec } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { metric, shop } from '../fixtures/shop.ts';
import { type Level, levelOf } from './level.ts';
import { subjectOf } from './subject.ts';

function levels(...metrics: readonly MetricSpec[]): readonly Level[] {
  const service = shop({ metrics, parts: [] });
  if (!isService(service)) throw new Error('the shop is a service');
  const subject = subjectOf(service);
  return metrics.map((one) => levelOf(one, subject, {}));
}

const GIB = 2 ** 30;

describe('a gauge stands at what its unit and its name say', () => {
  it.each([
    ['a_up', 'bool', { kind: 'constant', value: 1 }],
    ['a_in_progress', 'bool', { kind: 'constant', value: 0 }],
    ['a_config_last_reload_successful', 'bool', { kind: 'succeeds' }],
    ['process_start_time_seconds', 'seconds', { kind: 'started' }],
    ['a_uptime_seconds', 'seconds', { kind: 'uptime' }],
    ['a_last_push_timestamp_seconds', 'seconds', { kind: 'last', every: 900, stops: true }],
    ['a_heartbeat_timestamp_seconds', 'seconds', { kind: 'last', every: 15, stops: false }],
    ['a_cert_expiry_timestamp_seconds', 'seconds', { kind: 'until' }],
    ['a_http_status_code', 'count', { kind: 'constant', value: 200 }],
    ['a_failed_configs', 'count', { kind: 'constant', value: 0 }],
    ['a_connected_clients', 'clients', { kind: 'moving', isWhole: true }],
    ['a_busy_ratio', 'ratio', { kind: 'moving', isWhole: false }],
    ['a_hit_ratio', 'ratio', { kind: 'moving', base: 0.975 }],
  ])('%s', (name, unit, expected) => {
    expect(levels(metric({ name, unit }))[0]).toMatchObject(expected);
  });

  it('seldom more than there can be', () => {
    const [ratio] = levels(metric({ name: 'a_busy_ratio', unit: 'ratio' }));
    if (ratio?.kind !== 'moving') throw new Error('a ratio moves');
    expect(ratio.base * (1 + ratio.swing)).toBeLessThan(1);
    expect(ratio.full).toBeLessThanOrEqual(1);
  });
});

describe('a part is of its whole', () => {
  it.each([
    ['a_memory_MemTotal_bytes', 'a_memory_MemAvailable_bytes', 16 * GIB, true],
    ['a_memory_max_bytes', 'a_memory_used_bytes', 16 * GIB, false],
    ['a_memory_SwapTotal_bytes', 'a_memory_SwapFree_bytes', 4 * GIB, true],
  ])('%s and %s', (whole, part, of, isFree) => {
    const [all, some] = levels(metric({ name: whole, unit: 'bytes' }), metric({ name: part, unit: 'bytes' }));
    expect(all).toEqual({ kind: 'constant', value: of });
    expect(some).toMatchObject({ kind: 'part', of, isFree });
  });

  it('not of one with another unit or other labels', () => {
    const labels = [{ name: 'device', domain: { kind: 'bounded', bound: 2 } }] as const;
    const [, , other] = levels(
      metric({ name: 'a_disk_size_bytes', unit: 'bytes', labels }),
      metric({ name: 'a_disk_limit', unit: 'things' }),
      metric({ name: 'a_disk_free_bytes', unit: 'bytes' }),
    );
    expect(other).toMatchObject({ kind: 'moving' });
  });
});
