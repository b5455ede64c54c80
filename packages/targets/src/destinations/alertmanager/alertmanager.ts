import { resolve } from 'node:path';
import {
  ALERTMANAGER_CONFIG_API_VERSION,
  type Diagnostic,
  finding,
  isAlertmanagerConfig,
  isOurs,
  isRecord,
  type LiveResource,
  type Resource,
  resourceId,
  type Stamp,
  toJson,
  toYaml,
} from '@binnacle/model';
import { parse } from 'yaml';
import type { ConfigStore, StoredConfig } from '../../alertmanager-stores/config-store.ts';
import { fileStore } from '../../alertmanager-stores/file-store.ts';
import { mimirStore } from '../../alertmanager-stores/mimir-store.ts';
import { type SecretValues, secretValues } from '../../alertmanager-stores/secret-values.ts';
import { clientFor } from '../../http/from-settings.ts';
import { tenantHeaders } from '../../http/tenant.ts';
import { selected } from '../../selected.ts';
import { headerStampOf, withHeaderStamp } from '../../stamp/header.ts';
import { TargetError } from '../../target-error.ts';
import type { ConnectContext, Connection, Desired, Destination, Written } from '../destination.ts';
import { revisionOf } from '../stored-file.ts';

/** What a configuration is called that no definition names. */
const UNNAMED = 'alertmanager';

function storeOf(context: ConnectContext<'alertmanager'>): ConfigStore {
  const { api, tenant, configFile } = context.settings;
  const client = clientFor(context, tenantHeaders(tenant));
  if (api === 'mimir') return mimirStore(client, tenant);
  if (configFile !== undefined) return fileStore(client, resolve(context.root, configFile));
  throw new TargetError('refused', 'the alertmanager’s configFile is not set', {
    fix: "name the file that Alertmanager reads, or write api: 'mimir'",
  });
}

function revision(stored: StoredConfig): string {
  return revisionOf(toJson(stored));
}

function liveOf(stored: StoredConfig, name: string, secrets: SecretValues): LiveResource {
  let config: unknown;
  try {
    config = parse(stored.config);
  } catch {
    config = undefined;
  }
  const templates = Object.keys(stored.templates).length === 0 ? {} : { template_files: stored.templates };
  const stamp = headerStampOf(stored.config);
  return {
    resource: {
      apiVersion: ALERTMANAGER_CONFIG_API_VERSION,
      kind: 'AlertmanagerConfig',
      metadata: { name },
      spec: secrets.hide({ ...(isRecord(config) ? config : {}), ...templates }),
    },
    revision: revision(stored),
    ...(stamp !== undefined && { stamp }),
  };
}

/** The one configuration an Alertmanager can hold, with its secrets filled in and hidden. */
function desiredConfig(resources: readonly Resource[], store: ConfigStore, secrets: SecretValues): Desired {
  const [first, ...others] = selected(resources, isAlertmanagerConfig);
  if (first === undefined) return { resources: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = others.map((other) =>
    finding(other, {
      rule: 'target/alertmanager',
      severity: 'error',
      path: '/metadata/name',
      message: `an Alertmanager has one configuration, and ${resourceId(first)} is one already`,
      fix: 'make them one',
    }),
  );
  const { template_files: templates = {}, ...config } = first.spec;
  const hasTemplates = Object.keys(templates).length > 0;
  if (hasTemplates && !store.hasTemplates) {
    diagnostics.push(
      finding(first, {
        rule: 'target/alertmanager',
        severity: 'error',
        path: '/spec/template_files',
        message: 'template_files are Mimir’s: this Alertmanager reads its templates from files',
        fix: 'put the files on the server, and name them in templates',
      }),
    );
  }
  const { hidden, missing } = secrets.fillAndHide(config);
  for (const name of missing) {
    diagnostics.push(
      finding(first, {
        rule: 'target/alertmanager',
        severity: 'error',
        path: '/spec',
        message: `the environment variable ${name} is not set`,
        fix: `set ${name}, for example from the secrets of the CI system`,
      }),
    );
  }
  const { apiVersion, kind, metadata } = first;
  const spec = { ...(isRecord(hidden) ? hidden : {}), ...(hasTemplates && { template_files: templates }) };
  return { resources: [{ apiVersion, kind, metadata: { name: metadata.name }, spec }], diagnostics };
}

function assertUnchanged(now: StoredConfig | undefined, live: LiveResource | undefined): void {
  if ((now === undefined ? undefined : revision(now)) === live?.revision) return;
  throw new TargetError('conflict', 'the configuration was changed since the plan was made', {
    fix: 'run the command again',
  });
}

async function connect(context: ConnectContext<'alertmanager'>): Promise<Connection> {
  const { owner } = context;
  const store = storeOf(context);
  const secrets = secretValues(context.secrets, `${owner.project}/${owner.environment}`);

  async function put(resource: Resource, stamp: Stamp, live: LiveResource | undefined): Promise<Written> {
    const revealed = secrets.reveal(resource.spec);
    const { template_files: templates, ...config } = isRecord(revealed) ? revealed : {};
    const wanted: StoredConfig = {
      config: withHeaderStamp(toYaml(config), stamp),
      templates: isRecord(templates)
        ? Object.fromEntries(Object.entries(templates).map(([name, body]) => [name, String(body)]))
        : {},
    };
    const now = await store.read();
    if (now === undefined || revision(now) !== revision(wanted)) {
      assertUnchanged(now, live);
      await store.write(wanted, secrets.values());
    }
    const stored = (await store.read()) ?? wanted;
    return { live: liveOf(stored, resource.metadata.name, secrets), warnings: [] };
  }

  return {
    name: await store.name(),
    concurrency: 1,
    desired: (resources) => desiredConfig(resources, store, secrets),
    list: async ([wanted]) => {
      const stored = await store.read();
      if (stored === undefined) return [];
      const live = liveOf(stored, wanted?.metadata.name ?? UNNAMED, secrets);
      return wanted !== undefined || isOurs(live, owner) ? [live] : [];
    },
    write: async (write): Promise<Written> => {
      if (write.action === 'put') return put(write.resource, write.stamp, write.live);
      const now = await store.read();
      if (now === undefined) return { warnings: [] };
      assertUnchanged(now, write.live);
      await store.remove();
      return { warnings: [] };
    },
    ...(store.settle !== undefined && {
      settle: async () => {
        const stored = await store.read();
        const isOwn = stored !== undefined && isOurs(liveOf(stored, UNNAMED, secrets), owner);
        return (await store.settle?.(isOwn, secrets.values())) ?? [];
      },
    }),
    close: store.close,
  };
}

/** An Alertmanager's whole configuration: its file, or Mimir's, a tenant's. */
export const alertmanager: Destination<'alertmanager'> = {
  id: 'alertmanager',
  kinds: ['AlertmanagerConfig'],
  connect,
};
