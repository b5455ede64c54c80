import { isRecord, type Resource } from '@binnacle/model';
import type { HttpAnswer, HttpClient } from '../../http/client.ts';
import { present } from '../../present.ts';
import { TargetError } from '../../target-error.ts';
import { textOf } from '../../text-of.ts';

/** Objects of one page; Grafana answers fewer where they are large. */
const PAGE = 250;
/** A list that takes longer than the server keeps its place is begun again, so many times. */
const LIST_ATTEMPTS = 3;
const GONE = 410;

/** A resource as the server holds it. */
export interface ServerObject extends Resource {
  /** Its resourceVersion. */
  readonly revision?: string;
  /** The version it was written in, where it was converted to be shown. */
  readonly storedVersion?: string;
}

/** One write of an object. `revision`: the resourceVersion it replaces; without one it is created. */
export interface ObjectWrite {
  readonly revision?: string | undefined;
  readonly isRehearsal?: boolean;
}

/** What a write answered: the object, and the server's warnings. */
export interface ObjectAnswer {
  readonly object: ServerObject;
  readonly warnings: readonly string[];
}

/** A kind of objects below `/apis`, in any of its versions (`dashboard.grafana.app/v2`). */
export interface Objects {
  /** Every object, page by page. Pages that were seen may come again: a list can have to start anew. */
  readonly pages: (apiVersion: string, onPage: (objects: readonly ServerObject[]) => void) => Promise<void>;
  readonly get: (apiVersion: string, name: string) => Promise<ServerObject | undefined>;
  readonly write: (resource: Resource, write: ObjectWrite) => Promise<ObjectAnswer>;
  /** Deletes an object of this revision; one that is gone already is no error. */
  readonly remove: (apiVersion: string, name: string, revision: string | undefined) => Promise<void>;
  /** A subresource, such as the counts of a folder; undefined where the server has none. */
  readonly below: (apiVersion: string, name: string, subresource: string) => Promise<unknown>;
}

/** The texts of `Warning: 299 - "unknown field …"` headers. */
function warningsOf(answer: HttpAnswer): string[] {
  const header = answer.header('warning') ?? '';
  return [...header.matchAll(/\b\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replaceAll(/\\(.)/g, '$1'),
  );
}

function textsOf(value: unknown): Record<string, string> | undefined {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, textOf(text)]))
    : undefined;
}

/** Items of typed lists say neither their kind nor their version: the list does. */
function objectOf(value: unknown, apiVersion: string, kind: string): ServerObject {
  if (isRecord(value) && isRecord(value['metadata']) && typeof value['metadata']['name'] === 'string') {
    const { labels, annotations, resourceVersion, name } = value['metadata'];
    const conversion = isRecord(value['status']) ? value['status']['conversion'] : undefined;
    const storedVersion = isRecord(conversion) ? conversion['storedVersion'] : undefined;
    return {
      apiVersion,
      kind,
      metadata: { name: textOf(name), ...present({ labels: textsOf(labels), annotations: textsOf(annotations) }) },
      spec: value['spec'],
      ...present({ revision: textOf(resourceVersion) || undefined, storedVersion: textOf(storedVersion) || undefined }),
    };
  }
  throw new TargetError('unavailable', `Grafana answered something else than a ${kind}`, {
    fix: 'does a proxy answer in its place?',
  });
}

/** The client of one kind of objects in a namespace. */
export function objectsOf(
  http: HttpClient,
  { namespace, kind, plural }: { namespace: string; kind: string; plural: string },
): Objects {
  const path = (apiVersion: string, ...below: readonly string[]): string =>
    [
      `/apis/${apiVersion}/namespaces/${encodeURIComponent(namespace)}/${plural}`,
      ...below.map(encodeURIComponent),
    ].join('/');

  async function walk(apiVersion: string, onPage: (objects: readonly ServerObject[]) => void): Promise<boolean> {
    let place: string | undefined;
    do {
      const query = { limit: String(PAGE), continue: place };
      const answer = await http.request('GET', path(apiVersion), { query, accept: [GONE] });
      if (answer.status === GONE) return false;
      const list = answer.json;
      const items = isRecord(list) && Array.isArray(list['items']) ? list['items'] : undefined;
      if (items === undefined || !isRecord(list)) {
        throw new TargetError('unavailable', `${path(apiVersion)} answered something else than a list`);
      }
      onPage(items.map((item) => objectOf(item, apiVersion, kind)));
      const next: unknown = isRecord(list['metadata']) ? list['metadata']['continue'] : undefined;
      place = typeof next === 'string' && next !== '' ? next : undefined;
    } while (place !== undefined);
    return true;
  }

  return {
    pages: async (apiVersion, onPage) => {
      for (let attempt = 1; attempt <= LIST_ATTEMPTS; attempt += 1) if (await walk(apiVersion, onPage)) return;
      throw new TargetError('unavailable', `the list of ${plural} changed faster than it could be read`, {
        fix: 'run the command again',
      });
    },
    get: async (apiVersion, name) => {
      const answer = await http.request('GET', path(apiVersion, name), { accept: [404] });
      return answer.status === 404 ? undefined : objectOf(answer.json, apiVersion, kind);
    },
    write: async (resource, { revision, isRehearsal = false }) => {
      const { apiVersion, metadata, spec } = resource;
      const isNew = revision === undefined;
      const answer = await http.request(
        isNew ? 'POST' : 'PUT',
        isNew ? path(apiVersion) : path(apiVersion, metadata.name),
        {
          query: { fieldValidation: 'Strict', dryRun: isRehearsal ? 'All' : undefined },
          json: {
            apiVersion,
            kind,
            metadata: { ...metadata, namespace, ...(!isNew && { resourceVersion: revision }) },
            spec,
          },
          isRehearsal,
        },
      );
      return { object: objectOf(answer.json, apiVersion, kind), warnings: warningsOf(answer) };
    },
    remove: async (apiVersion, name, revision) => {
      await http.request('DELETE', path(apiVersion, name), {
        json: {
          kind: 'DeleteOptions',
          apiVersion: 'v1',
          ...(revision !== undefined && { preconditions: { resourceVersion: revision } }),
        },
        accept: [404],
      });
    },
    below: async (apiVersion, name, subresource) =>
      (await http.request('GET', path(apiVersion, name, subresource), { accept: [400, 403, 404, 405] })).json,
  };
}
