import { HISTOGRAM_PARTS } from './histogram-parts.ts';
import type { Call } from '../../ast.ts';
import { type Frame, type Use } from '../evaluate/query.ts';
import type { Value } from '../evaluate/value.ts';
import { absent, absentOverTime } from './absent.ts';
import { histogramFractionCall } from './histogram-fraction.ts';
import { histogramQuantileCall, histogramQuantiles } from './histogram-quantile.ts';
import { infoCall } from './info.ts';
import { labelJoin, labelReplace } from './labels.ts';
import { sortByLabel, sortByValue } from './sort.ts';
import { extremeOf, queryTime, scalarCall, startTimestamp, time, timestamp, vectorCall } from './times.ts';

/** A function that is given its call and finds its arguments itself. */
export type VectorFunction = (call: Call, frame: Frame, use: Use) => Value;

const ALL: Readonly<Record<string, VectorFunction>> = {
  absent,
  absent_over_time: absentOverTime,
  end: queryTime(({ end }) => end / 1000),
  histogram_fraction: histogramFractionCall,
  histogram_quantile: histogramQuantileCall,
  histogram_quantiles: histogramQuantiles,
  info: infoCall,
  label_join: labelJoin,
  label_replace: labelReplace,
  max_of: extremeOf(Math.max),
  min_of: extremeOf(Math.min),
  pi: queryTime(() => Math.PI),
  range: queryTime(({ start, end }) => (end - start) / 1000),
  scalar: scalarCall,
  sort: sortByValue(1),
  sort_by_label: sortByLabel(1),
  sort_by_label_desc: sortByLabel(-1),
  sort_desc: sortByValue(-1),
  start: queryTime(({ start }) => start / 1000),
  start_timestamp: startTimestamp,
  step: queryTime(({ step }) => step / 1000),
  time,
  timestamp,
  vector: vectorCall,
  ...HISTOGRAM_PARTS,
};

/** Every function that is neither over a range nor of single floats, by name. */
export const VECTOR_FUNCTIONS: ReadonlyMap<string, VectorFunction> = new Map(Object.entries(ALL));
