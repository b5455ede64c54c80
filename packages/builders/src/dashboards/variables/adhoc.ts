import { datasourceOf } from '../queries/datasource.ts';
import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

export interface AdhocOptions extends VariableOptions {
  /** Plugin id of the datasource whose queries are filtered. Default: Prometheus. */
  readonly plugin?: string;
  /** Logical name of the datasource. Default: the dashboard's datasource variable. */
  readonly datasource?: string;
  /** Filters that are always on: label → value. */
  readonly base?: Readonly<Record<string, string>>;
}

/** Filters that readers add to every query, for any label. */
export function adhocVariable<const N extends string>(name: N, options: AdhocOptions = {}): Variable<N> {
  const { plugin = 'prometheus', datasource, base = {} } = options;
  return variableOf(name, {
    kind: 'AdhocVariable',
    group: plugin,
    datasource: datasourceOf(plugin, datasource) ?? {},
    spec: {
      ...variableFrame(name, options),
      baseFilters: Object.entries(base).map(([key, value]) => ({ key, operator: '=', value, condition: '' })),
      filters: [],
      defaultKeys: [],
      allowCustomValue: true,
    },
  });
}
