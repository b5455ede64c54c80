import { VariableRefresh, VariableSort } from '@grafana/data';
import { QueryVariable, type SceneVariable } from '@grafana/scenes';
import { SOURCE } from '../../data/source.ts';
import { queryIn, sourceIn } from '../data-query.ts';
import type { Variable } from '../spec.ts';
import { choiceOf, describedAs, optionsOf } from './shape.ts';

const REFRESH: Readonly<Record<string, VariableRefresh>> = {
  never: VariableRefresh.onDashboardLoad,
  onDashboardLoad: VariableRefresh.onDashboardLoad,
  onTimeRangeChanged: VariableRefresh.onTimeRangeChanged,
};

const SORT: Readonly<Record<string, VariableSort>> = {
  disabled: VariableSort.disabled,
  alphabeticalAsc: VariableSort.alphabeticalAsc,
  alphabeticalDesc: VariableSort.alphabeticalDesc,
  numericalAsc: VariableSort.numericalAsc,
  numericalDesc: VariableSort.numericalDesc,
  alphabeticalCaseInsensitiveAsc: VariableSort.alphabeticalCaseInsensitiveAsc,
  alphabeticalCaseInsensitiveDesc: VariableSort.alphabeticalCaseInsensitiveDesc,
  naturalAsc: VariableSort.naturalAsc,
  naturalDesc: VariableSort.naturalDesc,
};

/** A variable whose values are asked of Prometheus: `label_values(up, job)`. */
export function queryVariable({ spec }: Variable<'QueryVariable'>): SceneVariable {
  const { query, regex, refresh, sort, staticOptions } = spec;
  return new QueryVariable({
    ...describedAs(spec),
    ...choiceOf(spec),
    datasource: SOURCE,
    query: { refId: 'variable', query: queryIn(query, spec.definition), source: sourceIn(query), group: query.group },
    regex,
    refresh: REFRESH[refresh] ?? VariableRefresh.onDashboardLoad,
    sort: SORT[sort] ?? VariableSort.disabled,
    ...(staticOptions === undefined ? {} : { staticOptions: optionsOf(staticOptions) }),
  });
}
