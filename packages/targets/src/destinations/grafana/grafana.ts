import { resolve } from 'node:path';
import {
  checksum,
  type Diagnostic,
  FOLDER_ANNOTATION,
  isFolder,
  isOurs,
  type LiveResource,
  type Resource,
  resourceId,
} from '@binnacle/model';
import { createHttpClient } from '../../http/client.ts';
import { credentials } from '../../http/credentials.ts';
import { TargetError } from '../../target-error.ts';
import type { ConnectContext, Connection, Destination } from '../destination.ts';
import { datasourcesIn, type Datasources, findDatasources } from './datasources.ts';
import { holding, type Holding } from './holding.ts';
import { type Objects, objectsOf, type ServerObject } from './objects.ts';
import { explained } from './refusal.ts';
import { convert, type Namespace } from './rules/convert.ts';
import { desiredRules } from './rules/desired.ts';
import { provisioning } from './rules/provisioning.ts';
import type { RulesApi } from './rules/rules-api.ts';
import { discover, type Server } from './server.ts';
import { writtenDashboard, writtenFolder } from './shape.ts';

/** Writes at the same time: SQLite, which Grafana runs on by default, locks on more. */
const CONCURRENCY = 6;

/** uid of the folder a resource is in; undefined for the root. */
function parentOf({ metadata }: Resource): string | undefined {
  const parent = metadata.annotations?.[FOLDER_ANNOTATION];
  return parent === '' || parent === 'general' ? undefined : parent;
}

/** The datasource that rules ask, as the configuration gives it. Throws `TargetError` when there is none. */
function rulesDatasource({ settings, environment }: ConnectContext<'grafana'>): string {
  const { rulesDatasource: name } = settings;
  const all = Object.entries(environment.datasources);
  const found = all.find(([key, { type, default: isDefault }]) =>
    name === undefined ? type === 'prometheus' && isDefault === true : key === name,
  );
  if (found !== undefined) return found[1].uid;
  const problem =
    name === undefined
      ? `environments.${environment.name}.datasources has no default of type prometheus, which rules could ask`
      : `environments.${environment.name}.datasources has no '${name}', which rulesDatasource names`;
  throw new TargetError('refused', problem, { fix: 'declare it, or name another as `rulesDatasource`' });
}

/** Everything a connection is made of. */
interface Parts {
  readonly context: ConnectContext<'grafana'>;
  readonly server: Server;
  readonly datasources: Datasources;
  readonly objects: { readonly folders: Objects; readonly dashboards: Objects };
  readonly folders: Holding;
  readonly dashboards: Holding;
  /** Absent when rules are not written. */
  readonly rules: { readonly api: RulesApi; readonly datasource: string } | undefined;
  /** Folders seen so far, by uid. */
  readonly known: Map<string, Namespace>;
}

function desired({ context, server, datasources, rules }: Parts, resources: readonly Resource[]) {
  const diagnostics: Diagnostic[] = [];
  const groups = rules && desiredRules(resources, context.environment, context.owner);
  diagnostics.push(...(groups?.diagnostics ?? []));
  const used = new Set(rules === undefined ? [] : [rules.datasource]);
  const made = [...resources, ...(groups?.resources ?? [])].flatMap((resource): Resource[] => {
    if (resource.kind === 'Folder') return [writtenFolder(resource, server, diagnostics)];
    if (resource.kind === 'PrometheusRule') return groups?.resources.includes(resource) === true ? [resource] : [];
    if (resource.kind !== 'Dashboard') return [];
    const written = writtenDashboard(resource, server, diagnostics);
    if (written === undefined) return [];
    const spec = datasources.applied(written.spec);
    for (const uid of datasourcesIn(spec)) used.add(uid);
    return [{ ...written, spec }];
  });
  return { resources: made, diagnostics: [...diagnostics, ...datasources.missing(used)] };
}

function remember(known: Map<string, Namespace>, resource: Resource): void {
  if (!isFolder(resource)) return;
  const parent = parentOf(resource);
  known.set(resource.metadata.name, { title: resource.spec.title, ...(parent !== undefined && { parent }) });
}

async function list(parts: Parts, wanted: readonly Resource[]): Promise<LiveResource[]> {
  const { server, objects, folders, dashboards, rules, known, context } = parts;
  const byId = new Map(wanted.map((resource) => [resourceId(resource), resource]));
  const found = new Map<string, LiveResource>();

  /** Keeps an object that is ours or wanted; the others are not kept in memory. */
  function keep(holder: Holding, object: ServerObject): boolean {
    const id = resourceId(object);
    const live = holder.live(object, byId.get(id));
    const isKept = byId.has(id) || isOurs(live, context.owner);
    if (isKept) found.set(id, live);
    return isKept;
  }

  const { v2, classic } = server.dashboards;
  let isElsewhere = false;
  await Promise.all([
    objects.folders.pages(server.folders, (page) => {
      for (const object of page) {
        remember(known, object);
        keep(folders, object);
      }
    }),
    objects.dashboards.pages(v2 ?? classic ?? '', (page) => {
      for (const object of page) {
        const stored = object.status?.conversion?.storedVersion;
        const isConverted = v2 !== undefined && stored !== undefined && !stored.startsWith('v2');
        if (keep(dashboards, object) && isConverted) isElsewhere = true;
      }
    }),
  ]);
  if (isElsewhere && classic !== undefined) {
    // What was written as classic is read as classic: each conversion loses something.
    await objects.dashboards.pages(classic, (page) => {
      for (const object of page) {
        const stored = object.status?.conversion?.storedVersion;
        if (stored === undefined || !stored.startsWith('v2')) keep(dashboards, object);
      }
    });
  }
  for (const resource of wanted) if (!known.has(resource.metadata.name)) remember(known, resource);
  const groups = rules === undefined ? [] : await rules.api.list(wanted);
  const all = [...found.values(), ...groups];
  return dashboards.keepsAnnotations() ? all : all.map((live) => recognised(live, byId, context.owner));
}

/**
 * On a server that keeps no annotations, a folder that is as desired counts as ours while it is desired, so that it is not
 * adopted with every push; it is never deleted, as nothing proves whose it is.
 */
function recognised(
  live: LiveResource,
  wanted: ReadonlyMap<string, Resource>,
  owner: ConnectContext<'grafana'>['owner'],
): LiveResource {
  const resource = wanted.get(resourceId(live.resource));
  if (
    live.resource.kind !== 'Folder' ||
    live.stamp !== undefined ||
    live.manager !== undefined ||
    resource === undefined
  )
    return live;
  return checksum(resource) === checksum(live.resource)
    ? { ...live, stamp: { ...owner, checksum: checksum(resource) } }
    : live;
}

function connection(parts: Parts, close: () => Promise<void>, url: string): Connection {
  const { folders, dashboards, rules, known, server } = parts;
  const holderOf = (resource: Resource): Pick<Holding, 'put' | 'remove'> => {
    if (resource.kind === 'Folder') return folders;
    if (resource.kind === 'Dashboard') return dashboards;
    if (rules !== undefined) return rules.api;
    throw new TargetError('refused', `${resourceId(resource)}: rules are not written here`, {
      fix: "set `rules: 'provisioning'` or `rules: 'convert'`",
    });
  };
  return {
    name: `Grafana ${server.version ?? ''} at ${url}`.replace('  ', ' '),
    concurrency: CONCURRENCY,
    desired: (resources) => desired(parts, resources),
    list: (wanted) => list(parts, wanted),
    requires: (resource) => {
      const parent = resource.kind === 'PrometheusRule' ? resource.metadata.namespace : parentOf(resource);
      return parent === undefined ? [] : [`Folder/${parent}`];
    },
    write: async (write) => {
      try {
        if (write.action === 'delete') return await holderOf(write.live.resource).remove(write.live);
        const written = await holderOf(write.resource).put(write);
        remember(known, write.resource);
        return written;
      } catch (error) {
        throw explained(error);
      }
    },
    close,
  };
}

/** Grafana 12 and 13: folders, dashboards and, when asked for, alert and recording rules. */
export const grafana: Destination<'grafana'> = {
  id: 'grafana',
  kinds: ['Dashboard', 'Folder', 'PrometheusRule'],
  connect: async (context) => {
    const { settings, environment, owner, root, secrets: lookup, signal, onWait } = context;
    const { headers: authorisation, secrets } = credentials(settings, lookup);
    const http = createHttpClient({
      url: settings.url,
      headers: authorisation,
      secrets,
      ...(settings.caFile !== undefined && { caFile: resolve(root, settings.caFile) }),
      ...(settings.timeout !== undefined && { timeout: settings.timeout }),
      ...(signal !== undefined && { signal }),
      ...(onWait !== undefined && { onWait }),
    });
    try {
      const server = await discover(http, settings.namespace);
      // Below /apis the namespace says which organisation; below /api this header does, for users that are in several.
      const headers = { 'x-grafana-org-id': String(server.organisation) };
      const datasources = await findDatasources(http, environment, headers);
      const allowEdits = settings.allowEdits ?? false;
      const known = new Map<string, Namespace>();
      const ruleSettings = { http, headers, owner, allowEdits };
      let rules: Parts['rules'];
      if (settings.rules === 'provisioning' || settings.rules === 'convert') {
        const datasource = datasources.uid(rulesDatasource(context));
        const api =
          settings.rules === 'convert'
            ? convert({ ...ruleSettings, datasource, folders: known })
            : provisioning({ ...ruleSettings, datasource, organisation: server.organisation });
        rules = { api, datasource };
      }
      const place = { namespace: server.namespace };
      const objects = {
        folders: objectsOf(http, { ...place, kind: 'Folder', plural: 'folders' }),
        dashboards: objectsOf(http, { ...place, kind: 'Dashboard', plural: 'dashboards' }),
      };
      const held = { owner, root, allowEdits };
      return connection(
        {
          context,
          server,
          datasources,
          objects,
          // Grafana 12 may make a folder that it is only asked to try; a dashboard it does not.
          folders: holding({ ...held, objects: objects.folders, isRehearsalReal: false, hasTags: false }),
          dashboards: holding({ ...held, objects: objects.dashboards, isRehearsalReal: true, hasTags: true }),
          rules,
          known,
        },
        http.close,
        http.url,
      );
    } catch (error) {
      await http.close();
      throw explained(error);
    }
  },
};
