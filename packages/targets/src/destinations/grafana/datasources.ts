import { type Diagnostic, didYouMean, type Environment, isRecord } from '@binnacle/model';
import type { HttpClient } from '../../http/client.ts';

/** A datasource of the server. */
interface Known {
  readonly uid: string;
  readonly name: string;
}

/** How an environment's datasources are found on its server. */
export interface Datasources {
  /** The server's uid for what the configuration gives as uid, which may also be the datasource's name there. */
  readonly uid: (declared: string) => string;
  /** Data with the server's uids for the names it gives. */
  readonly applied: (data: unknown) => unknown;
  /** Findings about those among the used uids that the server does not have. */
  readonly missing: (used: ReadonlySet<string>) => readonly Diagnostic[];
}

/** Gives a datasource's uid another name. */
type Rename = (uid: string) => string;

function isDatasourceVariable(value: Readonly<Record<string, unknown>>): boolean {
  return value['kind'] === 'DatasourceVariable' || value['type'] === 'datasource';
}

function renamedIn(value: unknown, keys: readonly string[], rename: Rename): unknown {
  if (!isRecord(value)) return value;
  const next = { ...value };
  for (const key of keys) if (typeof next[key] === 'string') next[key] = rename(next[key]);
  return next;
}

/** Plain data with every reference to a datasource renamed. */
function renamed(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename));
  if (!isRecord(value)) return value;
  const next: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    next[key] = key === 'datasource' ? renamedIn(member, ['uid', 'name'], rename) : renamed(member, rename);
  }
  if (!isDatasourceVariable(value)) return next;
  const own = isRecord(value['spec']) ? value['spec'] : value;
  const current = { ...own, current: renamedIn(own['current'], ['value'], rename) };
  return isRecord(value['spec']) ? { ...next, spec: current } : { ...next, current: current['current'] };
}

/** Uids of the datasources that plain data refers to. */
export function datasourcesIn(data: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  renamed(data, (uid) => {
    found.add(uid);
    return uid;
  });
  return found;
}

async function knownOn(http: HttpClient, headers: Readonly<Record<string, string>>): Promise<Known[] | undefined> {
  const answer = await http.request('GET', '/api/datasources', { headers, accept: [401, 403, 404] });
  if (!Array.isArray(answer.json)) return undefined;
  return answer.json.flatMap((one: unknown) =>
    isRecord(one) && typeof one['uid'] === 'string' && typeof one['name'] === 'string'
      ? [{ uid: one['uid'], name: one['name'] }]
      : [],
  );
}

/** Looks the environment's datasources up on its server. */
export async function findDatasources(
  http: HttpClient,
  { name: environment, datasources }: Environment,
  headers: Readonly<Record<string, string>>,
): Promise<Datasources> {
  const known = await knownOn(http, headers);
  const uids = new Set(known?.map(({ uid }) => uid));
  const byName = new Map(known?.map(({ name, uid }) => [name, uid]));
  const declared = Object.entries(datasources);
  const renames = new Map(
    declared.flatMap(([, { uid }]) => {
      const own = uids.has(uid) ? undefined : byName.get(uid);
      return own === undefined ? [] : [[uid, own] as const];
    }),
  );
  const uid = (text: string): string => renames.get(text) ?? text;
  return {
    uid,
    applied: (data) => (renames.size === 0 ? data : renamed(data, uid)),
    missing: (used) => {
      if (known === undefined) {
        const message =
          'Grafana does not let these credentials list datasources: whether those of the dashboards exist is not checked';
        return [{ rule: 'target/grafana', severity: 'info', message, fix: 'grant datasources:read' }];
      }
      return declared
        .filter(([, one]) => used.has(uid(one.uid)) && !uids.has(uid(one.uid)))
        .map(([logical, one]) => {
          const fix = didYouMean(one.uid, [...uids, ...byName.keys()]);
          return {
            rule: 'target/grafana',
            severity: 'error',
            message: `Grafana has no datasource with the uid or name '${one.uid}', which environments.${environment}.datasources.${logical} names`,
            ...(fix !== undefined && { fix }),
          };
        });
    },
  };
}
