import { ConstantVariable, type SceneVariable } from '@grafana/scenes';
import { VariableHide } from '@grafana/data';
import type { Variable } from '../spec.ts';
import { describedAs } from './shape.ts';

/** A value that nobody changes and nobody sees. */
export function constantVariable({ spec }: Variable<'ConstantVariable'>): SceneVariable {
  return new ConstantVariable({ ...describedAs(spec), value: spec.query, hide: VariableHide.hideVariable });
}
