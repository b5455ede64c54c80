import { toQuery, type AnyQuery } from '../queries/sdk.ts';
import { datasourceOf } from '../queries/datasource.ts';
import { selection, type ChoiceOptions } from './label-values.ts';
import { variableFrame, variableOf, type Variable } from './variable.ts';

/** A choice among what any datasource answers: names from a table of customers, streams of a log. */
export function queryVariable<const N extends string>(
  name: N,
  query: AnyQuery,
  options: Omit<ChoiceOptions, 'name' | 'datasource'> = {},
): Variable<N> {
  const { multi = false, includeAll = false, regex = '' } = options;
  const { plugin, spec, datasource } = toQuery(query);
  return variableOf(
    name,
    {
      kind: 'QueryVariable',
      spec: {
        ...variableFrame(name, options),
        ...selection(multi, includeAll),
        refresh: 'onDashboardLoad',
        sort: 'naturalAsc',
        regex: regex === '' ? '' : `/${regex}/`,
        options: [],
        allowCustomValue: true,
        query: {
          kind: 'DataQuery',
          group: plugin,
          version: 'v0',
          datasource: datasourceOf(plugin, datasource) ?? {},
          spec,
        },
      },
    },
    multi || includeAll,
  );
}
