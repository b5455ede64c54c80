import { createHash } from 'node:crypto';
import {
  durationMs,
  isRecord,
  type LiveResource,
  type Owner,
  type Resource,
  resourceId,
  type RuleGroup,
  toJson,
} from '@binnacle/model';
import pLimit from 'p-limit';
import type { HttpClient } from '../../../http/client.ts';
import { commentStampOf, groupStampOf, withoutGroupStamp } from '../../../stamp/comment.ts';
import { durationText } from './duration-text.ts';
import { exchange, type GroupEndpoint } from './exchange.ts';
import { groupResource, type Place } from './group.ts';
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
  readonly datasource: string;
  readonly organisation: number;
  /** True: rules stay editable in the browser. */
  readonly allowEdits: boolean;
}

type Json = Readonly<Record<string, unknown>>;

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The stamp in the query of a stored rule. */
function stampIn(rule: Json): ReturnType<typeof commentStampOf> {
  const [first] = records(rule['data']);
  const model = first?.['model'];
  const expr = isRecord(model) ? model['expr'] : undefined;
  return typeof expr === 'string' ? commentStampOf(expr) : undefined;
}

function groupPath({ folder, title }: Place): string {
  return `/api/v1/provisioning/folder/${encodeURIComponent(folder)}/rule-groups/${encodeURIComponent(title)}`;
}

/** Rule groups of Grafana's own, through the provisioning API: each write replaces a whole group. */
export function provisioning(context: ProvisioningContext): RulesApi {
  const { http, headers, owner, datasource, organisation, allowEdits } = context;
  // Present with any value means: no provenance.
  const writing = { ...headers, ...(allowEdits && { 'x-disable-provenance': 'true' }) };
  const profile = (place: Place): RuleProfile => ({
    ...place,
    datasource,
    organisation,
    owner: `${owner.project}/${owner.environment}`,
  });

  function liveGroup(place: Place, stored: Json): LiveResource {
    const rules = records(stored['rules']).map((rule) => prometheusRule(rule, profile(place)));
    const interval = durationText(Number(stored['interval'] ?? 0) * 1000);
    const group: RuleGroup = { name: place.title, interval, rules };
    const stamp = groupStampOf(group);
    return {
      resource: groupResource(place, withoutGroupStamp(group)),
      revision: createHash('sha256').update(toJson(stored)).digest('hex'),
      ...(stamp !== undefined && { stamp }),
    };
  }

  const endpoint: GroupEndpoint = {
    read: async (place) => {
      const { status, json } = await http.request('GET', groupPath(place), { headers, accept: [404] });
      return status === 404 || !isRecord(json) || records(json['rules']).length === 0
        ? undefined
        : liveGroup(place, json);
    },
    write: async (place, group) => {
      await http.request('PUT', groupPath(place), {
        headers: writing,
        json: {
          title: place.title,
          folderUid: place.folder,
          interval: (durationMs(group.interval ?? '') ?? 60_000) / 1000,
          rules: group.rules.map((rule) => managedRule(rule, profile(place))),
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
      const found = new Map<string, Place>();
      for (const rule of records((await http.request('GET', RULES, { headers })).json)) {
        const place = { folder: textOf(rule['folderUID']), title: textOf(rule['ruleGroup']) };
        const id = resourceId(groupResource(place, { name: '', rules: [] }));
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
