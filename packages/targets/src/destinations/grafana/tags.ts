import { createHash } from 'node:crypto';
import { isRecord, type Owner, type Resource, type Stamp } from '@binnacle/model';

/** Grafana 12 keeps a dashboard's tags in a column of this width. */
const LONGEST_TAG = 50;
/** Hexadecimal digits of a checksum that a tag has room for. */
const DIGITS = 20;
const CHECKSUMS = /^binnacle:([0-9a-f]{20})(?:\+([0-9a-f]{20}))?$/;

function ownerTag({ project, environment }: Owner): string {
  const tag = `binnacle:${project}/${environment}`;
  if (tag.length <= LONGEST_TAG) return tag;
  return `binnacle:/${createHash('sha256').update(tag).digest('hex').slice(0, DIGITS)}`;
}

function checksumTag({ checksum, stored }: Stamp): string {
  return `binnacle:${checksum.slice(0, DIGITS)}${stored === undefined ? '' : `+${stored.slice(0, DIGITS)}`}`;
}

function tagsOf({ spec }: Resource): readonly unknown[] {
  return isRecord(spec) && Array.isArray(spec['tags']) ? spec['tags'] : [];
}

function withTags(resource: Resource, tags: readonly unknown[]): Resource {
  return isRecord(resource.spec) ? { ...resource, spec: { ...resource.spec, tags } } : resource;
}

/** The dashboard with its stamp as two tags: for servers that keep no annotations. */
export function withTagStamp(dashboard: Resource, stamp: Stamp): Resource {
  return withTags(dashboard, [...tagsOf(dashboard), ownerTag(stamp), checksumTag(stamp)]);
}

/** The dashboard without the owner's tags. */
export function withoutTagStamp(dashboard: Resource, owner: Owner): Resource {
  const tags = tagsOf(dashboard);
  if (!tags.includes(ownerTag(owner))) return dashboard;
  const kept = tags.filter((tag) => tag !== ownerTag(owner) && !(typeof tag === 'string' && CHECKSUMS.test(tag)));
  return withTags(dashboard, kept);
}

/**
 * The owner's stamp in a dashboard's tags. A tag has room for the beginning of a checksum: it stands for the one of
 * `known` that begins so, and for none that we know otherwise.
 */
export function tagStampOf(dashboard: Resource, owner: Owner, known: readonly string[]): Stamp | undefined {
  const tags = tagsOf(dashboard);
  if (!tags.includes(ownerTag(owner))) return undefined;
  const [, checksum, stored] = tags.map((tag) => CHECKSUMS.exec(String(tag))).find((match) => match !== null) ?? [];
  if (checksum === undefined) return undefined;
  const whole = (start: string): string => known.find((one) => one.startsWith(start)) ?? start;
  return { ...owner, checksum: whole(checksum), ...(stored !== undefined && { stored: whole(stored) }) };
}
