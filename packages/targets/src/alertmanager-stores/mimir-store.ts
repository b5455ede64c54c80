import { isRecord, toYaml } from '@binnacle/model';
import { parse } from 'yaml';
import type { HttpClient } from '../http/client.ts';
import { withTenantHint } from '../http/tenant.ts';
import { TargetError } from '../target-error.ts';
import type { ConfigStore, StoredConfig } from './config-store.ts';

const PATH = '/api/v1/alerts';

function stored(text: string): StoredConfig | undefined {
  let answer: unknown;
  try {
    answer = parse(text);
  } catch {
    answer = undefined;
  }
  if (!isRecord(answer)) throw new TargetError('unavailable', `${PATH} answers with what is no YAML`);
  const { alertmanager_config: config, template_files: files } = answer;
  if (typeof config !== 'string' || config.trim() === '') return undefined;
  const templates: Record<string, string> = {};
  for (const [name, body] of Object.entries(isRecord(files) ? files : {})) {
    if (typeof body === 'string') templates[name] = body;
  }
  return { config, templates };
}

/** The Alertmanager of Mimir, where each tenant has a configuration of its own. */
export function mimirStore(client: HttpClient, tenant: string | undefined): ConfigStore {
  return {
    name: async () => `Mimir’s Alertmanager at ${client.url}${tenant === undefined ? '' : ` (tenant ${tenant})`}`,
    hasTemplates: true,
    read: async () => {
      const { status, text } = await withTenantHint(client.request('GET', PATH, { accept: [404] }));
      if (status !== 404) return stored(text);
      if (!/page not found/.test(text)) return undefined;
      throw new TargetError('not-found', `${client.url}${PATH} is not there`, {
        status,
        fix: 'is the Alertmanager’s API enabled (-alertmanager.enable-api), and the `url` without its path?',
      });
    },
    write: async ({ config, templates }, secrets) => {
      await client.request('POST', PATH, {
        headers: { 'content-type': 'application/yaml' },
        text: toYaml({ template_files: templates, alertmanager_config: config }),
        secrets,
      });
    },
    remove: async () => {
      await client.request('DELETE', PATH, { accept: [404] });
    },
    close: () => client.close(),
  };
}
