import {
  checksum,
  finding,
  isOurs,
  isPromqlRule,
  isRecord,
  type LiveResource,
  type Resource,
  resourceId,
  type Stamp,
} from '@binnacle/model';
import { clientFor } from '../../http/from-settings.ts';
import { rulesApi, type ServedRule } from '../../kubernetes/rules-api.ts';
import { customResources } from '../../operator/custom-resource.ts';
import { selected } from '../../selected.ts';
import { stampOf, withoutStamp, withStamp } from '../../stamp/annotations.ts';
import { TargetError } from '../../target-error.ts';
import type { ConnectContext, Connection, Desired, Destination, Written } from '../destination.ts';

const MANAGED_BY = 'app.kubernetes.io/managed-by';
const US = 'binnacle';
const CONCURRENCY = 4;

function managerOf({ resource, metadata }: ServedRule): string | undefined {
  const owners: unknown = metadata['ownerReferences'];
  const owner: unknown = Array.isArray(owners) ? owners[0] : undefined;
  if (isRecord(owner)) return `${String(owner['kind'])}/${String(owner['name'])}`;
  const label = resource.metadata.labels?.[MANAGED_BY];
  return label === US ? undefined : label;
}

function liveOf(rule: ServedRule): LiveResource {
  const stamp = stampOf(rule.resource.metadata.annotations);
  const manager = managerOf(rule);
  return {
    resource: withoutStamp(rule.resource),
    revision: rule.resourceVersion,
    ...(stamp !== undefined && { stamp }),
    ...(manager !== undefined && { manager }),
  };
}

/** The objects of resources: in the namespace and with the labels of the settings, divided as the operator asks. */
function desiredObjects(
  resources: readonly Resource[],
  { settings, environment }: ConnectContext<'kubernetes'>,
): Desired {
  const taken = new Map<string, Resource>();
  const made = selected(resources, isPromqlRule).map((resource) => {
    const { namespace = settings.namespace, labels, ...metadata } = resource.metadata;
    const all = { ...labels, ...settings.labels, [MANAGED_BY]: US };
    const placed = { ...resource, metadata: { ...metadata, namespace, labels: all } };
    const { objects, diagnostics } = customResources(placed, environment);
    const free = objects.filter((object) => !taken.has(resourceId(object)));
    const refused = objects.flatMap((object) => {
      const other = taken.get(resourceId(object));
      if (other === undefined) return [];
      const message = `${resourceId(object)} is already made of ${resourceId(other)}`;
      const about = { rule: 'target/kubernetes', severity: 'error', path: '/metadata/name', message } as const;
      return [finding(resource, { ...about, fix: 'give one of the two another name' })];
    });
    for (const object of free) taken.set(resourceId(object), resource);
    return { objects: free, diagnostics: [...diagnostics, ...refused] };
  });
  return {
    resources: made.flatMap(({ objects }) => objects),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The whole object that replaces another: with what others keep in its metadata, but for labels, which are ours. */
function replacement(resource: Resource, stamp: Stamp, current: ServedRule): object & Pick<Resource, 'metadata'> {
  const annotations = { ...current.resource.metadata.annotations, ...resource.metadata.annotations };
  const stamped = withStamp({ ...resource, metadata: { ...resource.metadata, annotations } }, stamp);
  return { ...stamped, metadata: { ...current.metadata, labels: {}, ...stamped.metadata } };
}

async function connect(context: ConnectContext<'kubernetes'>): Promise<Connection> {
  const { settings, owner } = context;
  const client = clientFor(context);
  const api = rulesApi(client);
  const about = await client.request('GET', '/version', { accept: [401, 403, 404] });
  const version = isRecord(about.json) ? about.json['gitVersion'] : undefined;

  /** True when the server holds exactly what was sent with this stamp. */
  function holds(live: LiveResource, { checksum: wanted }: Stamp): boolean {
    const { stamp } = live;
    if (stamp === undefined || !isOurs(live, owner) || stamp.checksum !== wanted) return false;
    return checksum(live.resource) === (stamp.stored ?? wanted);
  }

  async function put(resource: Resource, stamp: Stamp, planned: LiveResource | undefined): Promise<Written> {
    const current = await api.get(resource.metadata);
    const known = current === undefined ? undefined : liveOf(current);
    if (known !== undefined && holds(known, stamp)) return { live: known, warnings: [] };
    if (known?.revision !== planned?.revision) {
      throw new TargetError('conflict', `${resourceId(resource)} was changed since the plan was made`, {
        fix: 'run the command again',
      });
    }
    const sent =
      current === undefined
        ? await api.create(withStamp(resource, stamp))
        : await api.replace(replacement(resource, stamp, current));
    const stored = checksum(liveOf(sent.rule).resource);
    if (stored === stamp.checksum) return { live: liveOf(sent.rule), warnings: sent.warnings };
    const again = await api.replace(replacement(sent.rule.resource, { ...stamp, stored }, sent.rule));
    const warning = `Kubernetes keeps ${resourceId(resource)} otherwise than it was sent: a webhook?`;
    return { live: liveOf(again.rule), warnings: [...sent.warnings, warning] };
  }

  /** A put whose first answer was lost is sent again by the client, and then meets what it has written itself. */
  async function putOnce(resource: Resource, stamp: Stamp, planned: LiveResource | undefined): Promise<Written> {
    try {
      return await put(resource, stamp, planned);
    } catch (error) {
      if (!(error instanceof TargetError) || error.refusal !== 'conflict') throw error;
      const current = await api.get(resource.metadata);
      if (current === undefined || !holds(liveOf(current), stamp)) throw error;
      return { live: liveOf(current), warnings: [] };
    }
  }

  return {
    name: ['Kubernetes', ...(typeof version === 'string' ? [version] : []), 'at', client.url].join(' '),
    concurrency: CONCURRENCY,
    desired: (resources) => desiredObjects(resources, context),
    list: async (desired) => {
      const namespaces = new Set([settings.namespace, ...desired.flatMap(({ metadata }) => metadata.namespace ?? [])]);
      const found: LiveResource[] = [];
      for (const namespace of [...namespaces].toSorted()) {
        const marked = (await api.list(namespace, `${MANAGED_BY}=${US}`)).map(liveOf);
        const wanted = desired.filter(({ metadata }) => metadata.namespace === namespace);
        const ids = new Set(marked.map(({ resource }) => resourceId(resource)));
        const missing = wanted.filter((resource) => !ids.has(resourceId(resource)));
        const names = missing.length === 0 ? new Set<string>() : await api.names(namespace);
        for (const { metadata } of missing) {
          const foreign = names.has(metadata.name) ? await api.get(metadata) : undefined;
          if (foreign !== undefined) marked.push(liveOf(foreign));
        }
        const wantedIds = new Set(wanted.map(resourceId));
        found.push(...marked.filter((live) => isOurs(live, owner) || wantedIds.has(resourceId(live.resource))));
      }
      return found;
    },
    write: async (write): Promise<Written> => {
      if (write.action === 'put') return putOnce(write.resource, write.stamp, write.live);
      await api.remove(write.live.resource.metadata, write.live.revision);
      return { warnings: [] };
    },
    close: () => client.close(),
  };
}

/** The Prometheus operator's PrometheusRule objects, over the Kubernetes API. */
export const kubernetes: Destination<'kubernetes'> = { id: 'kubernetes', kinds: ['PrometheusRule'], connect };
