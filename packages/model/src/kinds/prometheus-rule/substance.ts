import { durationMs, durationText } from '../../duration.ts';
import { isRecord } from '../../record.ts';
import type { Resource } from '../../resource.ts';

/** Durations that mean nothing when they are zero, and those that are never zero. */
const DURATIONS: ReadonlySet<string> = new Set(['for', 'keep_firing_for', 'interval', 'query_offset']);
const OFF_AT_ZERO: ReadonlySet<string> = new Set(['for', 'keep_firing_for']);
/** What is empty says as little as what is absent. */
const MAPS: ReadonlySet<string> = new Set(['labels', 'annotations']);

/** A member as Prometheus understands it; undefined where it is as if it were not there. */
function meaning(key: string, value: unknown): unknown {
  if (value === null) return undefined;
  if (MAPS.has(key) && isRecord(value)) return Object.keys(value).length === 0 ? undefined : value;
  if (key === 'limit' && value === 0) return undefined;
  if (typeof value !== 'string') return value;
  if (key === 'expr') return value.trim();
  const ms = DURATIONS.has(key) ? durationMs(value) : undefined;
  if (ms === undefined) return value;
  return ms === 0 && OFF_AT_ZERO.has(key) ? undefined : durationText(ms);
}

function members(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).flatMap(([key, member]) => {
    const meant = key === 'rules' && Array.isArray(member) ? member.map(members) : meaning(key, member);
    return meant === undefined ? [] : [[key, meant] as const];
  });
  return Object.fromEntries(kept);
}

/**
 * What rules mean, however they are written: durations by their value, and without what is empty. The operator selects
 * rules by their labels; a system that keeps none compares resources without any.
 */
export function ruleSubstance({ spec, metadata: { labels = {} } }: Resource): unknown {
  const groups: unknown = isRecord(spec) ? spec['groups'] : undefined;
  const meant = isRecord(spec) && Array.isArray(groups) ? { ...spec, groups: groups.map(members) } : spec;
  return { spec: meant, ...(Object.keys(labels).length > 0 && { labels }) };
}
