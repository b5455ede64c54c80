import { isRecord, type LiveResource, type Owner, type Resource, resourceId } from '@binnacle/model';
import { parse } from 'yaml';
import type { HttpClient } from '../../../http/client.ts';
import { type GroupPlace, isRuleGroup, liveGroup } from '../../../ruler/group.ts';
import { TargetError } from '../../../target-error.ts';
import { askedBy, type RuleDatasources } from './datasource.ts';
import { exchange, type GroupEndpoint } from './exchange.ts';
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
  readonly datasources: RuleDatasources;
  readonly allowEdits: boolean;
  /** Every folder that is known by now, by uid. */
  readonly folders: ReadonlyMap<string, Namespace>;
}

/** Prometheus's rule groups, which Grafana converts and keeps the originals of. */
export function convert(context: ConvertContext): RulesApi {
  const { http, headers, owner, datasources, allowEdits, folders } = context;

  function below(parent: string | undefined): Record<string, string> {
    return { ...headers, ...(parent !== undefined && { 'x-grafana-alerting-folder-uid': parent }) };
  }

  function namespaceOf({ namespace }: GroupPlace): Namespace {
    const found = folders.get(namespace);
    if (found !== undefined) return found;
    throw new TargetError('not-found', `the folder ${namespace} of the rules does not exist`, {
      fix: 'run the command again',
    });
  }

  function changing(parent: string | undefined): Record<string, string> {
    return {
      ...below(parent),
      ...(allowEdits && { 'x-disable-provenance': 'true' }),
    };
  }

  const endpoint: GroupEndpoint = {
    read: async (place) => {
      const { title, parent } = namespaceOf(place);
      const path = `${RULES}/${encodeURIComponent(title)}/${encodeURIComponent(place.name)}`;
      const { status, text } = await http.request('GET', path, { headers: below(parent), accept: [404] });
      const group: unknown = status === 404 ? undefined : parse(text);
      return isRuleGroup(group) ? liveGroup(place.namespace, group) : undefined;
    },
    write: async (resource, group) => {
      const { title, parent } = namespaceOf({ namespace: resource.metadata.namespace ?? '', name: group.name });
      const asking = {
        ...changing(parent),
        'x-grafana-alerting-datasource-uid': askedBy(resource, datasources) ?? datasources.promql,
        'x-grafana-alerting-target-datasource-uid': datasources.promql,
      };
      await http.request('POST', `${RULES}/${encodeURIComponent(title)}`, { headers: asking, json: group });
    },
    remove: async (place) => {
      const { title, parent } = namespaceOf(place);
      const path = `${RULES}/${encodeURIComponent(title)}/${encodeURIComponent(place.name)}`;
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
          for (const group of Array.isArray(groups) ? groups.filter(isRuleGroup) : []) {
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
