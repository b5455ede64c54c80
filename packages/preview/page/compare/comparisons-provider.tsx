import { type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ComparedAnswer, CompareOffer, CompareWith } from '../../src/wire/compare.ts';
import { getJson } from '../data/api.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { type Comparisons, ComparisonsContext } from './comparisons.ts';

const NO_OFFERS: readonly CompareOffer[] = [];

type Answers = Comparisons['answers'];

async function fetched(
  compareWith: CompareWith,
  { signal, again = false }: { signal?: AbortSignal; again?: boolean },
): Promise<ComparedAnswer> {
  try {
    return await getJson<ComparedAnswer>(`/api/compare?with=${compareWith}${again ? '&again' : ''}`, signal);
  } catch (error) {
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Fetches what is compared, and again with every reload of the definitions; what was known stays until the next has come. */
export function ComparisonsProvider({ children }: { readonly children: ReactNode }) {
  const { project } = useContext(ProjectContext);
  const { generation, compare: offers = NO_OFFERS } = project ?? {};
  const [answers, setAnswers] = useState<Answers>({});
  const [asked, setAsked] = useState<readonly CompareWith[]>([]);
  const wanted = offers
    .filter((offer) => offer.started || asked.includes(offer.with))
    .map((offer) => offer.with)
    .join(' ');
  useEffect(() => {
    const abort = new AbortController();
    const ask = async (compareWith: CompareWith): Promise<void> => {
      const answer = await fetched(compareWith, { signal: abort.signal });
      if (!abort.signal.aborted) setAnswers((known) => ({ ...known, [compareWith]: answer }));
    };
    for (const compareWith of ['base', 'live'] as const)
      if (wanted.split(' ').includes(compareWith)) void ask(compareWith);
    return () => abort.abort();
  }, [wanted, generation]);
  const ask = useCallback(
    (compareWith: CompareWith) => setAsked((known) => (known.includes(compareWith) ? known : [...known, compareWith])),
    [],
  );
  const again = useCallback((compareWith: CompareWith) => {
    const look = async (): Promise<void> => {
      setAnswers((known) => ({ ...known, [compareWith]: undefined }));
      const answer = await fetched(compareWith, { again: true });
      setAnswers((known) => ({ ...known, [compareWith]: answer }));
    };
    void look();
  }, []);
  const value = useMemo(() => ({ offers, answers, ask, again }), [offers, answers, ask, again]);
  return <ComparisonsContext value={value}>{children}</ComparisonsContext>;
}
