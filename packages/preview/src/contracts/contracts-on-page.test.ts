import { describe, expect, it } from 'vitest';
import { STATE } from '../fixtures/state.ts';
import { contractsOnPage } from './contracts-on-page.ts';

describe('the contracts of a project', () => {
  const { services, metrics } = contractsOnPage(STATE);
  const of = (name: string) => metrics.find(({ metric }) => metric.name === name);

  it('have every metric of every service, with its bound', () => {
    expect(services).toEqual([{ name: 'shop', title: 'Shop' }]);
    expect(metrics).toHaveLength(10);
    // Five classes of codes, two methods.
    expect(of('shop_requests_total')?.bound).toBe(10);
    // Six buckets, +Inf, sum and count.
    expect(of('shop_request_duration_seconds')?.bound).toBe(9);
  });

  it('know who reads them', () => {
    expect(of('shop_requests_total')?.records).toEqual(['job:shop_errors:ratio_rate5m']);
    expect(of('shop_disk_free_bytes')?.records).toEqual([]);
  });
});
