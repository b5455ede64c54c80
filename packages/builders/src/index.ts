export * from './metrics/label.ts';
export { counter, type Counter } from './metrics/counter.ts';
export { rate } from './query/rate.ts';
export { sum } from './query/aggregate.ts';
export type { Vector, Selector, Scalar, Range, Window, Match, Matchers, Kind } from './query/vector.ts';
