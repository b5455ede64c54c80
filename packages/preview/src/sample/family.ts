import type { MetricSpec } from '@binnacle/model';
import { HISTOGRAM, type Histogram, type Labels, labelSet, STALE, type StoredSeries } from '@binnacle/promql/engine';
import { type Counting, countingOf } from './counting.ts';
import { type Observed, observedOf } from './distribution.ts';
import { type Combination, combinationsOf, type Hints } from './label-values.ts';
import { levelOf } from './level.ts';
import { hashOf, magnitude, unitAt } from './random.ts';
import {
  bucketValues,
  type Counted,
  counterValues,
  gaugeValues,
  nativeHistograms,
  observations,
  quantileValues,
  sumValues,
} from './samples.ts';
import type { Subject } from './subject.ts';
import type { Flow, Target, Timeline } from './timeline.ts';

/** A target with how it fared. */
export interface TimedTarget {
  readonly target: Target;
  readonly timeline: Timeline;
}

/** Which series of a metric: its own, or one of those a histogram or summary has beside them. */
export type Part = 'own' | 'bucket' | 'count' | 'sum';

/** Quantiles of summaries that declare none. */
const QUANTILES = [0.5, 0.9, 0.99];
/** What a processor does all day. */
const MODES: Readonly<Record<string, number>> = {
  idle: 0.8,
  user: 0.11,
  system: 0.05,
  iowait: 0.015,
  nice: 0.004,
  softirq: 0.004,
  steal: 0.002,
  irq: 0.001,
};

interface Described {
  readonly metric: MetricSpec;
  readonly subject: Subject;
  /** What a gauge stands at, where that is known. */
  readonly fixed?: number;
}

function flowOf(counting: Counting, { isError, labels }: Combination): Flow {
  if (counting.flow === 'time') return Object.values(labels).includes('idle') ? 'idle' : 'busy';
  return counting.flow === 'traffic' && isError ? 'errors' : counting.flow;
}

/** Seconds spent in a second. */
function timeShare({ name }: MetricSpec, { labels }: Combination, seed: number): number {
  const mode = Object.values(labels).find((value) => Object.hasOwn(MODES, value));
  if (mode !== undefined) return MODES[mode] ?? 0;
  return /wait|stall|throttl|pressure/.test(name) ? magnitude(seed, 0.002, 0.012) : magnitude(seed, 0.02, 0.22);
}

function counted(
  { metric, subject }: Described,
  combination: Combination,
  at: { targets: number; seed: number },
): Counted {
  const counting = countingOf(metric, subject);
  const flow = flowOf(counting, combination);
  if (counting.flow === 'time') return { flow, perSecond: timeShare(metric, combination, at.seed) };
  return {
    flow,
    perSecond: (counting.perSecond * combination.weight * (0.85 + 0.3 * unitAt(at.seed, 9))) / at.targets,
  };
}

function stored(labels: Labels, timeline: Timeline, values: Float64Array): StoredSeries {
  const { times, kinds } = timeline;
  return { labels: labelSet(labels), length: times.length, times, values, kinds, histograms: [] };
}

function storedHistograms(labels: Labels, timeline: Timeline, histograms: readonly Histogram[]): StoredSeries {
  const kinds = timeline.kinds.map((kind) => (kind === STALE ? STALE : HISTOGRAM));
  const values = new Float64Array(kinds.length).fill(NaN);
  return { ...stored(labels, timeline, values), kinds, histograms };
}

/** Series of one combination are faster or slower than those of others. */
function ownPace({ fast, slow }: Observed, seed: number): Observed {
  const pace = 0.75 + 0.5 * unitAt(seed, 5);
  return { fast: { ...fast, median: fast.median * pace }, slow };
}

/** The series of one part of a metric with one combination of labels, on one target. */
export function combinationSeries(
  described: Described,
  combination: Combination,
  /** `bare` series have the labels of the combination alone. */
  at: TimedTarget & { part: Part; targets: number; bare?: boolean },
): readonly StoredSeries[] {
  const { metric, subject } = described;
  const { target, timeline, part, targets } = at;
  const { name, type, unit } = metric;
  const scraped = Object.fromEntries(metric.targetLabels.map((label) => [label, targetLabel(label, target)]));
  const scrapedBy = at.bare === true ? {} : { job: target.job, instance: target.instance };
  const labels: Labels = { ...scraped, ...combination.labels, ...scrapedBy };
  const key = JSON.stringify(combination.labels);
  const seed = hashOf(`${name} ${key} ${target.instance}`);
  const named = (suffix: string, own: Labels = {}): Labels => ({ ...labels, ...own, __name__: `${name}${suffix}` });
  if (type === 'info') return [stored(named(''), timeline, new Float64Array(timeline.times.length).fill(1))];
  if (type === 'gauge') {
    const level =
      described.fixed === undefined
        ? levelOf(metric, subject, { ...combination.labels, instance: target.instance })
        : ({ kind: 'constant', value: described.fixed } as const);
    return [stored(named(''), timeline, gaugeValues(timeline, level, seed))];
  }
  const counts = counted(described, combination, { targets, seed });
  if (type === 'counter') {
    const isWhole = !/seconds|euros|dollars|ratio/.test(unit);
    return [stored(named(''), timeline, counterValues(timeline, counts, { seed, isWhole }))];
  }
  const observed = ownPace(observedOf(metric), hashOf(key));
  const seen = observations(timeline, counts, seed);
  if (part === 'count')
    return [stored(named('_count'), timeline, bucketValues(timeline, seen, { observed, bound: Infinity }))];
  if (part === 'sum') return [stored(named('_sum'), timeline, sumValues(timeline, seen, observed))];
  if (type === 'native-histogram')
    return [storedHistograms(named(''), timeline, nativeHistograms(timeline, seen, observed))];
  if (part === 'bucket') {
    return [...(metric.buckets ?? []), Infinity].map((bound) =>
      stored(
        named('_bucket', { le: bound === Infinity ? '+Inf' : boundText(bound) }),
        timeline,
        bucketValues(timeline, seen, { observed, bound }),
      ),
    );
  }
  return (metric.quantiles ?? QUANTILES).map((quantile) =>
    stored(named('', { quantile: String(quantile) }), timeline, quantileValues(timeline, observed, { quantile, seed })),
  );
}

/** A bound as Go's client writes it: `1`, `0.25`, and `1e+06` for large ones. */
function boundText(bound: number): string {
  if (Math.abs(bound) >= 1e-4 && Math.abs(bound) < 1e21) return String(bound);
  return bound.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

function targetLabel(label: string, { job, instance, service }: Target): string {
  if (label === 'job') return job;
  if (label === 'instance') return instance;
  if (label === 'service' || label === 'app' || label === 'container') return service;
  if (label === 'pod') return instance.replace(/:\d+$/, '');
  return label === 'namespace' ? 'default' : `${label}-1`;
}

/** The series of one part of a metric, on all targets of its service. */
export function familySeries(
  described: Described & { readonly hints: Hints },
  targets: readonly TimedTarget[],
  part: Part,
): readonly StoredSeries[] {
  const combinations = combinationsOf(described.metric, described.hints);
  return targets.flatMap((timed) =>
    combinations.flatMap((combination) =>
      combinationSeries(described, combination, { ...timed, part, targets: targets.length }),
    ),
  );
}

/** Names of the series a metric has, with the part of each. */
export function partsOf({ name, type }: MetricSpec): readonly (readonly [series: string, part: Part])[] {
  switch (type) {
    case 'histogram':
      return [
        [`${name}_bucket`, 'bucket'],
        [`${name}_count`, 'count'],
        [`${name}_sum`, 'sum'],
      ];
    case 'summary':
      return [
        [name, 'own'],
        [`${name}_count`, 'count'],
        [`${name}_sum`, 'sum'],
      ];
    case 'counter':
    case 'gauge':
    case 'info':
    case 'native-histogram':
      return [[name, 'own']];
    default:
      return type satisfies never;
  }
}
