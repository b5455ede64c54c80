import { changes, resets } from './changes.ts';
import { countOverTime, firstOverTime, lastOverTime, presentOverTime, timeOfFirst, timeOfLast } from './ends.ts';
import { idelta, irate } from './instant-rate.ts';
import { extremeOverTime, madOverTime, quantileOverTime, standardOverTime, timeOfExtreme } from './over-time.ts';
import type { RangeFunction } from './range-context.ts';
import { delta, increase, rate } from './rate.ts';
import { deriv, doubleExponentialSmoothing, predictLinear } from './regression.ts';
import { avgOverTime, sumOverTime } from './sums.ts';

const ALL: Readonly<Record<string, RangeFunction>> = {
  avg_over_time: avgOverTime,
  changes,
  count_over_time: countOverTime,
  delta,
  deriv,
  double_exponential_smoothing: doubleExponentialSmoothing,
  first_over_time: firstOverTime,
  holt_winters: doubleExponentialSmoothing,
  idelta,
  increase,
  irate,
  last_over_time: lastOverTime,
  mad_over_time: madOverTime,
  max_over_time: extremeOverTime(1),
  min_over_time: extremeOverTime(-1),
  predict_linear: predictLinear,
  present_over_time: presentOverTime,
  quantile_over_time: quantileOverTime,
  rate,
  resets,
  stddev_over_time: standardOverTime(Math.sqrt),
  stdvar_over_time: standardOverTime((variance) => variance),
  sum_over_time: sumOverTime,
  ts_of_first_over_time: timeOfFirst,
  ts_of_last_over_time: timeOfLast,
  ts_of_max_over_time: timeOfExtreme(1),
  ts_of_min_over_time: timeOfExtreme(-1),
};

/** Every function over one range vector by name. */
export const RANGE_FUNCTIONS: ReadonlyMap<string, RangeFunction> = new Map(Object.entries(ALL));
