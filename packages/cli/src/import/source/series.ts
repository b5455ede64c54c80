import { createDistinct } from '../distinct.ts';
import type { ObservedLabel } from '../observed.ts';
import { field, textOf } from './json.ts';

/** Values remembered for counting them per instance; beyond it the count over all instances stands in. */
const MOST_COUNTED = 200_000;

interface Counted {
  readonly all: ReturnType<typeof createDistinct>;
  readonly byInstance: Map<string, Set<string>>;
}

/** Gathers the label sets of one family's series from many instances. */
export function createSeriesCounter(leaveOut: ReadonlySet<string>) {
  const labels = new Map<string, Counted>();
  let counted = 0;

  function labelNamed(name: string): Counted {
    const label = labels.get(name) ?? { all: createDistinct(), byInstance: new Map() };
    labels.set(name, label);
    return label;
  }

  function most({ all, byInstance }: Counted): number {
    if (counted > MOST_COUNTED) return all.size;
    return [...byInstance.values()].reduce((size, own) => Math.max(size, own.size), 0);
  }

  return {
    add(series: object): void {
      const instance = `${textOf(field(series, 'job'))} ${textOf(field(series, 'instance'))}`;
      for (const [name, value] of Object.entries(series) as [string, unknown][]) {
        if (leaveOut.has(name) || typeof value !== 'string') continue;
        const { all, byInstance } = labelNamed(name);
        all.add(value);
        if (counted > MOST_COUNTED) continue;
        const own = byInstance.get(instance) ?? new Set<string>();
        byInstance.set(instance, own);
        if (!own.has(value)) counted += 1;
        own.add(value);
      }
    },
    labels(): ReadonlyMap<string, ObservedLabel> {
      const sorted = [...labels].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return new Map(
        sorted.map(([name, label]) => {
          const { values, overflowed } = label.all;
          return [name, { values, overflowed, perInstance: most(label) }];
        }),
      );
    },
  };
}
