import type { CommonLabels, Series, Timing } from '../../service/roles.ts';
import { row, type Row } from '../layout/row.ts';
import { hero, major, minor } from '../layout/size.ts';
import { slug } from '../names.ts';
import type { SignalOptions } from './red.ts';
import { distribution, durations, errorShare, requestNumbers, requestRate } from './request-panels.ts';
import { level, type Level } from './use.ts';

/** The four golden signals of Google's SRE book. */
export interface GoldenSignals {
  readonly latency: Timing;
  /** Requests: what is asked of the service. */
  readonly traffic: Series<'counter'>;
  /** Requests that failed. */
  readonly errors: Series<'counter'>;
  /** How full it is: a queue, a pool, memory. */
  readonly saturation: Level;
}

/** A row of the four golden signals: latency, traffic, errors, saturation. */
export function goldenSignals<const S extends GoldenSignals>(
  signals: S,
  options?: SignalOptions<CommonLabels<S, 'latency' | 'traffic' | 'errors'>>,
): Row;
export function goldenSignals(signals: GoldenSignals, options: SignalOptions = {}): Row {
  const { latency, traffic, errors, saturation } = signals;
  const { title = 'Golden signals', by = [], ...rest } = options;
  return row(
    title,
    [
      hero(durations(latency, { by })),
      ...requestNumbers(traffic, errors, latency).map(minor),
      major(requestRate(traffic, errors, { by })),
      major(errorShare(traffic, errors, { by })),
      major(level('Saturation', saturation, 'How full it is; what is full answers slowly or not at all.')),
      ...distribution(latency).map(major),
    ],
    { ...rest, prefix: slug(title) },
  );
}
