import { IntervalVariable, type SceneVariable } from '@grafana/scenes';
import type { Variable } from '../spec.ts';
import { describedAs } from './shape.ts';

const AUTO = '$__auto';

/** A variable of durations, one of which may follow from the time range. */
export function intervalVariable({ spec }: Variable<'IntervalVariable'>): SceneVariable {
  const { query, auto, auto_min: least, auto_count: steps, current } = spec;
  const intervals = query
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'auto');
  const [chosen = ''] = [current.value].flat();
  const first = auto ? AUTO : (intervals[0] ?? '1m');
  return new IntervalVariable({
    ...describedAs(spec),
    intervals,
    autoEnabled: auto,
    autoMinInterval: least === '' ? '10s' : least,
    autoStepCount: steps > 0 ? steps : 30,
    value: chosen === '' ? first : chosen.startsWith('$__auto') ? AUTO : chosen,
  });
}
