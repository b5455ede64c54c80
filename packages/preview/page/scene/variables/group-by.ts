import { GroupByVariable, type SceneVariable } from '@grafana/scenes';
import { SOURCE } from '../../data/source.ts';
import type { Variable } from '../spec.ts';
import { choiceOf, describedAs } from './shape.ts';

/** Labels to group by, for queries that name the variable. */
export function groupByVariable({ spec }: Variable<'GroupByVariable'>): SceneVariable {
  return new GroupByVariable({
    ...describedAs(spec),
    ...choiceOf({ ...spec, multi: true }),
    applyMode: 'manual',
    datasource: SOURCE,
    isMulti: true,
  });
}
