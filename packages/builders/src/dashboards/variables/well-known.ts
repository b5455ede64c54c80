import type { Matchable, Matchers, ValueOf } from '../../query/vector.ts';
import { variable, type ChoiceOptions } from './label-values.ts';
import type { Variable } from './variable.ts';

/** Which instances to show: any number of them, at first all. */
export function instanceVariable<W extends Matchers<'instance'>>(
  series: Matchable<W>,
  options: ChoiceOptions<'instance'> = {},
): Variable<'instance'> {
  return variable<W, 'instance', 'instance'>(series, 'instance', { multi: true, includeAll: true, ...options });
}

/** Which environment to show, one at a time; `label` is what the scrape calls it. */
export function environmentVariable<W = Matchers, const L extends keyof W & string = keyof W & string>(
  series: Matchable<W>,
  label: L,
  options: ChoiceOptions<'environment'> = {},
): Variable<'environment', ValueOf<W, L>> {
  return variable<W, L, 'environment'>(series, label, { name: 'environment', ...options });
}
