import { isRecord, type RuleGroup, toYaml } from '@binnacle/model';
import { parse } from 'yaml';
import type { HttpClient } from '../http/client.ts';
import { withTenantHint } from '../http/tenant.ts';
import { TargetError } from '../target-error.ts';
import { type GroupPlace, isRuleGroup } from './group.ts';

/** A ruler's groups, read and written one by one. */
export interface RulerApi {
  /** All groups of the tenant, by namespace. */
  readonly all: () => Promise<ReadonlyMap<string, readonly RuleGroup[]>>;
  readonly get: (place: GroupPlace) => Promise<RuleGroup | undefined>;
  readonly put: (namespace: string, group: RuleGroup) => Promise<void>;
  readonly remove: (place: GroupPlace) => Promise<void>;
}

const YAML = { accept: 'application/yaml', 'content-type': 'application/yaml' };

function read(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new TargetError('unavailable', `${path} answers with what is no YAML`, { fix: 'is this the ruler’s API?' });
  }
}

/** The configuration API that Cortex began with, below a path of the server. */
export function rulerApi(client: HttpClient, prefix: string): RulerApi {
  const pathOf = ({ namespace, name }: GroupPlace): string =>
    `${prefix}/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
  return {
    all: async () => {
      // Cortex and Loki say 404 where Mimir says that there are none.
      const { status, text } = await withTenantHint(client.request('GET', prefix, { headers: YAML, accept: [404] }));
      if (status === 404 && !/no rule groups found/.test(text)) {
        throw new TargetError('not-found', `${client.url}${prefix} is not there`, {
          status,
          fix: 'is the ruler’s API enabled, and the `url` without its path? Another path is the `prefix`',
        });
      }
      const found = status === 404 ? {} : read(text, prefix);
      const entries = Object.entries(isRecord(found) ? found : {});
      return new Map(
        entries.map(([namespace, groups]) => [namespace, Array.isArray(groups) ? groups.filter(isRuleGroup) : []]),
      );
    },
    get: async (place) => {
      const { status, text } = await client.request('GET', pathOf(place), { headers: YAML, accept: [404] });
      const found = status === 404 ? undefined : read(text, pathOf(place));
      return isRuleGroup(found) ? found : undefined;
    },
    put: async (namespace, group) => {
      const path = `${prefix}/${encodeURIComponent(namespace)}`;
      await client.request('POST', path, { headers: YAML, text: toYaml(group) });
    },
    remove: async (place) => {
      await client.request('DELETE', pathOf(place), { accept: [404] });
    },
  };
}
