import { toYaml, type RuleGroup } from '@binnacle/model';

/** Largest rule file the operator puts in a ConfigMap, in bytes: half of what Kubernetes stores (prometheus-operator#6478). */
export const SIZE_LIMIT = 512 * 1024;
/** Bytes of the `groups:` line, and slack for the operator's own way of writing YAML (indentation, folded or escaped strings). */
const RESERVE = 32 * 1024;

/** No text takes more times its length in JSON to write as YAML: a one-letter line gets 12 columns of indentation, a character at most 4 bytes. */
const MOST_GROWTH = 8;

/** Groups in as many parts as the limit asks for, in order; `oversized` are the groups that no part can hold. */
export interface Split {
  readonly parts: readonly (readonly RuleGroup[])[];
  readonly oversized: readonly RuleGroup[];
}

/**
 * Divides groups so that each part stays under `limit` bytes as a rule file. A group is never divided: its rules are
 * evaluated in order and may build on each other. One part is returned, perhaps empty, when nothing has to be divided.
 */
export function splitBySize(groups: readonly RuleGroup[], limit = SIZE_LIMIT - RESERVE): Split {
  if (JSON.stringify(groups).length * MOST_GROWTH <= limit) return { parts: [groups], oversized: [] };
  const parts: RuleGroup[][] = [[]];
  const oversized: RuleGroup[] = [];
  let used = 0;
  for (const group of groups) {
    const size = Buffer.byteLength(toYaml([group]));
    if (size > limit) oversized.push(group);
    if (used > 0 && used + size > limit) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(group);
    used += size;
  }
  return { parts, oversized };
}
