import { isAbsolute, relative, sep } from 'node:path';
import type { LiveResource, Owner, Resource, Stamp } from '@binnacle/model';
import { present } from '../../present.ts';

type Annotations = Readonly<Record<string, string>>;

/** Grafana's own annotations that say who manages a resource, and from which source. */
const KIND = 'grafana.app/managedBy';
const ID = 'grafana.app/managerId';
const EDITS = 'grafana.app/managerAllowsEdits';
const PATH = 'grafana.app/sourcePath';
const CHECKSUM = 'grafana.app/sourceChecksum';
/** What Grafana shows in the history of versions. */
const MESSAGE = 'grafana.app/message';
/** Who wrote it last, and when; Grafana's own. */
const BY = 'grafana.app/updatedBy';
const AT = 'grafana.app/updatedTimestamp';
const STORED = 'binnacle.dev/stored-checksum';

/** The kind of manager that is a tool outside, and locks nothing but the browser. Grafana knows a closed list of kinds. */
const OUR_KIND = 'kubectl';
const SHA256 = /^[0-9a-f]{64}$/;

/** What ownership annotations say besides the stamp. */
export interface OwnershipOptions {
  readonly allowEdits: boolean;
  /** The path, from the project's folder, of the file that made the resource. */
  readonly source?: string;
}

/** A file relative to the project's folder, with forward slashes; undefined outside of it, as no other machine has that path. */
export function sourcePath({ source }: Resource, root: string): string | undefined {
  if (source === undefined) return undefined;
  const { file } = source.origin;
  const path = isAbsolute(file) ? relative(root, file) : file;
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}

function managerId({ project, environment }: Owner): string {
  return `${project}/${environment}`;
}

/** The stamp as Grafana's ownership annotations. */
export function ownershipAnnotations(stamp: Stamp, { allowEdits, source }: OwnershipOptions): Annotations {
  return {
    [KIND]: OUR_KIND,
    [ID]: managerId(stamp),
    ...(allowEdits && { [EDITS]: 'true' }),
    ...(source !== undefined && { [PATH]: source }),
    [CHECKSUM]: stamp.checksum,
    ...(stamp.stored !== undefined && { [STORED]: stamp.stored }),
    [MESSAGE]: `Written by Binnacle${source === undefined ? '' : ` from ${source}`}`.slice(0, 500),
  };
}

/** The stamp that ownership annotations hold; undefined when another tool wrote them, or none. */
export function ownershipStamp(annotations: Annotations = {}): Stamp | undefined {
  const { [KIND]: kind, [ID]: id = '', [CHECKSUM]: checksum = '', [STORED]: stored } = annotations;
  const slash = id.lastIndexOf('/');
  if (kind !== OUR_KIND || slash < 1 || !SHA256.test(checksum)) return undefined;
  const owner = { project: id.slice(0, slash), environment: id.slice(slash + 1) };
  return { ...owner, checksum, ...(stored !== undefined && { stored }) };
}

/** Who manages a resource. */
export interface Manager {
  /** In words: `terraform/platform`, `a file on the server`. */
  readonly name: string;
  /** True for one whose annotations may be taken off so that ours take their place. */
  readonly isReplaceable: boolean;
}

/** The manager that annotations name; undefined for a resource that is edited in the browser only. */
export function managerOf(annotations: Annotations = {}): Manager | undefined {
  const { [KIND]: kind, [ID]: id } = annotations;
  // Grafana ignores a manager without an identity.
  if (kind === undefined || id === undefined) return undefined;
  if (kind.startsWith('classic-')) return { name: 'a file on the server', isReplaceable: false };
  return { name: `${kind}/${id}`, isReplaceable: kind === OUR_KIND };
}

/** Who wrote it last, and when: `user:1` or `service-account:1`, as Grafana notes it. */
export function lastEdit({ [BY]: by, [AT]: at }: Annotations = {}): LiveResource['edited'] {
  return by === undefined && at === undefined ? undefined : present({ by, at });
}

/** Annotations without those that Grafana sets or that we add: what a definition may have said. */
export function ownAnnotations(annotations: Annotations = {}, kept: string): Record<string, string> {
  const entries = Object.entries(annotations);
  return Object.fromEntries(
    entries.filter(([key]) => key === kept || !(key.startsWith('grafana.app/') || key === STORED)),
  );
}
