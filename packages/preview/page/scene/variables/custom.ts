import { CustomVariable, type SceneVariable } from '@grafana/scenes';
import type { Variable } from '../spec.ts';
import { choiceOf, describedAs } from './shape.ts';

/** A variable with a list of values: `a, b, name : value`. */
export function customVariable({ spec }: Variable<'CustomVariable'>): SceneVariable {
  const { query, valuesFormat } = spec;
  return new CustomVariable({
    ...describedAs(spec),
    ...choiceOf(spec),
    query,
    ...(valuesFormat === undefined ? {} : { valuesFormat }),
  });
}
