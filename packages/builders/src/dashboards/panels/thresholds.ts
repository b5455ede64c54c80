import type { ThresholdsConfig } from '../schema.ts';
import { colourName, type Meaning } from './colour.ts';

type Level = Exclude<Meaning, 'neutral'>;

/** Values from which on a level holds, and what holds below the lowest of them. */
export interface ThresholdOptions extends Readonly<Partial<Record<Level, number>>> {
  /** Default: `ok`; `critical` when a level `ok` is given, because then higher is better. */
  readonly below?: Meaning;
  /** Values are percentages of the field's range. */
  readonly percentage?: boolean;
}

/** Thresholds by meaning: `thresholds({ warning: 0.7, critical: 0.9 })`; `thresholds({ warning: 0.99, ok: 0.999 })`. */
export function thresholds(options: ThresholdOptions): ThresholdsConfig {
  const { below = options.ok === undefined ? 'ok' : 'critical', percentage = false, ...levels } = options;
  const steps = Object.entries(levels)
    .filter((level): level is [Level, number] => level[1] !== undefined)
    .toSorted(([, a], [, b]) => a - b)
    .map(([level, value]) => ({ value, color: colourName(level) }));
  return {
    mode: percentage ? 'percentage' : 'absolute',
    steps: [{ value: null, color: colourName(below) }, ...steps],
  };
}

/** One calm colour whatever the value: Grafana's own default turns red at 80. */
export function noThresholds(): ThresholdsConfig {
  return { mode: 'absolute', steps: [{ value: null, color: colourName('info') }] };
}
