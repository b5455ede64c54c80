/** The dashboard variable through which queries of one plugin reach their datasource. */
export interface DatasourceVariableName {
  readonly name: string;
  readonly label: string;
}

const VARIABLES: Readonly<Record<string, DatasourceVariableName>> = {
  prometheus: { name: 'datasource', label: 'Metrics' },
  loki: { name: 'loki', label: 'Logs' },
  tempo: { name: 'tempo', label: 'Traces' },
  'grafana-pyroscope-datasource': { name: 'pyroscope', label: 'Profiles' },
  mysql: { name: 'mysql', label: 'MySQL' },
  'grafana-postgresql-datasource': { name: 'postgres', label: 'PostgreSQL' },
  cloudwatch: { name: 'cloudwatch', label: 'CloudWatch' },
};

/** Plugins that nobody chooses: Grafana's own, under a fixed name, and TestData, of which any will do. */
const FIXED: ReadonlyMap<string, string | undefined> = new Map([
  ['grafana', '-- Grafana --'],
  ['datasource', '-- Dashboard --'],
  ['__expr__', '__expr__'],
  ['grafana-testdata-datasource', undefined],
]);

/** Variable of a plugin's datasource; undefined for what Grafana itself provides. */
export function datasourceVariable(plugin: string): DatasourceVariableName | undefined {
  if (FIXED.has(plugin)) return undefined;
  return VARIABLES[plugin] ?? { name: plugin.replaceAll(/\W+/g, '_'), label: plugin };
}

/** A datasource as a query names it: the given logical name, else the dashboard's variable for the plugin. */
export function datasourceOf(plugin: string, logical: string | undefined): { readonly name: string } | undefined {
  if (logical !== undefined) return { name: logical };
  const fixed = FIXED.get(plugin);
  if (fixed !== undefined) return { name: fixed };
  const variable = datasourceVariable(plugin);
  return variable === undefined ? undefined : { name: `\${${variable.name}}` };
}

const PLUGIN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(VARIABLES).map(([plugin, { name }]) => [`\${${name}}`, plugin]),
);

/** Plugins whose datasource variables a text refers to. */
export function datasourcesIn(text: string): readonly string[] {
  return (text.match(/\$\{\w+\}/g) ?? []).flatMap((variable) => PLUGIN_OF.get(variable) ?? []);
}
