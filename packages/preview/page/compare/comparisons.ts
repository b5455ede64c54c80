import { createContext, useContext } from 'react';
import type { ChangeOnPage, ComparedAnswer, CompareOffer, CompareWith } from '../../src/wire/compare.ts';

/** What the definitions are compared with, and what is known of each. */
export interface Comparisons {
  readonly offers: readonly CompareOffer[];
  /** Absent: not asked for, or not answered yet. */
  readonly answers: Readonly<Partial<Record<CompareWith, ComparedAnswer>>>;
  /** Begins a comparison that nobody asked for yet. */
  readonly ask: (compareWith: CompareWith) => void;
  /** Looks at the other side anew. */
  readonly again: (compareWith: CompareWith) => void;
}

export const ComparisonsContext = createContext<Comparisons>({
  offers: [],
  answers: {},
  ask: () => undefined,
  again: () => undefined,
});

/** True for the two things there are to compare with. */
export function isCompareWith(text: string | null): text is CompareWith {
  return text === 'base' || text === 'live';
}

/** What is compared with where the address does not say: what was begun, else the first there is. */
export function usualOffer(offers: readonly CompareOffer[]): CompareWith | undefined {
  return (offers.find(({ started }) => started) ?? offers[0])?.with;
}

/** A change with what it was found by. */
export interface FoundChange {
  readonly with: CompareWith;
  readonly change: ChangeOnPage;
}

/** Changes of what is known so far that fit. */
export function useChanges(fits: (change: ChangeOnPage) => boolean): readonly FoundChange[] {
  const { offers, answers } = useContext(ComparisonsContext);
  return offers.flatMap(({ with: compareWith }) => {
    const answer = answers[compareWith];
    if (answer?.state !== 'done') return [];
    return answer.comparison.changes.filter(fits).map((change) => ({ with: compareWith, change }));
  });
}
