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

/** A stored contact point; its secrets are plain here, as nobody can read them. */
export interface StoredContactPoint {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly disableResolveMessage: boolean;
  readonly provenance: string;
}

/** A stored mute timing or template: what was sent, and who may change it. */
export interface StoredNamed {
  readonly content: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly provenance: string;
}

/** The one tree of notification policies. */
export interface StoredPolicies {
  readonly tree: Readonly<Record<string, unknown>>;
  readonly provenance: string;
}

/** What a new organisation tells whom. */
export const DEFAULT_POLICIES: StoredPolicies = {
  tree: { receiver: 'grafana-default-email', group_by: ['grafana_folder', 'alertname'] },
  provenance: '',
};
const DEFAULT_CONTACT_POINT: StoredContactPoint = {
  uid: 'default-email',
  name: 'grafana-default-email',
  type: 'email',
  settings: { addresses: '<example@email.com>' },
  disableResolveMessage: false,
  provenance: '',
};

/** A datasource; `readOnly` stands for one from a provisioning file. */
export interface FakeDatasource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly readOnly?: boolean;
  readonly version?: number;
}

/** Everything one organisation holds. Objects by name; rules in their order, by uid; contact points by uid. */
export interface Organisation {
  readonly id: number;
  readonly namespace: string;
  readonly folders: Map<string, StoredObject>;
  readonly dashboards: Map<string, StoredObject>;
  readonly rules: Map<string, StoredRule>;
  readonly datasources: Map<string, FakeDatasource>;
  /** By uid. */
  readonly contactPoints: Map<string, StoredContactPoint>;
  /** By name. */
  readonly muteTimings: Map<string, StoredNamed>;
  readonly templates: Map<string, StoredNamed>;
  /** One entry: the organisation has one tree. */
  readonly policies: Map<'tree', StoredPolicies>;
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
    contactPoints: new Map([[DEFAULT_CONTACT_POINT.uid, DEFAULT_CONTACT_POINT]]),
    muteTimings: new Map(),
    templates: new Map(),
    policies: new Map([['tree', DEFAULT_POLICIES]]),
  };
}
