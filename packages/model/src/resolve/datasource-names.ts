import type { Environment } from '../environment.ts';
import { nearest } from '../nearest.ts';

/** Datasources Grafana itself provides; every instance has them under these names. */
const BUILT_IN = new Set(['grafana', '-- Grafana --', '-- Mixed --', '-- Dashboard --', '__expr__']);

/** A datasource of the environment as definitions name it and as Grafana does. */
export interface DefaultDatasource {
  readonly name: string;
  readonly uid: string;
}

/** How one environment translates logical datasource names. */
export interface DatasourceNames {
  /** The uid behind a logical name, a uid or a built-in name; a variable (`$ds`, `${ds}`) is left as it is. Undefined when unknown. */
  readonly uid: (name: string) => string | undefined;
  /** The default datasource of a plugin type. */
  readonly defaultOf: (type: string) => DefaultDatasource | undefined;
  /** What to write where none is of a plugin type; undefined when some datasource is. */
  readonly fixType: (type: string) => string | undefined;
  /** What to write instead of an unknown name. */
  readonly fix: (name: string) => string;
}

/** The translation table of an environment. */
export function datasourceNames(environment: Environment): DatasourceNames {
  const { datasources } = environment;
  const uids = new Set(Object.values(datasources).map(({ uid }) => uid));
  const defaults = new Map(
    Object.entries(datasources)
      .filter(([, { default: isDefault }]) => isDefault === true)
      .map(([name, { type, uid }]) => [type, { name, uid }]),
  );
  return {
    uid(name) {
      if (name.startsWith('$') || BUILT_IN.has(name)) return name;
      if (Object.hasOwn(datasources, name)) return datasources[name]?.uid;
      return uids.has(name) ? name : undefined;
    },
    defaultOf: (type) => defaults.get(type),
    fixType(type) {
      const types = new Set(Object.values(datasources).map((one) => one.type));
      if (types.has(type)) return undefined;
      const near = nearest(type, types);
      const declare = `declare one under environments.${environment.name}.datasources`;
      return near === undefined ? declare : `${declare}, where '${near}' is declared`;
    },
    fix(name) {
      const known = Object.keys(datasources);
      const near = nearest(name, known);
      if (near !== undefined) return `did you mean '${near}'?`;
      const declare = `declare it under environments.${environment.name}.datasources`;
      return known.length === 0 ? declare : `write one of: ${known.toSorted().join(', ')}, or ${declare}`;
    },
  };
}
