import { createHash } from 'node:crypto';
import {
  type AlertRule,
  isRecord,
  type LiveResource,
  type Owner,
  type RecordingRule,
  type Resource,
  resourceId,
  type RuleGroup,
  toJson,
} from '@binnacle/model';
import { parse } from 'yaml';
import type { HttpClient } from '../../../http/client.ts';
import { groupStampOf, withoutGroupStamp } from '../../../stamp/comment.ts';
import { TargetError } from '../../../target-error.ts';
import { shortest } from './duration-text.ts';
import { exchange, type GroupEndpoint } from './exchange.ts';
import { canonicalRule, groupResource, type Place } from './group.ts';
import type { RulesApi } from './rules-api.ts';

const RULES = '/api/convert/prometheus/config/v1/rules';

/** A folder by its title: how this API names it, as Prometheus's rulers name a namespace. */
export interface Namespace {
  readonly title: string;
  /** uid of the folder it is in; absent: the root. */
  readonly parent?: string;
}

/** What the API needs besides a client. */
export interface ConvertContext {
  readonly http: HttpClient;
  readonly headers: Readonly<Record<string, string>>;
  readonly owner: Owner;
  readonly datasource: string;
  readonly allowEdits: boolean;
  /** Every folder that is known by now, by uid. */
  readonly folders: ReadonlyMap<string, Namespace>;
}

/** A group as this API answers it: rules as they were sent. */
function groupOf(value: unknown): RuleGroup | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !Array.isArray(value['rules'])) return undefined;
  // What Prometheus calls a rule, the server checked when it was sent.
  const rules = value['rules'] as readonly (AlertRule | RecordingRule)[];
  const interval = shortest(value['interval']);
  return { name: value['name'], ...(interval !== undefined && { interval }), rules: rules.map(canonicalRule) };
}

function groupsOf(value: unknown): RuleGroup[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => groupOf(one) ?? []);
}

function liveGroup(folder: string, group: RuleGroup): LiveResource {
  const stamp = groupStampOf(group);
  return {
    resource: groupResource({ folder, title: group.name }, withoutGroupStamp(group)),
    revision: createHash('sha256').update(toJson(group)).digest('hex'),
    ...(stamp !== undefined && { stamp }),
  };
}

/** Prometheus's rule groups, which Grafana converts and keeps the originals of. */
export function convert(context: ConvertContext): RulesApi {
  const { http, headers, owner, datasource, allowEdits, folders } = context;

  function below(parent: string | undefined): Record<string, string> {
    return { ...headers, ...(parent !== undefined && { 'x-grafana-alerting-folder-uid': parent }) };
  }

  function namespaceOf({ folder }: Place): Namespace {
    const found = folders.get(folder);
    if (found !== undefined) return found;
    throw new TargetError('not-found', `the folder ${folder} of the rules does not exist`, {
      fix: 'run the command again',
    });
  }

  function changing(parent: string | undefined): Record<string, string> {
    return {
      ...below(parent),
      'x-grafana-alerting-datasource-uid': datasource,
      'x-grafana-alerting-target-datasource-uid': datasource,
      ...(allowEdits && { 'x-disable-provenance': 'true' }),
    };
  }

  const endpoint: GroupEndpoint = {
    read: async (place) => {
      const { title, parent } = namespaceOf(place);
      const path = `${RULES}/${encodeURIComponent(title)}/${encodeURIComponent(place.title)}`;
      const { status, text } = await http.request('GET', path, { headers: below(parent), accept: [404] });
      const group = status === 404 ? undefined : groupOf(parse(text));
      return group === undefined ? undefined : liveGroup(place.folder, group);
    },
    write: async (place, group) => {
      const { title, parent } = namespaceOf(place);
      await http.request('POST', `${RULES}/${encodeURIComponent(title)}`, { headers: changing(parent), json: group });
    },
    remove: async (place) => {
      const { title, parent } = namespaceOf(place);
      const path = `${RULES}/${encodeURIComponent(title)}/${encodeURIComponent(place.title)}`;
      await http.request('DELETE', path, { headers: changing(parent), accept: [404] });
    },
  };

  return {
    ...exchange(endpoint, owner),
    list: async (desired: readonly Resource[]) => {
      const wanted = new Set(desired.map((resource) => resourceId(resource)));
      const uids = new Map([...folders].map(([uid, { title, parent }]) => [`${parent ?? ''}\0${title}`, uid]));
      const parents = new Set([...folders.values()].map(({ parent }) => parent));
      const live: LiveResource[] = [];
      for (const parent of parents) {
        const { text } = await http.request('GET', RULES, { headers: below(parent) });
        const namespaces: unknown = parse(text);
        for (const [title, groups] of Object.entries(isRecord(namespaces) ? namespaces : {})) {
          // A nested namespace is answered with the path of its folders.
          const own = title.split('/').at(-1) ?? title;
          const uid = uids.get(`${parent ?? ''}\0${title}`) ?? uids.get(`${parent ?? ''}\0${own}`);
          if (uid === undefined) continue;
          for (const group of groupsOf(groups)) {
            const one = liveGroup(uid, group);
            const { project, environment } = one.stamp ?? {};
            const isOwn = project === owner.project && environment === owner.environment;
            if (isOwn || wanted.has(resourceId(one.resource))) live.push(one);
          }
        }
      }
      return live;
    },
  };
}
