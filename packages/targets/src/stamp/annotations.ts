import type { Resource, Stamp } from '@binnacle/model';

const PROJECT = 'binnacle.dev/project';
const ENVIRONMENT = 'binnacle.dev/environment';
const CHECKSUM = 'binnacle.dev/checksum';
const STORED = 'binnacle.dev/stored-checksum';
const ALL = new Set([PROJECT, ENVIRONMENT, CHECKSUM, STORED]);

type Annotations = Readonly<Record<string, string>>;

/** The stamp as annotations, for systems that keep them. */
export function stampAnnotations({ project, environment, checksum, stored }: Stamp): Annotations {
  return {
    [PROJECT]: project,
    [ENVIRONMENT]: environment,
    [CHECKSUM]: checksum,
    ...(stored !== undefined && { [STORED]: stored }),
  };
}

/** The stamp that annotations hold; undefined when they hold none. */
export function stampOf(annotations: Annotations = {}): Stamp | undefined {
  const { [PROJECT]: project, [ENVIRONMENT]: environment, [CHECKSUM]: checksum, [STORED]: stored } = annotations;
  if (project === undefined || environment === undefined || checksum === undefined) return undefined;
  return { project, environment, checksum, ...(stored !== undefined && { stored }) };
}

/** The resource with the stamp among its annotations. */
export function withStamp(resource: Resource, stamp: Stamp): Resource {
  const annotations = { ...resource.metadata.annotations, ...stampAnnotations(stamp) };
  return { ...resource, metadata: { ...resource.metadata, annotations } };
}

/** What of a map is no part of a stamp. */
export function withoutStampKeys<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !ALL.has(key)));
}

/** The resource without stamp annotations, and without `annotations` when no others are left. */
export function withoutStamp(resource: Resource): Resource {
  const { annotations = {}, ...metadata } = resource.metadata;
  const kept = withoutStampKeys(annotations);
  return { ...resource, metadata: { ...metadata, ...(Object.keys(kept).length > 0 && { annotations: kept }) } };
}
