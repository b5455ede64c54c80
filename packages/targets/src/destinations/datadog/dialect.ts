import { isRecord, type LiveResource, type Resource, type Stamp } from '@binnacle/model';
import type { CatalogSchema } from '../../schema-check.ts';
import { stampAnnotations, stampOf, withoutStampKeys } from '../../stamp/annotations.ts';
import { canonical } from './canonical.ts';

/** Any catalog document. */
export type Document = Readonly<Record<string, unknown>>;

/** A document taken apart: what it is called, and what it says. */
export interface Parts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly content: Document;
}

/** One of the two versions of Datadog's catalog: how its documents look, and where they are kept. */
export interface Dialect {
  readonly apart: (document: Document) => Parts | undefined;
  readonly together: (parts: Parts) => Document;
  readonly schema: (resource: Resource) => CatalogSchema;
  /** Everything there is. */
  readonly list: () => Promise<readonly LiveResource[]>;
  readonly read: (resource: Resource) => Promise<LiveResource | undefined>;
  /** Creates or replaces; gives what Datadog warns of. */
  readonly send: (document: Document) => Promise<readonly string[]>;
  readonly remove: (resource: Resource) => Promise<void>;
}

/** How a dialect takes its documents apart and puts them together. */
export type Form = Pick<Dialect, 'apart' | 'together' | 'schema'>;

function extensionsOf({ extensions }: Document): Document {
  return isRecord(extensions) ? extensions : {};
}

function texts(extensions: Document): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(extensions).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

/** A document as a resource: what it says, in one form, is the resource's spec; undefined for what is no document. */
export function resourceOf(document: Document, { apart }: Form): Resource | undefined {
  const parts = apart(document);
  if (parts === undefined) return undefined;
  const { apiVersion, kind, name, namespace, content } = parts;
  const spec = canonical({ ...content, extensions: withoutStampKeys(extensionsOf(content)) });
  return { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }) }, spec };
}

/** A document that Datadog holds; undefined for what is no document. */
export function liveOf(document: Document, form: Form, manager?: string): LiveResource | undefined {
  const resource = resourceOf(document, form);
  if (resource === undefined) return undefined;
  const stamp = stampOf(texts(extensionsOf(document)));
  return { resource, ...(stamp !== undefined && { stamp }), ...(manager !== undefined && { manager }) };
}

/** The document that a resource of this dialect is, with its stamp among the extensions, which Datadog keeps and ignores. */
export function documentOf({ apiVersion, kind, metadata, spec }: Resource, stamp: Stamp, { together }: Form): Document {
  const content = isRecord(spec) ? spec : {};
  const extensions = { ...extensionsOf(content), ...stampAnnotations(stamp) };
  const { name, namespace } = metadata;
  return together({
    apiVersion,
    kind,
    name,
    ...(namespace !== undefined && { namespace }),
    content: { ...content, extensions },
  });
}

/** The warnings in an answer: `/contacts/0: is not an address`. */
export function warningsIn(answer: unknown): string[] {
  const data = isRecord(answer) && Array.isArray(answer['data']) ? answer['data'].filter(isRecord) : [];
  return data.flatMap(({ meta, attributes }) => {
    const inside = isRecord(attributes) ? attributes['meta'] : undefined;
    return [meta, inside].flatMap((one) => {
      const warnings = isRecord(one) && Array.isArray(one['warnings']) ? one['warnings'].filter(isRecord) : [];
      return warnings.map(({ 'instance-location': place, message }) =>
        typeof place === 'string' && place !== '' ? `${place}: ${String(message)}` : String(message),
      );
    });
  });
}
