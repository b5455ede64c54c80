import type { CommonLabels, Series, Timing } from '../../service/roles.ts';
import { row, type Row, type RowOptions } from '../layout/row.ts';
import { hero, major, minor } from '../layout/size.ts';
import { slug } from '../names.ts';
import { distribution, durations, errorShare, requestNumbers, requestRate } from './request-panels.ts';

/** What the RED method looks at, for everything that answers requests. */
export interface RedSignals {
  readonly requests: Series<'counter'>;
  /** Those that failed: a counter, or `requests.where({ … })`. */
  readonly errors?: Series<'counter'>;
  readonly duration?: Timing;
}

/** `L` are the labels that all signals have. */
export interface SignalOptions<L extends string = string> extends Omit<RowOptions, 'prefix' | 'autoGrid'> {
  /** Labels to split the graphs by. */
  readonly by?: readonly L[];
  /** Heading of the row, and what the keys of its panels begin with. */
  readonly title?: string;
}

/** A row of rate, errors and duration (Tom Wilkie's RED method). */
export function red<const S extends RedSignals>(
  signals: S,
  options?: SignalOptions<CommonLabels<S, keyof RedSignals>>,
): Row;
export function red({ requests, errors, duration }: RedSignals, options: SignalOptions = {}): Row {
  const { title = 'Requests', by = [], ...rest } = options;
  return row(
    title,
    [
      hero(requestRate(requests, errors, { by })),
      ...requestNumbers(requests, errors, duration).map(minor),
      ...(errors === undefined ? [] : [major(errorShare(requests, errors, { by }))]),
      ...(duration === undefined ? [] : [major(durations(duration, { by })), ...distribution(duration).map(major)]),
    ],
    { ...rest, prefix: slug(title) },
  );
}
