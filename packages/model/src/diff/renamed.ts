import { substance } from '../plan/substance.ts';
import type { Resource } from '../resource.ts';
import { match, type Matched } from './match.ts';

/** Resources that come and go at once and are held against each other; above that nobody renamed one. */
const MOST_PAIRS = 10_000;
/** Share of their values two resources have in common when one is the other renamed. */
const ALIKE = 0.6;

/** Values of a resource with the key each has, and how often. */
function valuesOf(resource: Resource): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? key : name);
      return;
    }
    const line = `${key} ${String(value)}`;
    found.set(line, (found.get(line) ?? 0) + 1);
  };
  visit(substance(resource), '');
  return found;
}

function size(values: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of values.values()) sum += count;
  return sum;
}

/** Which of the resources that went is which of those that came: of one kind, with most of their values in common. */
export function renamed(before: readonly Resource[], after: readonly Resource[]): Matched<Resource> {
  if (before.length * after.length > MOST_PAIRS) return { pairs: [], removed: before, added: after };
  const values = new Map([...before, ...after].map((resource) => [resource, valuesOf(resource)]));
  const likeness = (a: Resource, b: Resource): number => {
    const [old, next] = [values.get(a), values.get(b)];
    if (a.kind !== b.kind || old === undefined || next === undefined) return 0;
    let shared = 0;
    for (const [line, count] of next) shared += Math.min(count, old.get(line) ?? 0);
    const share = (2 * shared) / (size(old) + size(next));
    return share < ALIKE ? 0 : share;
  };
  return match(before, after, [likeness]);
}
