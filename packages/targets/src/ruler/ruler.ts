import {
  checksum,
  finding,
  isOurs,
  isRecord,
  type LiveResource,
  pointer,
  type PrometheusRuleResource,
  resourceId,
  type Resource,
  type Stamp,
} from '@binnacle/model';
import type { Connection, ConnectContext, Desired, Destination, Write, Written } from '../destinations/destination.ts';
import type { HttpClient } from '../http/client.ts';
import { clientFor } from '../http/from-settings.ts';
import { withGroupStamp } from '../stamp/comment.ts';
import { tenantHeaders } from '../http/tenant.ts';
import { supportedGroups } from '../rule-groups.ts';
import { selected } from '../selected.ts';
import { TargetError } from '../target-error.ts';
import { rulerApi } from './api.ts';
import { type GroupPlace, groupOf, groupResource, groupRevision, liveGroup, namespaceOf } from './group.ts';

type Id = 'cortex' | 'loki' | 'mimir';

/** How one ruler differs from the others. */
export interface Ruler {
  readonly title: string;
  /** Path of its configuration API. */
  readonly prefix: string;
  /** Path that says its version. */
  readonly buildInfo: string;
  /** Which rules it evaluates. */
  readonly holds: (resource: Resource) => resource is PrometheusRuleResource;
  /** True when it keeps `query_offset`, if the environment's Prometheus does. */
  readonly hasOffset: boolean;
}

const CONCURRENCY = 4;

async function versionOf(client: HttpClient, path: string): Promise<string | undefined> {
  // A gateway may serve the ruler's API and nothing else: the version is for the eye only.
  const { status, json } = await client.request('GET', path, { accept: [401, 403, 404, 405, 501] });
  const data = isRecord(json) && isRecord(json['data']) ? json['data'] : json;
  const version = status === 200 && isRecord(data) ? data['version'] : undefined;
  return typeof version === 'string' && version !== '' ? version : undefined;
}

/** The groups of resources, each a resource of its own. */
function desiredGroups(resources: readonly Resource[], ruler: Ruler, context: ConnectContext<Id>): Desired {
  const { owner, settings, environment } = context;
  const { namespacePrefix = `${owner.project}-` } = settings;
  const made = selected(resources, ruler.holds).map((resource) => {
    // Labels of groups are younger than rulers are; in the rules they mean the same.
    const support = { labels: false, ...(!ruler.hasOffset && { query_offset: false }) };
    const { groups, diagnostics } = supportedGroups(resource, environment.prometheus.version, support);
    const namespace = namespaceOf(resource, namespacePrefix);
    const empty = groups.flatMap((group, i) =>
      group.rules.length > 0
        ? []
        : [
            finding(resource, {
              rule: 'target/ruler',
              severity: 'warning',
              path: pointer('spec', 'groups', i),
              subject: group.name,
              message: `group ${group.name} has no rules: ${ruler.title} would not know whose it is, so it is left out`,
            }),
          ],
    );
    return {
      resources: groups.filter(({ rules }) => rules.length > 0).map((group) => groupResource(namespace, group)),
      diagnostics: [...diagnostics, ...empty],
    };
  });
  return {
    resources: made.flatMap(({ resources: groups }) => groups),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}

function changed({ namespace, name }: GroupPlace): TargetError {
  return new TargetError('conflict', `group ${name} of ${namespace} was changed since the plan was made`, {
    fix: 'run the command again',
  });
}

async function connect(ruler: Ruler, context: ConnectContext<Id>): Promise<Connection> {
  const { settings, owner } = context;
  const { tenant, prefix = ruler.prefix } = settings;
  const client = clientFor(context, tenantHeaders(tenant));
  const api = rulerApi(client, prefix);
  const version = await versionOf(client, ruler.buildInfo);

  async function put(resource: Resource, stamp: Stamp, live: LiveResource | undefined): Promise<Written> {
    const wanted = groupOf(resource);
    if (wanted === undefined) throw new TargetError('refused', `${resourceId(resource)} is no rule group`);
    const { namespace, group } = wanted;
    const now = await api.get(wanted);
    const known = now === undefined ? undefined : liveGroup(namespace, now);
    // Writing what is there already would reset the state of its alerts.
    if (known?.stamp !== undefined && isOurs(known, owner) && known.stamp.checksum === stamp.checksum) {
      const isWhole = checksum(known.resource) === (known.stamp.stored ?? stamp.checksum);
      if (isWhole) return { live: known, warnings: [] };
    }
    if (known?.revision !== live?.revision) throw changed(wanted);

    const send = async (stamped: Stamp): Promise<LiveResource> => {
      await api.put(namespace, withGroupStamp(group, stamped));
      const stored = await api.get(wanted);
      if (stored !== undefined) return liveGroup(namespace, stored);
      throw new TargetError('unavailable', `${ruler.title} does not show group ${group.name} after it took it`);
    };
    const kept = await send(stamp);
    const stored = checksum(kept.resource);
    if (stored === stamp.checksum) return { live: kept, warnings: [] };
    const warning = `${ruler.title} keeps group ${group.name} of ${namespace} otherwise than it was sent: a field it does not know?`;
    return { live: await send({ ...stamp, stored }), warnings: [warning] };
  }

  async function remove(live: LiveResource): Promise<Written> {
    const gone = groupOf(live.resource);
    if (gone === undefined) throw new TargetError('refused', `${resourceId(live.resource)} is no rule group`);
    const now = await api.get(gone);
    if (now !== undefined && groupRevision(now) !== live.revision) throw changed(gone);
    if (now !== undefined) await api.remove(gone);
    return { warnings: [] };
  }

  return {
    name: [ruler.title, version, 'at', client.url, ...(tenant === undefined ? [] : [`(tenant ${tenant})`])]
      .filter((part) => part !== undefined)
      .join(' '),
    concurrency: CONCURRENCY,
    desired: (resources) => desiredGroups(resources, ruler, context),
    list: async (desired) => {
      const wanted = new Set(desired.map(resourceId));
      const all = [...(await api.all())].flatMap(([namespace, groups]) =>
        groups.map((group) => liveGroup(namespace, group)),
      );
      return all.filter((live) => isOurs(live, owner) || wanted.has(resourceId(live.resource)));
    },
    write: (write: Write) =>
      write.action === 'put' ? put(write.resource, write.stamp, write.live) : remove(write.live),
    close: () => client.close(),
  };
}

/** A ruler with Cortex's configuration API: each group is written on its own, with its stamp in its first expression. */
export function rulerDestination<One extends Id>(id: One, ruler: Ruler): Destination<One> {
  return { id, kinds: ['PrometheusRule'], connect: (context) => connect(ruler, context) };
}
