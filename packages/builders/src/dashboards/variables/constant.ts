import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

/** A value that queries share and readers do not see. */
export function constantVariable<const N extends string>(
  name: N,
  value: string,
  options: VariableOptions = {},
): Variable<N> {
  return variableOf(name, {
    kind: 'ConstantVariable',
    spec: {
      ...variableFrame(name, { hide: 'hideVariable', ...options }),
      query: value,
      current: { text: value, value },
    },
  });
}
