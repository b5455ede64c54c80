import { RadioButtonGroup } from '@grafana/ui';
import { useContext } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CompareWith } from '../../src/wire/compare.ts';
import { ComparisonsContext, isCompareWith, usualOffer } from './comparisons.ts';

const NAMES: Readonly<Record<CompareWith, string>> = { base: 'Base branch', live: 'Live' };

/** What the page compares with: `with` of the address where there is such a thing, else the usual one. */
export function useCompareWith(): CompareWith | undefined {
  const { offers } = useContext(ComparisonsContext);
  const [search] = useSearchParams();
  const given = search.get('with');
  if (isCompareWith(given) && offers.some((offer) => offer.with === given)) return given;
  return usualOffer(offers);
}

/** Switches between what there is to compare with; nothing where there is but one. */
export function CompareChoice({ compareWith }: { readonly compareWith: CompareWith }) {
  const { offers } = useContext(ComparisonsContext);
  const [, setSearch] = useSearchParams();
  if (offers.length < 2) return null;
  return (
    <RadioButtonGroup
      size="sm"
      aria-label="Compare with"
      value={compareWith}
      options={offers.map((offer) => ({ value: offer.with, label: NAMES[offer.with] }))}
      onChange={(next) =>
        setSearch((search) => {
          search.set('with', next);
          return search;
        })
      }
    />
  );
}
