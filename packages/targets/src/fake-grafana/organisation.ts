/** A stored object of `/apis`. */
export interface StoredObject {
  /** The version it was written in: `v2`. */
  readonly version: string;
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly generation: number;
    readonly creationTimestamp: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A stored alert or recording rule, in the provisioning API's shape. */
export interface StoredRule {
  readonly uid: string;
  readonly folder: string;
  readonly group: string;
  readonly interval: number;
  readonly provenance: string;
  readonly rule: Readonly<Record<string, unknown>>;
  /** The Prometheus rule it was converted from. */
  readonly original?: unknown;
}

/** A datasource; `readOnly` stands for one from a provisioning file. */
export interface FakeDatasource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly readOnly?: boolean;
  readonly version?: number;
}

/** Everything one organisation holds. Objects by name; rules in their order, by uid. */
export interface Organisation {
  readonly id: number;
  readonly namespace: string;
  readonly folders: Map<string, StoredObject>;
  readonly dashboards: Map<string, StoredObject>;
  readonly rules: Map<string, StoredRule>;
  readonly datasources: Map<string, FakeDatasource>;
}

/** Grafana's annotation for the folder that something is in. */
export const FOLDER = 'grafana.app/folder';

/** uid of the folder an object is in; empty for the root. */
export function folderOf({ metadata }: Pick<StoredObject, 'metadata'>): string {
  const folder = metadata.annotations[FOLDER] ?? '';
  return folder === 'general' ? '' : folder;
}

/** An empty organisation. */
export function organisation(id: number, namespace: string, datasources: readonly FakeDatasource[]): Organisation {
  return {
    id,
    namespace,
    folders: new Map(),
    dashboards: new Map(),
    rules: new Map(),
    datasources: new Map(datasources.map((one) => [one.uid, one])),
  };
}
