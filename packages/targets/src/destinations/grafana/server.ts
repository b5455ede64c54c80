import { isRecord } from '@binnacle/model';
import type { HttpClient } from '../../http/client.ts';
import { TargetError } from '../../target-error.ts';
import { isAtLeast } from '../../version.ts';

/** First Grafana whose `/apis` hold dashboards and folders. */
const OLDEST = '12.0';
const DASHBOARDS = 'dashboard.grafana.app';
const FOLDERS = 'folder.grafana.app';
/** Versions that hold the classic shape, and those of folders, best first. */
const CLASSIC = ['v1', 'v1beta1'];
const ORGANISATION = /^org-(\d+)$/;

/** What a Grafana says of itself. */
export interface Server {
  /** Absent where the server hides it. */
  readonly version?: string;
  readonly namespace: string;
  /** Number of the organisation that the namespace stands for. */
  readonly organisation: number;
  /** API versions (`dashboard.grafana.app/v2`) that dashboards are written in; without `v2` all of them are classic. */
  readonly dashboards: { readonly v2?: string; readonly classic?: string };
  readonly folders: string;
}

/** The versions that a server serves of one group. */
function versionsOf(groups: unknown, name: string): string[] {
  const list = isRecord(groups) && Array.isArray(groups['groups']) ? groups['groups'] : [];
  const group: unknown = list.find((one: unknown) => isRecord(one) && one['name'] === name);
  const versions = isRecord(group) && Array.isArray(group['versions']) ? group['versions'] : [];
  return versions.flatMap((one: unknown) =>
    isRecord(one) && typeof one['version'] === 'string' ? [one['version']] : [],
  );
}

/** The first of `wanted` that is served, as an API version. */
function served(group: string, versions: readonly string[], wanted: readonly string[]): string | undefined {
  const version = wanted.find((one) => versions.includes(one));
  return version === undefined ? undefined : `${group}/${version}`;
}

/** The namespace of the organisation that the credentials belong to; servers that do not say have only one. */
async function namespaceOf(http: HttpClient): Promise<string> {
  const answer = await http.request('GET', '/bootdata', { accept: [401, 403, 404, 500] });
  const settings = isRecord(answer.json) ? answer.json['settings'] : undefined;
  const namespace = isRecord(settings) ? settings['namespace'] : undefined;
  return typeof namespace === 'string' && namespace !== '' ? namespace : 'default';
}

/** Asks a Grafana what it is and which API versions it serves. Throws `TargetError` for one that is too old, or no Grafana. */
export async function discover(http: HttpClient, namespace: string | undefined): Promise<Server> {
  const health = (await http.request('GET', '/api/health')).json;
  if (!isRecord(health) || !('database' in health)) {
    throw new TargetError('refused', `${http.url} is no Grafana: /api/health answers something else`, {
      fix: 'write the address and the sub-path that Grafana is served under as the `url`',
    });
  }
  const version = typeof health['version'] === 'string' ? health['version'] : undefined;
  const name = `Grafana ${version ?? 'of unknown version'} at ${http.url}`;
  if (version !== undefined && !isAtLeast(version, OLDEST)) {
    throw new TargetError('refused', `${name} is too old: it must be ${OLDEST} or newer`, {
      fix: 'update it, or provision the files that the target grafana-classic writes',
    });
  }
  const groups = (await http.request('GET', '/apis', { accept: [404] })).json;
  const dashboards = versionsOf(groups, DASHBOARDS);
  const v2 = served(DASHBOARDS, dashboards, ['v2']);
  const classic = served(DASHBOARDS, dashboards, CLASSIC);
  const folders = served(FOLDERS, versionsOf(groups, FOLDERS), CLASSIC);
  if (folders === undefined || (v2 ?? classic) === undefined) {
    throw new TargetError('refused', `${name} serves no version of ${DASHBOARDS} and ${FOLDERS} that we know`, {
      fix: 'look at /apis there: is it a Grafana of 12 or newer, and may these credentials see its resources?',
    });
  }
  const place = namespace ?? (await namespaceOf(http));
  return {
    ...(version !== undefined && { version }),
    namespace: place,
    organisation: Number(ORGANISATION.exec(place)?.[1] ?? 1),
    dashboards: { ...(v2 !== undefined && { v2 }), ...(classic !== undefined && { classic }) },
    folders,
  };
}
