import { GroupByVariable, type SceneVariable } from '@grafana/scenes';
import { SOURCE } from '../../data/source.ts';
import { textOf } from '../../drawing/field-values.ts';
import type { Variable } from '../spec.ts';
import { choiceOf, describedAs, optionsOf } from './shape.ts';

/** Labels by which every aggregation is grouped too; those of the definition to choose from, otherwise those of the data. */
export function groupByVariable({ spec }: Variable<'GroupByVariable'>): SceneVariable {
  const { defaultValue, options } = spec;
  const { value, text } = choiceOf({ ...spec, multi: true });
  const given = optionsOf(options).map((option) => ({ text: option.label, value: textOf(option.value) }));
  return new GroupByVariable({
    ...describedAs(spec),
    value,
    text,
    isMulti: true,
    applyMode: 'auto',
    datasource: SOURCE,
    ...(given.length === 0 ? {} : { defaultOptions: given }),
    ...(defaultValue === undefined ? {} : { defaultValue: choiceOf({ current: defaultValue, multi: true }) }),
  });
}
