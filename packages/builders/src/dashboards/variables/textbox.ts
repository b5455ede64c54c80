import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

export interface TextVariableOptions extends VariableOptions {
  /** Text at first. */
  readonly value?: string;
}

/** Text that the reader types: part of a log line, a customer's id. */
export function textVariable<const N extends string>(name: N, options: TextVariableOptions = {}): Variable<N> {
  const { value = '' } = options;
  return variableOf(name, {
    kind: 'TextVariable',
    spec: { ...variableFrame(name, options), query: value, current: { text: value, value } },
  });
}
