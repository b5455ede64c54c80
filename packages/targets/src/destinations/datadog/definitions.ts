import { isRecord, type LiveResource } from '@binnacle/model';
import type { HttpClient } from '../../http/client.ts';
import { type Dialect, type Form, liveOf, warningsIn } from './dialect.ts';

const PATH = '/api/v2/services/definitions';
const VERSION = 'v2.2';
const PAGE = 100;
const KIND = 'service-definition';

/** Definitions of version 2.2: `dd-service`, in any case, says which one it is. */
const definitionForm: Form = {
  apart: (document) => {
    const { 'schema-version': _version, 'dd-service': name, ...content } = document;
    if (typeof name !== 'string') return undefined;
    return { apiVersion: VERSION, kind: KIND, name: name.toLowerCase(), content };
  },
  together: ({ apiVersion, name, content }) => ({ 'schema-version': apiVersion, 'dd-service': name, ...content }),
  schema: () => 'datadog-v2.2',
};

function liveIn(item: unknown): LiveResource | undefined {
  if (!isRecord(item) || !isRecord(item['attributes'])) return undefined;
  const { schema, meta } = item['attributes'];
  if (!isRecord(schema)) return undefined;
  const isGithub = isRecord(meta) && meta['ingestion-source'] === 'github';
  return liveOf(schema, definitionForm, isGithub ? 'Datadog’s GitHub integration' : undefined);
}

/** The service definitions, version 2.2: all that government sites take. */
export function definitionDialect({ request }: HttpClient): Dialect {
  return {
    ...definitionForm,
    list: async () => {
      const found = new Map<string, LiveResource>();
      for (let page = 0; ; page += 1) {
        const query = { schema_version: VERSION, 'page[size]': String(PAGE), 'page[number]': String(page) };
        // oxlint-disable-next-line no-await-in-loop -- the answer says whether there is another page
        const { json } = await request('GET', PATH, { query });
        const items: readonly unknown[] = isRecord(json) && Array.isArray(json['data']) ? json['data'] : [];
        for (const live of items.flatMap((item) => liveIn(item) ?? [])) found.set(live.resource.metadata.name, live);
        if (items.length < PAGE) return [...found.values()];
      }
    },
    read: async ({ metadata: { name } }) => {
      const path = `${PATH}/${encodeURIComponent(name)}`;
      const { json, status } = await request('GET', path, { query: { schema_version: VERSION }, accept: [404] });
      return status === 404 || !isRecord(json) ? undefined : liveIn(json['data']);
    },
    send: async (document) => warningsIn((await request('POST', PATH, { json: document })).json),
    remove: async ({ metadata: { name } }) => {
      await request('DELETE', `${PATH}/${encodeURIComponent(name)}`, { accept: [404] });
    },
  };
}
