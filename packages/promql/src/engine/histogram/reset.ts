import { countAt } from './bounds.ts';
import { coarser, commonBounds, outsideZero, rebound, sameBounds } from './buckets.ts';
import { isCustom, type Buckets, type Histogram } from './histogram.ts';
import { widerZero } from './zero.ts';

/** Whether a counter was reset between two samples of its histogram: something went down, or the layout became finer. */
export function detectReset(current: Histogram, previous: Histogram): boolean {
  if (current.hint === 'reset') return true;
  if (current.hint === 'notReset' || current.hint === 'gauge') return false;
  if (current.count < previous.count) return true;
  if (isCustom(current) !== isCustom(previous)) return true;
  if (isCustom(current)) return customReset(current, previous);
  if (current.schema > previous.schema) return true;
  if (current.zeroThreshold < previous.zeroThreshold) return true;
  const zero = widerZero(previous, current.zeroThreshold);
  if (zero.threshold !== current.zeroThreshold || current.zeroCount < zero.count) return true;
  return (['positive', 'negative'] as const).some((side) =>
    wentDown(
      current[side],
      coarser(outsideZero(previous[side], previous.schema, zero.threshold), previous.schema, current.schema),
    ),
  );
}

function customReset(current: Histogram, previous: Histogram): boolean {
  if (sameBounds(current.customBounds, previous.customBounds)) return wentDown(current.positive, previous.positive);
  const bounds = commonBounds(current.customBounds, previous.customBounds);
  return wentDown(
    rebound(current.positive, current.customBounds, bounds),
    rebound(previous.positive, previous.customBounds, bounds),
  );
}

function wentDown(current: Buckets, previous: Buckets): boolean {
  return previous.index.some((index, i) => countAt(current, index) < (previous.count[i] ?? 0));
}
