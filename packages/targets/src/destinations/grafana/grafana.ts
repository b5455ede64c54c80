import { type Resource, resourceId } from '@binnacle/model';
import { clientFor } from '../../http/from-settings.ts';
import { TargetError } from '../../target-error.ts';
import type { Connection, Destination } from '../destination.ts';
import { findDatasources } from './datasources.ts';
import { desired } from './desired.ts';
import { holding, type Holding } from './holding.ts';
import { list } from './listing.ts';
import { objectsOf } from './objects.ts';
import { parentOf, type Parts, remember } from './parts.ts';
import { explained } from './refusal.ts';
import { convert, type Namespace } from './rules/convert.ts';
import { ruleDatasources } from './rules/datasource.ts';
import { provisioning } from './rules/provisioning.ts';
import { discover } from './server.ts';
import { isNotification, notifications } from './notifications/notifications.ts';
import { versionNotes } from '../../version.ts';
import { secretValues } from '../../alertmanager-stores/secret-values.ts';

/** Writes at the same time: SQLite, which Grafana runs on by default, locks on more. */
const CONCURRENCY = 6;

function connection(parts: Parts, close: () => Promise<void>, url: string): Connection {
  const { context, folders, dashboards, rules, known, server, notifications: told } = parts;
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
    notes: versionNotes('grafana', server.version, context.environment.grafana?.version),
    concurrency: CONCURRENCY,
    desired: (resources) => desired(parts, resources),
    list: (wanted) => list(parts, wanted),
    requires: (resource) => {
      if (isNotification(resource)) return told?.requires(resource) ?? [];
      const parent = resource.kind === 'PrometheusRule' ? resource.metadata.namespace : parentOf(resource);
      return parent === undefined ? [] : [`Folder/${parent}`];
    },
    write: async (write) => {
      try {
        const resource = write.action === 'delete' ? write.live.resource : write.resource;
        if (told !== undefined && isNotification(resource)) return await told.write(write);
        if (write.action === 'delete') return await holderOf(write.live.resource).remove(write.live);
        const written = await holderOf(write.resource).put(write);
        remember(known, write.resource);
        return written;
      } catch (error) {
        throw explained(error);
      }
    },
    ...(told !== undefined && { settle: told.settle }),
    // The parts of an AlertmanagerConfig are none.
    definitions: (live) => live.filter((resource) => !isNotification(resource)),
    close,
  };
}

/** Grafana 12 and 13: folders, dashboards and, when asked for, alert and recording rules, contact points and policies. */
export const grafana: Destination<'grafana'> = {
  id: 'grafana',
  kinds: ['AlertmanagerConfig', 'Dashboard', 'Folder', 'PrometheusRule'],
  connect: async (context) => {
    const { settings, environment, owner, root } = context;
    const http = clientFor(context);
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
        const { promql, logql } = ruleDatasources(context);
        const asked = {
          promql: datasources.uid(promql),
          ...(logql !== undefined && { logql: datasources.uid(logql) }),
        };
        const api =
          settings.rules === 'convert'
            ? convert({ ...ruleSettings, datasources: asked, folders: known })
            : provisioning({ ...ruleSettings, datasources: asked, organisation: server.organisation });
        rules = { api, datasources: asked };
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
          notifications:
            settings.notifications === 'provisioning'
              ? notifications({
                  http,
                  headers,
                  owner,
                  allowEdits,
                  secrets: secretValues(context.secrets, `${owner.project}/${owner.environment}`),
                })
              : undefined,
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
