import { field, textOf } from './json.ts';
import { MOST_VALUES, type ObservedLabel } from '../observed.ts';

/** Distinct values kept per label for counting per instance; beyond it the count over all instances stands in. */
const MOST_COUNTED = 200_000;

interface Counted {
  readonly values: Set<string>;
  overflowed: boolean;
  readonly byInstance: Map<string, Set<string>>;
}

/** Gathers the label sets of one family's series from many instances. */
export function createSeriesCounter(leaveOut: ReadonlySet<string>) {
  const labels = new Map<string, Counted>();
  let counted = 0;

  return {
    add(series: object): void {
      const instance = `${textOf(field(series, 'job'))} ${textOf(field(series, 'instance'))}`;
      for (const [name, value] of Object.entries(series) as [string, unknown][]) {
        if (leaveOut.has(name) || typeof value !== 'string') continue;
        const seen = labels.get(name) ?? {
          values: new Set<string>(),
          overflowed: false,
          byInstance: new Map<string, Set<string>>(),
        };
        labels.set(name, seen);
        if (seen.values.size < MOST_VALUES) seen.values.add(value);
        else if (!seen.values.has(value)) seen.overflowed = true;
        if (counted > MOST_COUNTED) continue;
        const own = seen.byInstance.get(instance) ?? new Set<string>();
        seen.byInstance.set(instance, own);
        if (own.has(value)) continue;
        own.add(value);
        counted += 1;
      }
    },
    labels(): ReadonlyMap<string, ObservedLabel> {
      const sorted = [...labels].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return new Map(
        sorted.map(([name, { values, overflowed, byInstance }]) => {
          const most = Math.max(...Array.from(byInstance.values(), (own) => own.size), 0);
          return [name, { values, overflowed, perInstance: counted > MOST_COUNTED ? values.size : most }];
        }),
      );
    },
  };
}
