import type { Origin } from './origin.ts';

/** Kubernetes-style object metadata. `name` is unique per kind (and namespace, where one is used). */
export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Where a resource and its parts were written. `parts` is keyed by JSON pointer into the resource (`/spec/groups/0/rules/1`). */
export interface Source {
  readonly origin: Origin;
  readonly parts?: Readonly<Record<string, Origin>>;
  /** What definitions call its parts, by JSON pointer: `/spec/metrics/0` is `requests` in `service.metrics.requests`. */
  readonly names?: Readonly<Record<string, string>>;
  /** How definitions import it. Known of what has named parts. */
  readonly exported?: Exported;
}

/** An export of a definition file. */
export interface Exported {
  /** Absolute path. */
  readonly file: string;
  /** `default` where it has no name of its own. */
  readonly name: string;
}

/** The envelope everything in Binnacle is: plain JSON data plus `source`, which no emitter writes out. */
export interface Resource<Spec = unknown> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec: Spec;
  readonly source?: Source;
}

/** Label keys on every resource that belongs to a service; also the join keys of the project graph. */
export const SERVICE_LABEL = 'binnacle.dev/service';
export const TEAM_LABEL = 'binnacle.dev/team';
/** Grafana's own annotation for the folder a dashboard or folder lives in (its value is the folder's `metadata.name`). */
export const FOLDER_ANNOTATION = 'grafana.app/folder';

/** `Kind/name`, or `Kind/namespace/name`: how messages and reports name a resource. */
export function resourceId(resource: Pick<Resource, 'kind' | 'metadata'>): string {
  const { name, namespace } = resource.metadata;
  return namespace === undefined ? `${resource.kind}/${name}` : `${resource.kind}/${namespace}/${name}`;
}

/** True for any object that has the envelope's four fields with the right types. */
export function isResource(value: unknown): value is Resource {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata, spec } = value as Partial<Record<keyof Resource, unknown>>;
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null &&
    typeof (metadata as { name?: unknown }).name === 'string' &&
    spec !== undefined
  );
}
