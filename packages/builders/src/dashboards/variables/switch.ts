import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

export interface SwitchOptions extends VariableOptions {
  /** Value when on; default `true`. */
  readonly on?: string;
  /** Value when off; default `false`. */
  readonly off?: string;
  /** Default: off. */
  readonly initially?: 'on' | 'off';
}

/** A choice of two, as a switch. */
export function switchVariable<const N extends string>(name: N, options: SwitchOptions = {}): Variable<N> {
  const { on = 'true', off = 'false', initially = 'off' } = options;
  return variableOf(name, {
    kind: 'SwitchVariable',
    spec: {
      ...variableFrame(name, options),
      enabledValue: on,
      disabledValue: off,
      current: initially === 'on' ? on : off,
    },
  });
}
