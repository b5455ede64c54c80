/** A part of the language that came after Prometheus 2.0. */
export interface LanguageFeature {
  readonly name: string;
  /** First Prometheus release that has it. */
  readonly since: string;
  /** Feature flag it needs (`--enable-feature`). */
  readonly feature?: string;
  /** First release that has it without the flag. */
  readonly stable?: string;
}

const DURATIONS = 'promql-duration-expr';
const EXTENDED = 'promql-extended-range-selectors';
const FILL = 'promql-binop-fill-modifiers';

/** Every part of the language with a history; functions and aggregations have theirs in their own tables. */
export const LANGUAGE_FEATURES = {
  subquery: { name: 'sub-query', since: '2.7' },
  at: { name: '@ modifier', since: '2.25', feature: 'promql-at-modifier', stable: '2.33' },
  negativeOffset: { name: 'negative offset', since: '2.26', feature: 'promql-negative-offset', stable: '2.33' },
  atan2: { name: 'atan2', since: '2.31' },
  durationNumber: { name: 'duration as a number', since: '2.54' },
  plainDuration: { name: 'number of seconds as a duration', since: '2.54' },
  quotedName: { name: 'quoted name', since: '3.0' },
  durationArithmetic: { name: 'duration arithmetic', since: '3.4', feature: DURATIONS, stable: '3.14' },
  durationStep: { name: 'step() as a duration', since: '3.6', feature: DURATIONS, stable: '3.14' },
  durationRange: { name: 'range() as a duration', since: '3.10', feature: DURATIONS, stable: '3.14' },
  durationMinMax: { name: 'min_of and max_of of durations', since: '3.13', feature: DURATIONS, stable: '3.14' },
  anchored: { name: 'anchored', since: '3.7', feature: EXTENDED },
  smoothed: { name: 'smoothed', since: '3.7', feature: EXTENDED },
  fill: { name: 'fill', since: '3.10', feature: FILL },
  trim: { name: 'histogram trimming with </ and >/', since: '3.11' },
} as const satisfies Readonly<Record<string, LanguageFeature>>;

/** Names of {@link LANGUAGE_FEATURES}. */
export type LanguageFeatureName = keyof typeof LANGUAGE_FEATURES;
