import { datasourceOf } from '../queries/datasource.ts';
import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

export interface GroupByOptions extends VariableOptions {
  /** Plugin id of the datasource whose queries are grouped. Default: Prometheus. */
  readonly plugin?: string;
  /** Logical name of the datasource. Default: the dashboard's datasource variable. */
  readonly datasource?: string;
}

/** Labels that readers choose to split by. */
export function groupByVariable<const N extends string>(
  name: N,
  labels: readonly string[],
  options: GroupByOptions = {},
): Variable<N> {
  const { plugin = 'prometheus', datasource } = options;
  return variableOf(name, {
    kind: 'GroupByVariable',
    group: plugin,
    datasource: datasourceOf(plugin, datasource) ?? {},
    spec: {
      ...variableFrame(name, options),
      multi: true,
      current: { text: [], value: [] },
      options: labels.map((label) => ({ text: label, value: label })),
    },
  });
}
