import { selection } from './label-values.ts';
import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

export interface CustomOptions<N extends string = string> extends VariableOptions<N> {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

/** A choice among values written here; `customVariable('quantile', ['0.5', '0.99'])`. The first is chosen at first. */
export function customVariable<const N extends string, const V extends string>(
  name: N,
  values: readonly [V, ...V[]],
  options: CustomOptions = {},
): Variable<N, V> {
  const { multi = false, includeAll = false } = options;
  const [first] = values;
  const { current, ...rest } = selection(multi, includeAll);
  return variableOf(
    name,
    {
      kind: 'CustomVariable',
      spec: {
        ...variableFrame(name, options),
        ...rest,
        current: includeAll ? current : { text: first, value: first },
        query: values.map((value) => value.replaceAll(',', String.raw`\,`)).join(','),
        options: values.map((value) => ({ text: value, value, selected: !includeAll && value === first })),
        allowCustomValue: false,
      },
    },
    multi || includeAll,
  );
}
