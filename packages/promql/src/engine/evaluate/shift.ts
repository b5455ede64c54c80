import type { VectorSelector } from '../../ast.ts';
import { milliseconds } from './duration.ts';
import { unsupported } from './failure.ts';
import type { Frame, Query } from './query.ts';

/** Where `@` and `offset` put a selector or sub-query in time. */
export interface Shift {
  /** The time that stands still, when there is one. */
  readonly at: number | undefined;
  readonly offset: number;
}

/** The shift that `@` and `offset` ask for; `start()` and `end()` are those of the whole query. */
export function shiftOf(query: Query, { at, offset, span }: Pick<VectorSelector, 'at' | 'offset' | 'span'>): Shift {
  const ms = offset === undefined ? 0 : milliseconds(query, offset, 'offset');
  if (at === undefined) return { at: undefined, offset: ms };
  if (at.kind === 'start') return { at: query.start, offset: ms };
  if (at.kind === 'end') return { at: query.end, offset: ms };
  if (at.kind === 'variable') return unsupported(`${at.text} is a Grafana variable, which needs a value`, span);
  return { at: Math.round(at.seconds * 1000), offset: ms };
}

/** The time a shifted selector looks at, for a step of the frame. */
export function shiftedTime({ start, step }: Frame, { at, offset }: Shift, index: number): number {
  return (at ?? start + index * step) - offset;
}
