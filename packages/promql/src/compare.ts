import type { Expr } from './ast.ts';
import { changed, type ChangedPart, type Compare, cost, inner, type PlacedPart } from './compare/part.ts';
import { structureParts } from './compare/structure.ts';
import { wrappings } from './compare/wrapped.ts';
import { equal } from './equal.ts';
import { print } from './print.ts';
import { walk } from './walk.ts';

export type { ChangedPart } from './compare/part.ts';

/** Pairs of nodes looked at before two queries are shown whole: above 200 nodes each. */
const MOST_PAIRS = 40_000;
/** Nodes of a query, as comparing goes as deep as it nests. */
const MOST_NODES = 1000;

function occurrences(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}

function selectors(expr: Expr): number {
  let count = 0;
  walk(expr, (node) => {
    if (node.type === 'VectorSelector') count++;
  });
  return count;
}

/** Parts as they are read: with what is around one, where the same stands in other places that did not change. */
function told(parts: readonly PlacedPart[], before: Expr, after: Expr): readonly ChangedPart[] {
  const text = print(before);
  const places = Math.min(selectors(before), selectors(after));
  return parts.map(({ within, ...part }) => {
    const same = parts.filter((other) => other.before === part.before && other.after === part.after).length;
    const isAnywhere = part.before === '' || part.after === '';
    const all = isAnywhere ? places : occurrences(text, part.before);
    return within !== undefined && all > same ? within : { before: part.before, after: part.after };
  });
}

/** Each part once: a range that changed on both sides of a ratio is one thing to read. */
function distinct(parts: readonly ChangedPart[]): readonly ChangedPart[] {
  return [...new Map(parts.map((part) => [JSON.stringify([part.before, part.after]), part])).values()];
}

function size(expr: Expr): number {
  let nodes = 0;
  walk(expr, () => {
    nodes++;
  });
  return nodes;
}

/** Tells two expressions apart with as little to read as possible; remembers pairs, as each way to wrap one looks at them again. */
function createCompare(): Compare {
  const known = new Map<Expr, Map<Expr, readonly PlacedPart[]>>();
  function pair(before: Expr, after: Expr): readonly PlacedPart[] {
    const [a, b] = [inner(before), inner(after)];
    const pairs = known.get(a) ?? new Map<Expr, readonly PlacedPart[]>();
    known.set(a, pairs);
    let best = pairs.get(b);
    if (best === undefined) pairs.set(b, (best = find(a, b)));
    return best;
  }
  function find(a: Expr, b: Expr): readonly PlacedPart[] {
    const built = structureParts(a, b, pair);
    if (built?.length === 0) return [];
    let best: readonly PlacedPart[] = built ?? changed(print(a), print(b));
    for (const parts of [changed(print(a), print(b)), ...wrappings(a, b, pair)]) {
      if (cost(parts) < cost(best)) best = parts;
    }
    return best;
  }
  return pair;
}

/**
 * What changed from one query to the next, in as few characters as it takes: `[5m]` → `[1m]`, `> 0.05` → `> 0.1`,
 * `by (route)` → `by (code)`. Undefined when they mean the same: layout, parentheses that say nothing and the order of matchers
 * and grouping labels do not count. What changed in one of several places that look the same is shown with what is around it.
 */
export function compare(before: Expr, after: Expr): readonly ChangedPart[] | undefined {
  if (equal(before, after, { parens: 'ignore' })) return undefined;
  const [a, b] = [size(before), size(after)];
  if (a > MOST_NODES || b > MOST_NODES || a * b > MOST_PAIRS) return changed(print(before), print(after));
  const parts = createCompare()(before, after);
  if (parts.length === 0) return undefined;
  const [shown, whole] = [distinct(told(parts, before, after)), changed(print(before), print(after))];
  // What is around many parts can be more to read than all there is.
  return whole.length > 0 && cost(shown) > cost(whole) ? whole : shown;
}
