import type { Change, Verdict } from '@binnacle/model';
import type { PlanReport } from '../../plan-report.ts';

/** The sign and the words of each verdict, in the order in which a summary counts them. */
export const VERDICTS: Readonly<
  Record<Verdict, { readonly sign: string; readonly count: string; readonly note: string }>
> = {
  create: { sign: '+', count: 'to create', note: '' },
  update: { sign: '~', count: 'to update', note: '' },
  delete: { sign: '-', count: 'no longer declared', note: 'no longer declared' },
  adopt: { sign: '?', count: 'made by others', note: 'is there, and Binnacle did not make it' },
  drifted: { sign: '!', count: 'edited live', note: 'edited live' },
  conflict: { sign: '!', count: 'edited both live and in code', note: 'edited both live and in code' },
  unchanged: { sign: ' ', count: 'unchanged', note: '' },
};

const COUNTED = ['create', 'update', 'delete', 'adopt', 'drifted', 'conflict'] as const satisfies readonly Verdict[];

/** `2 to create, 1 to update; 1204 unchanged`: a plan in one line. */
export function summary({ counts, systems }: PlanReport): string {
  const changed = COUNTED.flatMap((verdict) =>
    counts[verdict] === 0 ? [] : [`${counts[verdict]} ${VERDICTS[verdict].count}`],
  );
  const failed = systems.filter(({ problem }) => problem !== undefined).length;
  if (failed > 0) changed.push(`${failed} ${failed === 1 ? 'system' : 'systems'} not reached`);
  return `${changed.length === 0 ? 'no changes' : changed.join(', ')}; ${counts.unchanged} unchanged`;
}

/** What is noted behind a change's id; who manages it where that is known. */
export function noteOf({ verdict, live }: Change): string {
  if (verdict === 'adopt' && live?.manager !== undefined) return `is there, managed by ${live.manager}`;
  if (verdict === 'conflict' && live !== undefined) return VERDICTS.conflict.note;
  return VERDICTS[verdict].note;
}

/** A difference in one line: `panel p99 latency: query A [5m] → [1m] (its state will reset)`. */
export function differenceLine({ subject, text, consequence }: Change['differences'][number]): string {
  return `${subject === undefined ? '' : `${subject}: `}${text}${consequence === undefined ? '' : ` (${consequence})`}`;
}
