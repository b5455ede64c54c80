import {
  compareLabels,
  type EvaluationOptions,
  FLOAT,
  HISTOGRAM,
  labelSet,
  range,
  type SeriesResult,
  STALE,
  type Storage,
  type StoredSeries,
} from '@binnacle/promql/engine';
import type { Grid } from './grid.ts';

/** Queries of rules have more steps than those of a panel. */
const LIMITS = { steps: 100_000, time: 60_000 };

/** A rule whose series are made by evaluating it. Durations are milliseconds. */
export interface RecordedRule {
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly interval: number;
}

function appended(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = last;
  return longer;
}

/** Puts an end mark where a series is absent from one evaluation to the next. */
function withEnds({ times, values, histograms }: SeriesResult, step: number): Omit<StoredSeries, 'labels'> {
  const gaps: number[] = [];
  for (let i = 1; i < times.length; i += 1) if ((times[i] ?? 0) - (times[i - 1] ?? 0) > step) gaps.push(i);
  const length = times.length + gaps.length;
  const all = { times: new Float64Array(length), values: new Float64Array(length), kinds: new Uint8Array(length) };
  const placed: StoredSeries['histograms'][number][] = [];
  let at = 0;
  for (let i = 0; i < times.length; i += 1) {
    const before = i === 0 ? 0 : (times[i - 1] ?? 0);
    const time = times[i] ?? 0;
    if (i > 0 && time - before > step) {
      all.times[at] = before + step;
      all.kinds[at] = STALE;
      at += 1;
    }
    const histogram = histograms?.[i];
    all.times[at] = time;
    all.values[at] = values[i] ?? NaN;
    all.kinds[at] = histogram === undefined ? FLOAT : HISTOGRAM;
    if (histogram !== undefined) placed[at] = histogram;
    at += 1;
  }
  return { length, ...all, histograms: placed };
}

/** Evaluates a query all over a grid, as rules are: series that begin and end. Empty for a query that fails. */
export function evaluateOver(
  query: string,
  storage: Storage,
  { start, end, step, engine }: Grid & { readonly engine: EvaluationOptions },
): readonly StoredSeries[] {
  const answer = range(query, storage, { ...engine, start, end, step, limits: LIMITS });
  if (!answer.ok) return [];
  const last = Math.floor((end - start) / step) * step + start;
  return answer.result.series.map((series) => {
    const made = withEnds(series, step);
    const labels = labelSet(series.labels);
    if ((made.times[made.length - 1] ?? last) >= last) return { labels, ...made };
    const times = appended(made.times, (made.times[made.length - 1] ?? 0) + step);
    return {
      labels,
      length: times.length,
      times,
      values: appended(made.values, NaN),
      kinds: Uint8Array.from([...made.kinds, STALE]),
      histograms: made.histograms,
    };
  });
}

/** The series of a recording rule, sorted by labels. */
export function recordSeries(
  name: string,
  { expr, labels }: RecordedRule,
  at: Grid & { readonly storage: Storage; readonly engine: EvaluationOptions },
): readonly StoredSeries[] {
  return evaluateOver(expr, at.storage, at)
    .map((series) => {
      const { pairs } = series.labels;
      const own: Record<string, string> = {};
      for (let i = 0; i < pairs.length; i += 2) own[pairs[i] ?? ''] = pairs[i + 1] ?? '';
      return { ...series, labels: labelSet({ ...own, ...labels, __name__: name }) };
    })
    .toSorted((a, b) => compareLabels(a.labels, b.labels));
}
