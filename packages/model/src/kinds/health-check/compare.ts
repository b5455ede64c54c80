import type { Difference } from '../../diff/difference.ts';
import { compareValues } from '../../diff/values.ts';
import { spanInWords } from '../../diff/words.ts';
import { durationMs } from '../../duration.ts';
import type { Resource } from '../../resource.ts';
import { isHealthCheck } from './spec.ts';

/** How much later it is told that no ping came. */
function laterBy(before: string, after: string): { readonly consequence?: string } {
  const by = (durationMs(after) ?? NaN) - (durationMs(before) ?? NaN);
  if (Number.isNaN(by) || by === 0) return {};
  return { consequence: `tells ${spanInWords(Math.abs(by))} ${by > 0 ? 'later' : 'sooner'}` };
}

/** What changed in a health check. */
export function compareHealthChecks(before: Resource, after: Resource): Difference[] {
  if (!isHealthCheck(before) || !isHealthCheck(after)) return [];
  const differences = compareValues(before.spec, after.spec, { keys: ['spec'], reach: 'pager' });
  return differences.map((one) =>
    one.path === '/spec/grace' ? { ...one, ...laterBy(before.spec.grace, after.spec.grace) } : one,
  );
}
