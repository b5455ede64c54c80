import { datasourceVariable } from '../queries/datasource.ts';
import { variableFrame, variableOf, type Variable } from './variable.ts';

/** The choice of a datasource among those of a plugin; an environment's default one is chosen first. */
export function datasourceChoice(plugin: string): Variable | undefined {
  const named = datasourceVariable(plugin);
  if (named === undefined) return undefined;
  return variableOf(named.name, {
    kind: 'DatasourceVariable',
    spec: {
      ...variableFrame(named.name, { label: named.label }),
      pluginId: plugin,
      refresh: 'onDashboardLoad',
      regex: '',
      current: { text: '', value: '' },
      options: [],
      multi: false,
      includeAll: false,
      allowCustomValue: false,
    },
  });
}
