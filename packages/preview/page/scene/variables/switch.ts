import { type SceneVariable, SwitchVariable } from '@grafana/scenes';
import type { Variable } from '../spec.ts';
import { describedAs } from './shape.ts';

/** A variable of two values. */
export function switchVariable({ spec }: Variable<'SwitchVariable'>): SceneVariable {
  const { current, enabledValue, disabledValue } = spec;
  return new SwitchVariable({ ...describedAs(spec), value: current, enabledValue, disabledValue });
}
