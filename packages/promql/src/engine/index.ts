export { ascendingBuckets, type Bucket } from './histogram/bounds.ts';
export { CUSTOM_SCHEMA, histogram, type Buckets, type Histogram, type ResetHint } from './histogram/histogram.ts';
export { compareLabels, labelSet, type LabelSet, type Labels } from './labels.ts';
export { seriesMatcher } from './matcher.ts';
export {
  DEFAULT_LIMITS,
  type EvaluationOptions,
  type InstantOptions,
  type Limits,
  type RangeOptions,
} from './options.ts';
export { instant, range } from './query.ts';
export type {
  Answer,
  InstantAnswer,
  InstantSample,
  MatrixResult,
  QueryError,
  RangeAnswer,
  ScalarResult,
  SeriesResult,
  StringResult,
  VectorResult,
} from './result.ts';
export { loadSeries } from './notation/load.ts';
export { isStale, writeStale } from './staleness.ts';
export { parseSeriesLiteral, type Point, type SeriesLiteral } from './notation/series-literal.ts';
export { createStorage, FLOAT, HISTOGRAM, STALE, type NewSamples, type Storage, type StoredSeries } from './storage.ts';
