import {
  durationMs,
  durationText,
  isRecord,
  type LiveResource,
  type Owner,
  type Resource,
  resourceId,
} from '@binnacle/model';
import pLimit from 'p-limit';
import type { HttpClient } from '../../../http/client.ts';
import { type GroupPlace, liveGroup } from '../../../ruler/group.ts';
import { commentStampOf } from '../../../stamp/comment.ts';
import { exchange, type GroupEndpoint } from './exchange.ts';
import { askedBy, type RuleDatasources } from './datasource.ts';
import { managedRule, prometheusRule, type RuleProfile } from './managed-rule.ts';
import type { RulesApi } from './rules-api.ts';
import { textOf } from '../../../text-of.ts';

const RULES = '/api/v1/provisioning/alert-rules';
/** Groups that are read at the same time. */
const READS = 6;

/** What the API needs besides a client. */
export interface ProvisioningContext {
  readonly http: HttpClient;
  readonly headers: Readonly<Record<string, string>>;
  readonly owner: Owner;
  readonly datasources: RuleDatasources;
  readonly organisation: number;
  /** True: rules stay editable in the browser. */
  readonly allowEdits: boolean;
}

type Json = Readonly<Record<string, unknown>>;

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The first query of a stored rule. */
function queryOf(rule: Json): Json | undefined {
  return records(rule['data'])[0];
}

/** The stamp in the query of a stored rule. */
function stampIn(rule: Json): ReturnType<typeof commentStampOf> {
  const model = queryOf(rule)?.['model'];
  const expr = isRecord(model) ? model['expr'] : undefined;
  return typeof expr === 'string' ? commentStampOf(expr) : undefined;
}

function groupPath({ namespace, name }: GroupPlace): string {
  return `/api/v1/provisioning/folder/${encodeURIComponent(namespace)}/rule-groups/${encodeURIComponent(name)}`;
}

/** Rule groups of Grafana's own, through the provisioning API: each write replaces a whole group. */
export function provisioning(context: ProvisioningContext): RulesApi {
  const { http, headers, owner, datasources, organisation, allowEdits } = context;
  // Present with any value means: no provenance.
  const writing = { ...headers, ...(allowEdits && { 'x-disable-provenance': 'true' }) };
  const profile = (place: GroupPlace, asked: string): RuleProfile => ({
    place,
    asked,
    isLogql: asked === datasources.logql,
    recordedIn: datasources.promql,
    organisation,
    owner: `${owner.project}/${owner.environment}`,
  });

  function storedGroup(place: GroupPlace, stored: Json): LiveResource {
    const rules = records(stored['rules']).map((rule) => {
      // A rule that asks neither datasource shows as different from one that asks Prometheus.
      const isLogql = datasources.logql !== undefined && queryOf(rule)?.['datasourceUid'] === datasources.logql;
      return prometheusRule(rule, profile(place, isLogql ? datasources.logql : datasources.promql));
    });
    const interval = durationText(Number(stored['interval'] ?? 0) * 1000);
    return liveGroup(place.namespace, { name: place.name, interval, rules });
  }

  const endpoint: GroupEndpoint = {
    read: async (place) => {
      const { status, json } = await http.request('GET', groupPath(place), { headers, accept: [404] });
      return status === 404 || !isRecord(json) || records(json['rules']).length === 0
        ? undefined
        : storedGroup(place, json);
    },
    write: async (resource, group) => {
      const place = { namespace: resource.metadata.namespace ?? '', name: group.name };
      const asked = askedBy(resource, datasources) ?? datasources.promql;
      await http.request('PUT', groupPath(place), {
        headers: writing,
        json: {
          title: place.name,
          folderUid: place.namespace,
          interval: (durationMs(group.interval ?? '') ?? 60_000) / 1000,
          rules: group.rules.map((rule) => managedRule(rule, profile(place, asked))),
        },
      });
    },
    remove: async (place) => {
      await http.request('DELETE', groupPath(place), { headers: writing, accept: [404] });
    },
  };

  return {
    ...exchange(endpoint, owner),
    list: async (desired: readonly Resource[]) => {
      const wanted = new Set(desired.map((resource) => resourceId(resource)));
      const found = new Map<string, GroupPlace>();
      for (const rule of records((await http.request('GET', RULES, { headers })).json)) {
        const place = { namespace: textOf(rule['folderUID']), name: textOf(rule['ruleGroup']) };
        const id = resourceId({ kind: 'PrometheusRule', metadata: place });
        const stamp = stampIn(rule);
        const isOwn = stamp?.project === owner.project && stamp.environment === owner.environment;
        if (isOwn || wanted.has(id)) found.set(id, place);
      }
      // The list of rules does not say how often a group is evaluated: only the group does.
      const limit = pLimit(READS);
      const groups = await Promise.all([...found.values()].map((place) => limit(() => endpoint.read(place))));
      return groups.filter((group) => group !== undefined);
    },
  };
}
