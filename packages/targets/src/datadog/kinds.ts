import type { ServiceKind } from '@binnacle/model';

/** Kinds of v3 entities a service becomes. */
export type EntityKind = 'service' | 'datastore' | 'queue' | 'library';

/** What Datadog calls a kind of service. */
export interface DatadogKind {
  readonly kind: EntityKind;
  /** `spec.type` of a v3 entity: free text. */
  readonly type?: string;
  /** `type` of a v2.2 definition: a closed list. */
  readonly typeV22: 'web' | 'db' | 'custom';
}

/** How each kind of service is written for Datadog; only a service entity has languages. */
export const KINDS: Readonly<Record<ServiceKind, DatadogKind>> = {
  'online-serving': { kind: 'service', type: 'web', typeV22: 'web' },
  'offline-processing': { kind: 'service', type: 'worker', typeV22: 'custom' },
  batch: { kind: 'service', type: 'batch', typeV22: 'custom' },
  library: { kind: 'library', typeV22: 'custom' },
  datastore: { kind: 'datastore', typeV22: 'db' },
  queue: { kind: 'queue', typeV22: 'custom' },
  host: { kind: 'service', type: 'host', typeV22: 'custom' },
  infrastructure: { kind: 'service', type: 'infrastructure', typeV22: 'custom' },
};
