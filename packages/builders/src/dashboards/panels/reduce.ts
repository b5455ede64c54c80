import type { ReduceDataOptions } from '@grafana/grafana-foundation-sdk/common';
import type { Plain } from '../schema.ts';

/** Each series as its latest value. */
export function latest(): Plain<ReduceDataOptions> {
  return { calcs: ['lastNotNull'], fields: '', values: false };
}
