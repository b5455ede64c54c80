/** Parts of two versions that are one and the same, and those only one of them has; in the order they had. */
export interface Matched<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Finds which parts of the old version are which of the new one. Each stage scores two parts; above 0 they may be one, and the
 * best pairs are taken first. What one stage leaves is for the next.
 */
export function match<T>(
  before: readonly T[],
  after: readonly T[],
  stages: readonly ((before: T, after: T) => number)[],
): Matched<T> {
  const partners = new Map<T, T>();
  const taken = new Set<T>();
  for (const score of stages) {
    const old = before.filter((part) => !taken.has(part));
    const next = after.filter((part) => !partners.has(part));
    const scored = next.flatMap((b) => old.map((a) => ({ a, b, score: score(a, b) }))).filter((one) => one.score > 0);
    for (const { a, b } of scored.toSorted((x, y) => y.score - x.score)) {
      if (taken.has(a) || partners.has(b)) continue;
      taken.add(a);
      partners.set(b, a);
    }
  }
  const pairs = after.flatMap((b): (readonly [T, T])[] => {
    const a = partners.get(b);
    return a === undefined ? [] : [[a, b]];
  });
  return { pairs, removed: before.filter((a) => !taken.has(a)), added: after.filter((b) => !partners.has(b)) };
}

/** Parts whose order among themselves changed: as few as explain it. */
export function moved<T>(pairs: readonly (readonly [before: number, after: T])[]): T[] {
  // The longest increasing run of old positions stays where it is.
  const best: { readonly length: number; readonly previous: number }[] = [];
  for (const [i, [position]] of pairs.entries()) {
    let entry = { length: 1, previous: -1 };
    for (let j = 0; j < i; j++) {
      const length = (best[j]?.length ?? 0) + 1;
      if ((pairs[j]?.[0] ?? Infinity) < position && length > entry.length) entry = { length, previous: j };
    }
    best.push(entry);
  }
  const kept = new Set<number>();
  let end = best.reduce((top, { length }, i) => (length > (best[top]?.length ?? 0) ? i : top), 0);
  for (; end >= 0 && best[end] !== undefined; end = best[end]?.previous ?? -1) kept.add(end);
  return pairs.filter((_, i) => !kept.has(i)).map(([, part]) => part);
}
