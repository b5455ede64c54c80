import { max } from '../../query/aggregate.ts';
import { time } from '../../query/time.ts';
import type { Vector } from '../../query/vector.ts';
import type { Series } from '../../service/roles.ts';

/** Series whose values are points in unix time. */
export type Timestamp = Series<'gauge', 'seconds'>;

/** Seconds since the newest of the points in time. */
export function age(timestamp: Timestamp, by: readonly string[]): Vector<string, 'seconds', 'gauge'> {
  return time().sub(max(timestamp, { by }));
}
