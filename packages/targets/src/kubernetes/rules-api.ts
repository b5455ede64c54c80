import { isRecord, type Metadata, PROMETHEUS_RULE_API_VERSION, type Resource } from '@binnacle/model';
import type { HttpAnswer, HttpClient } from '../http/client.ts';
import { TargetError } from '../target-error.ts';

/** A PrometheusRule as the API server shows it: with what the server and others keep beside ours. */
export interface ServedRule {
  readonly resource: Resource;
  readonly resourceVersion: string;
  /** All metadata, also what we do not look at; a replacement has to keep it. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** An object as it came back from a write, and what the server warned of. */
export interface Answered {
  readonly rule: ServedRule;
  readonly warnings: readonly string[];
}

/** PrometheusRule objects of one API server. */
export interface RulesApi {
  /** All with this label (`key=value`), in pages. */
  readonly list: (namespace: string, selector: string) => Promise<readonly ServedRule[]>;
  /** Names of all, whoever made them. */
  readonly names: (namespace: string) => Promise<ReadonlySet<string>>;
  readonly get: (metadata: Metadata) => Promise<ServedRule | undefined>;
  readonly create: (resource: Resource) => Promise<Answered>;
  /** Throws `TargetError` of refusal `conflict` when the object is no longer at the resource version in its metadata. */
  readonly replace: (object: object & Pick<Resource, 'metadata'>) => Promise<Answered>;
  readonly remove: (metadata: Metadata, resourceVersion: string | undefined) => Promise<void>;
}

/** A rule object may have half a megabyte. */
const PAGE = 50;
const PAGE_OF_NAMES = 500;
const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
/** How often a list that expired while it was read is begun again. */
const ATTEMPTS = 3;

function texts(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined;
  const found: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) if (typeof text === 'string') found[key] = text;
  return Object.keys(found).length === 0 ? undefined : found;
}

function served(value: unknown): ServedRule[] {
  const metadata = isRecord(value) ? value['metadata'] : undefined;
  if (!isRecord(value) || !isRecord(metadata)) return [];
  const { name, namespace, resourceVersion } = metadata;
  if (typeof name !== 'string' || typeof namespace !== 'string' || typeof resourceVersion !== 'string') return [];
  const labels = texts(metadata['labels']);
  const annotations = texts(metadata['annotations']);
  const resource: Resource = {
    apiVersion: PROMETHEUS_RULE_API_VERSION,
    kind: 'PrometheusRule',
    metadata: {
      name,
      namespace,
      ...(labels !== undefined && { labels }),
      ...(annotations !== undefined && { annotations }),
    },
    spec: value['spec'] ?? {},
  };
  return [{ resource, resourceVersion, metadata }];
}

/** What the server warns of (`299 - "the label is deprecated"`), one line each. */
function warnings(answer: HttpAnswer): string[] {
  return [...(answer.header('warning') ?? '').matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replaceAll(/\\(.)/g, '$1'),
  );
}

function answered(answer: HttpAnswer): Answered {
  const [rule] = served(answer.json);
  if (rule !== undefined) return { rule, warnings: warnings(answer) };
  throw new TargetError('unavailable', 'the answer to a write is no PrometheusRule', { fix: 'is this Kubernetes?' });
}

function collection(namespace: string): string {
  return `/apis/${PROMETHEUS_RULE_API_VERSION}/namespaces/${encodeURIComponent(namespace)}/prometheusrules`;
}

function pathOf({ name, namespace = '' }: Metadata): string {
  return `${collection(namespace)}/${encodeURIComponent(name)}`;
}

/** The PrometheusRule objects behind a client. */
export function rulesApi(client: HttpClient): RulesApi {
  async function pages(namespace: string, limit: number, query: Record<string, string>, accept?: string) {
    const items: unknown[] = [];
    let next: string | undefined;
    let expired = 0;
    for (;;) {
      const { status, json } = await client.request('GET', collection(namespace), {
        query: { ...query, limit: String(limit), ...(next !== undefined && { continue: next }) },
        accept: [404, 410],
        ...(accept !== undefined && { headers: { accept } }),
      });
      if (status === 404) {
        throw new TargetError('not-found', `${client.url} has no PrometheusRule`, {
          status,
          fix: 'is the Prometheus operator installed there, and the `url` that of the API server?',
        });
      }
      const list = isRecord(json) ? json : {};
      const metadata = isRecord(list['metadata']) ? list['metadata'] : {};
      if (status === 410) {
        expired += 1;
        if (expired === ATTEMPTS)
          throw new TargetError('unavailable', `the list of ${namespace} expires while it is read`);
        items.splice(0);
        next = undefined;
        continue;
      }
      if (Array.isArray(list['items'])) items.push(...list['items']);
      next = typeof metadata['continue'] === 'string' && metadata['continue'] !== '' ? metadata['continue'] : undefined;
      if (next === undefined) return items;
    }
  }

  return {
    list: async (namespace, selector) => (await pages(namespace, PAGE, { labelSelector: selector })).flatMap(served),
    names: async (namespace) => {
      const all = await pages(namespace, PAGE_OF_NAMES, {}, METADATA_ONLY);
      return new Set(all.flatMap(served).map(({ resource }) => resource.metadata.name));
    },
    get: async (metadata) => {
      const { status, json } = await client.request('GET', pathOf(metadata), { accept: [404] });
      return status === 404 ? undefined : served(json)[0];
    },
    create: async (resource) =>
      answered(await client.request('POST', collection(resource.metadata.namespace ?? ''), { json: resource })),
    replace: async (object) => answered(await client.request('PUT', pathOf(object.metadata), { json: object })),
    remove: async (metadata, resourceVersion) => {
      const preconditions = resourceVersion === undefined ? {} : { preconditions: { resourceVersion } };
      await client.request('DELETE', pathOf(metadata), {
        json: { apiVersion: 'v1', kind: 'DeleteOptions', ...preconditions },
        accept: [404],
      });
    },
  };
}
