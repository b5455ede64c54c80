import { isRecord, type LiveResource, parseYaml, type Resource } from '@binnacle/model';
import type { HttpClient } from '../../http/client.ts';
import type { CatalogSchema } from '../../schema-check.ts';
import { type Dialect, type Document, type Form, liveOf, warningsIn } from './dialect.ts';

const PATH = '/api/v2/catalog/entity';
const PAGE = 100;
/** Pages have no order, so that one list may miss what moved between them; it is asked again so often. */
const PASSES = 3;

function reference({ kind, metadata: { name, namespace = 'default' } }: Resource): string {
  return `${kind}:${namespace}/${name}`;
}

function schemaOf(kind: string): CatalogSchema {
  switch (kind) {
    case 'service':
    case 'datastore':
    case 'queue':
    case 'system':
    case 'library':
      return `datadog-${kind}`;
    default:
      throw new Error(`no entity of kind ${kind} is made`);
  }
}

/** Entities of version 3: the kind and `metadata.name` say which one it is. */
const entityForm: Form = {
  apart: ({ apiVersion, kind, metadata, ...content }) => {
    if (typeof kind !== 'string' || !isRecord(metadata) || typeof metadata['name'] !== 'string') return undefined;
    const { name: _name, namespace, ...described } = metadata;
    return {
      apiVersion: typeof apiVersion === 'string' ? apiVersion : 'v3',
      kind,
      name: metadata['name'],
      ...(typeof namespace === 'string' && namespace !== 'default' && { namespace }),
      content: { ...content, metadata: described },
    };
  },
  together: ({ apiVersion, kind, name, namespace, content: { metadata, ...content } }) => ({
    apiVersion,
    kind,
    metadata: { name, ...(namespace !== undefined && { namespace }), ...(isRecord(metadata) && metadata) },
    ...content,
  }),
  schema: ({ kind }) => schemaOf(kind),
};

/** What somebody once sent, from the answer's base64: JSON, or YAML from a repository. */
async function sentDocument(encoded: string): Promise<Document | undefined> {
  const text = Buffer.from(encoded, 'base64').toString();
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    const [resource] = (await parseYaml(text, 'entity')).resources;
    return resource === undefined ? undefined : { ...resource, source: undefined };
  }
}

async function documentsIn(answer: unknown): Promise<Document[]> {
  const included = isRecord(answer) && Array.isArray(answer['included']) ? answer['included'].filter(isRecord) : [];
  const documents: Document[] = [];
  for (const { attributes } of included) {
    if (!isRecord(attributes)) continue;
    const encoded = attributes['raw_schema'] ?? attributes['rawSchema'];
    // oxlint-disable-next-line no-await-in-loop -- nothing is asked
    const document = typeof encoded === 'string' ? await sentDocument(encoded) : undefined;
    if (document !== undefined) documents.push(document);
  }
  return documents;
}

/** References of the entities that Datadog's own GitHub integration writes, and would write again. */
function managedByGithub(answer: unknown): ReadonlySet<string> {
  const data = isRecord(answer) && Array.isArray(answer['data']) ? answer['data'].filter(isRecord) : [];
  return new Set(
    data.flatMap(({ attributes, meta }) => {
      if (!isRecord(attributes) || !isRecord(meta) || meta['ingestionSource'] !== 'github') return [];
      const { kind, namespace = 'default', name } = attributes;
      return [`${String(kind)}:${String(namespace)}/${String(name)}`];
    }),
  );
}

async function livesIn(answer: unknown): Promise<LiveResource[]> {
  const github = managedByGithub(answer);
  return (await documentsIn(answer)).flatMap((document) => {
    const live = liveOf(document, entityForm);
    if (live === undefined) return [];
    return github.has(reference(live.resource)) ? { ...live, manager: 'Datadog’s GitHub integration' } : live;
  });
}

function count(answer: unknown, member: 'data' | 'meta'): number {
  if (!isRecord(answer)) return 0;
  const value = answer[member];
  if (Array.isArray(value)) return value.length;
  return isRecord(value) && typeof value['count'] === 'number' ? value['count'] : 0;
}

/** The software catalog's entities, version 3. What Datadog only discovered has no document, and is not listed. */
export function entityDialect({ request }: HttpClient): Dialect {
  async function onePass(into: Map<string, LiveResource>): Promise<number> {
    for (let offset = 0; ; offset += PAGE) {
      const query = { include: 'raw_schema', 'page[limit]': String(PAGE), 'page[offset]': String(offset) };
      // oxlint-disable-next-line no-await-in-loop -- the answer says whether there is another page
      const { json } = await request('GET', PATH, { query });
      // oxlint-disable-next-line no-await-in-loop
      for (const live of await livesIn(json)) into.set(reference(live.resource), live);
      if (count(json, 'data') < PAGE) return count(json, 'meta');
    }
  }

  return {
    ...entityForm,
    list: async () => {
      const found = new Map<string, LiveResource>();
      for (let pass = 0; pass < PASSES; pass += 1) {
        // oxlint-disable-next-line no-await-in-loop -- the next pass is needed only when this one missed something
        const total = await onePass(found);
        if (found.size >= total || total <= PAGE) break;
      }
      return [...found.values()];
    },
    read: async (resource) => {
      const wanted = reference(resource);
      const query = { include: 'raw_schema', 'filter[ref]': wanted };
      const { json } = await request('GET', PATH, { query, accept: [404] });
      return (await livesIn(json)).find((live) => reference(live.resource) === wanted);
    },
    send: async (document) => warningsIn((await request('POST', PATH, { json: document })).json),
    remove: async (resource) => {
      await request('DELETE', `${PATH}/${reference(resource)}`, { accept: [404] });
    },
  };
}
