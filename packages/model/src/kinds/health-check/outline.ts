import type { Outline } from '../../kind.ts';
import { code } from '../../diff/words.ts';
import type { Resource } from '../../resource.ts';
import { isHealthCheck } from './spec.ts';

/** When a check expects pings, and how late one may be before somebody is told. */
export function outlineHealthCheck(resource: Resource): Outline | undefined {
  if (!isHealthCheck(resource)) return undefined;
  const { schedule, timezone = 'UTC', period, grace } = resource.spec;
  const when = schedule === undefined ? `every ${period ?? 'day'}` : `at ${code(schedule)} (${timezone})`;
  return { text: `expects a ping ${when} and tells when one is ${grace} late`, reach: 'pager' };
}
