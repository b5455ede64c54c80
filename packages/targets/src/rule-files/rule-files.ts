import { join, resolve } from 'node:path';
import { isOurs, isPrometheusRule, isPromqlRule, type LiveResource, type Resource } from '@binnacle/model';
import type { Connection, ConnectContext, Destination, Written } from '../destinations/destination.ts';
import { assertUnchanged, filesIn, type StoredFile } from '../destinations/stored-file.ts';
import { clientFor } from '../http/from-settings.ts';
import { supportedGroups } from '../rule-groups.ts';
import { selected } from '../selected.ts';
import { TargetError } from '../target-error.ts';
import { versionNotes } from '../version.ts';
import { expectedGroups, type ExpectedGroup } from './loaded.ts';
import { groupsIn, liveRuleFile, ruleFile, ruleFileName, ruleFileResource } from './rule-file.ts';
import type { RuleServer } from './rule-server.ts';
import { settleRules } from './settle.ts';
import { createUndo } from '../destinations/undo.ts';

type Id = 'prometheus' | 'vmalert';

async function connect(server: RuleServer, context: ConnectContext<Id>): Promise<Connection> {
  const { settings, environment, owner, root } = context;
  const { rulesFolder, extension = 'yaml' } = settings;
  const folder = resolve(root, rulesFolder);
  const client = clientFor(context);
  const version = await server.version(client);
  const undo = createUndo();
  const pathOf = (resource: Resource): string => join(folder, ruleFileName(resource, extension));
  const liveOf = (file: StoredFile): LiveResource => liveRuleFile(file, extension, server.words);

  const expected = (): ExpectedGroup[] =>
    filesIn(folder, `.${extension}`)
      .filter((file) => isOurs(liveOf(file), owner))
      .flatMap(({ name, content }) => expectedGroups(name, groupsIn(content) ?? []));

  return {
    name: [server.title, version, 'at', client.url].filter((part) => part !== undefined).join(' '),
    ...(server.title === 'Prometheus' && {
      notes: versionNotes('prometheus', version, environment.prometheus.version),
    }),
    concurrency: 1,
    desired: (resources) => {
      const made = selected(resources, isPromqlRule).map((resource) => {
        const { groups, diagnostics } = supportedGroups(resource, environment.prometheus.version, server.support);
        return { resource: ruleFileResource(resource, groups), diagnostics };
      });
      return {
        resources: made.map(({ resource }) => resource),
        diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
      };
    },
    list: async (desired) => {
      const wanted = new Set(desired.map((resource) => ruleFileName(resource, extension)));
      return filesIn(folder, `.${extension}`).flatMap((file) => {
        const live = liveOf(file);
        return wanted.has(file.name) || isOurs(live, owner) ? [live] : [];
      });
    },
    write: async (write): Promise<Written> => {
      if (write.action === 'delete') {
        const path = pathOf(write.live.resource);
        assertUnchanged(path, write.live, undefined);
        undo.change(path, undefined);
        return { warnings: [] };
      }
      const { resource, stamp, live } = write;
      if (!isPrometheusRule(resource)) throw new TargetError('refused', `${server.title} holds rules only`);
      const path = pathOf(resource);
      const content = ruleFile(resource, stamp, server.words);
      assertUnchanged(path, live, content);
      undo.change(path, content);
      return { warnings: [], live: liveOf({ name: ruleFileName(resource, extension), content }) };
    },
    settle: () => settleRules({ server, client, undo, expected, folder, pattern: `${rulesFolder}/*.${extension}` }),
    close: () => client.close(),
  };
}

/** A server that reads rule files from a folder: one file a resource, with its stamp in the first line. */
export function ruleFiles<One extends Id>(id: One, server: RuleServer): Destination<One> {
  return { id, kinds: ['PrometheusRule'], connect: (context) => connect(server, context) };
}
