/** How much there is of something over time: requests a second, bytes, seconds. All of it depends on the seed alone. */
export interface Signal {
  /** The middle of the day. */
  readonly base: number;
  /** Up to this part of the base more at `peakHour` (UTC), and less twelve hours later: 0.4. */
  readonly daily?: { readonly amplitude: number; readonly peakHour?: number };
  /** Standard deviation as a part of the value: 0.05. */
  readonly noise?: number;
  /** Once in every `every` milliseconds, at a time of its own, `factor` as much for `length` milliseconds. */
  readonly bursts?: { readonly every: number; readonly length: number; readonly factor: number };
}

/** What goes wrong while an incident is switched on. Times are milliseconds after the start. */
export interface Incident {
  /** Incidents are switched on by their name; several series may share one. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Only series with these labels. */
  readonly where?: Readonly<Record<string, string>>;
  /** The signal times this. */
  readonly factor?: number;
  /** The latency of a histogram times this. */
  readonly slowness?: number;
  /** The series has no samples: the target is down. A counter begins at 0 again after it. */
  readonly missing?: true;
}

interface Described {
  readonly name: string;
  /** A list makes one series of each value; several lists, one of each combination. */
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
  /** How much of the signal a series gets for the value of a label: `{ code: { 500: 0.01 } }`. 1 where nothing is said. */
  readonly shares?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly incidents?: readonly Incident[];
}

/** A counter that grows by the signal each second. */
export interface CounterDescription extends Described {
  readonly type: 'counter';
  readonly rate: Signal;
  /** It begins at 0 again once in every so many milliseconds. */
  readonly resetsEvery?: number;
}

/** A gauge that is the signal. */
export interface GaugeDescription extends Described {
  readonly type: 'gauge';
  readonly value: Signal;
  readonly min?: number;
  readonly max?: number;
}

/** A histogram of log-normal observations, as many a second as the signal says. */
export interface HistogramDescription extends Described {
  readonly type: 'histogram';
  readonly rate: Signal;
  /** Half of the observations are below `median`; `spread` is the standard deviation of their logarithm, 0.5 when left out. */
  readonly latency: { readonly median: number; readonly spread?: number };
  /** Upper bounds of classic buckets without +Inf, ascending; or the schema of a native histogram. */
  readonly buckets: readonly number[] | { readonly schema: number };
  readonly resetsEvery?: number;
}

export type SeriesDescription = CounterDescription | GaugeDescription | HistogramDescription;
