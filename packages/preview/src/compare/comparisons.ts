import type { ProjectState } from '../project/state.ts';
import type { CompareOffer, CompareWith } from '../wire/compare.ts';
import type { Compared, Comparer } from './comparison.ts';

/** What was compared, and the definitions it was compared with. */
export interface Known {
  readonly compared: Compared;
  readonly comparer: Comparer;
  readonly state: ProjectState;
}

/** All there is to compare with. Each is compared when it is first asked for, and again after the definitions changed. */
export interface Comparisons {
  readonly offers: () => readonly CompareOffer[];
  /** Begins with those that are not to be waited for. */
  readonly begin: () => void;
  /** The comparison with the shown definitions; undefined where there is none of this name. */
  readonly get: (compareWith: string, again?: boolean) => Promise<Known | undefined>;
  /** The definitions changed. */
  readonly forget: () => void;
}

/** Comparisons of what `state` gives. `onBug` is told of one that failed in an unexpected way and that nobody waits for. */
export function createComparisons(
  comparers: readonly Comparer[],
  state: () => ProjectState,
  onBug: (error: unknown) => void,
): Comparisons {
  const known = new Map<CompareWith, Promise<Known>>();
  const started = new Set<CompareWith>();

  async function compare(comparer: Comparer, again: boolean): Promise<Known> {
    const shown = state();
    return { comparer, state: shown, compared: await comparer.compare(shown, again) };
  }

  function get(compareWith: string, again = false): Promise<Known | undefined> {
    const comparer = comparers.find((one) => one.with === compareWith);
    if (comparer === undefined) return Promise.resolve(undefined);
    started.add(comparer.with);
    const before = again ? undefined : known.get(comparer.with);
    if (before !== undefined) return before;
    const next = compare(comparer, again);
    known.set(comparer.with, next);
    // Whoever waits is told; the next one who asks tries again.
    next.catch(() => {
      if (known.get(comparer.with) === next) known.delete(comparer.with);
    });
    return next;
  }

  return {
    offers: () => comparers.map((one) => ({ with: one.with, started: one.eager || started.has(one.with) })),
    begin() {
      for (const { eager, with: compareWith } of comparers) if (eager) get(compareWith).catch(onBug);
    },
    get,
    forget: () => known.clear(),
  };
}
