/** Optimal string alignment distance (insert, delete, replace, swap of neighbours), or `limit + 1` once it exceeds `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

/**
 * The candidate a misspelt word most likely means: the smallest edit distance, case ignored, of at most a third of the
 * word; the first in alphabetical order when several are as near. Undefined when nothing is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit;
  for (const candidate of [...candidates].toSorted()) {
    const d = distance(lower, candidate.toLowerCase(), bestDistance);
    if (d < bestDistance || (d === bestDistance && best === undefined)) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** `did you mean 'x'?`, or the known names (at most `most` of them) when nothing is near; undefined when there are none. */
export function didYouMean(word: string, candidates: Iterable<string>, most = 12): string | undefined {
  const names = [...candidates].toSorted();
  const near = nearest(word, names);
  if (near !== undefined) return `did you mean '${near}'?`;
  if (names.length === 0) return undefined;
  const listed = names.slice(0, most).join(', ');
  return names.length > most ? `known: ${listed}, … (${names.length})` : `known: ${listed}`;
}
