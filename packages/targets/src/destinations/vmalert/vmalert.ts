import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpClient } from '../../http/client.ts';
import { ruleFiles } from '../../rule-files/rule-files.ts';
import { TargetError } from '../../target-error.ts';

const POLL_MS = 100;

/** Reloads that vmalert has tried, and those that failed: it answers a request to reload before it begins. */
interface Reloads {
  readonly total: number;
  readonly failed: number;
}

function metric(exposition: string, name: string): number {
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(exposition)?.[1] ?? Number.NaN);
}

async function reloads(client: HttpClient): Promise<Reloads> {
  const { text } = await client.request('GET', '/metrics');
  const [total, failed] = ['vmalert_config_last_reload_total', 'vmalert_config_last_reload_errors_total'].map((name) =>
    metric(text, name),
  );
  if (total !== undefined && failed !== undefined && total >= 0 && failed >= 0) return { total, failed };
  throw new TargetError('unavailable', `${client.url}/metrics has no vmalert_config_last_reload_total`, {
    fix: 'is this vmalert? It says there whether it took new rules',
  });
}

async function reload(client: HttpClient, patience: number): Promise<string | undefined> {
  const before = await reloads(client);
  await client.request('POST', '/-/reload');
  const deadline = performance.now() + patience;
  for (;;) {
    const now = await reloads(client);
    if (now.failed > before.failed) return 'vmalert does not take the rule files: it counts a reload that failed';
    if (now.total > before.total) return undefined;
    if (performance.now() > deadline) {
      throw new TargetError('unavailable', 'vmalert has not reloaded its rules yet', {
        fix: 'run the command again: it waits for groups that are being evaluated',
      });
    }
    await sleep(POLL_MS);
  }
}

/** A vmalert that reads rule files from a folder, reloaded and read back. */
export const vmalert = ruleFiles('vmalert', {
  title: 'vmalert',
  support: { labels: true, query_offset: true },
  words: { query_offset: 'eval_delay' },
  version: async (client) => {
    const { text } = await client.request('GET', '/metrics');
    const version = /^vm_app_version\{[^}]*\bshort_version="v?([^"]*)"/m.exec(text)?.[1];
    return version === '' ? undefined : version;
  },
  reload,
});
