import type { Labels, Selector } from '../../query/vector.ts';
import { variable, type ChoiceOptions } from './label-values.ts';
import type { Variable } from './variable.ts';

/** Which instances to show: any number of them, at first all. */
export function instanceVariable<D extends Labels & { readonly instance: string }>(
  series: Pick<Selector<D>, 'expr' | 'where'>,
  options: ChoiceOptions<'instance'> = {},
): Variable<'instance'> {
  return variable<Labels, 'instance', 'instance'>(series, 'instance', { multi: true, includeAll: true, ...options });
}

/** Which environment to show, one at a time; `label` is what the scrape calls it. */
export function environmentVariable<D extends Labels, const L extends keyof D & string>(
  series: Pick<Selector<D>, 'expr' | 'where'>,
  label: L,
  options: ChoiceOptions<'environment'> = {},
): Variable<'environment', D[L]> {
  return variable<D, L, 'environment'>(series, label, { name: 'environment', ...options });
}
