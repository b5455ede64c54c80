import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord } from '@binnacle/model';
import { parse } from 'yaml';
import { contentOf } from '../destinations/stored-file.ts';
import { createUndo } from '../destinations/undo.ts';
import type { HttpClient } from '../http/client.ts';
import { serversWords } from '../http/words.ts';
import { TargetError } from '../target-error.ts';
import type { ConfigStore } from './config-store.ts';

const SHOWN_WITHIN_MS = 10_000;
const POLL_MS = 100;

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Receivers by name and the routes to them: what tells one configuration from another although secrets are hidden. */
function outline(config: unknown): string {
  const { route, receivers } = isRecord(config) ? config : {};
  const tree = (node: unknown): unknown => {
    if (!isRecord(node)) return null;
    const { receiver = null, routes } = node;
    return [receiver, Array.isArray(routes) ? routes.map(tree) : []];
  };
  const names = Array.isArray(receivers) ? receivers.map((one: unknown) => (isRecord(one) ? one['name'] : null)) : [];
  return JSON.stringify([tree(route), names]);
}

function hidden(text: string, secrets: readonly string[]): string {
  return secrets.reduce((all, secret) => all.replaceAll(secret, '***'), text);
}

/** An Alertmanager that reads its configuration from a file this machine can write. */
export function fileStore(client: HttpClient, path: string): ConfigStore {
  const undo = createUndo();

  async function status(): Promise<Readonly<Record<string, unknown>>> {
    const { json } = await client.request('GET', '/api/v2/status');
    return isRecord(json) ? json : {};
  }

  async function isShown(): Promise<boolean> {
    const { config } = await status();
    const original = isRecord(config) ? config['original'] : undefined;
    return outline(parsed(original)) === outline(parsed(contentOf(path)));
  }

  /** Why the reload was refused, in the words of the server. */
  async function reload(secrets: readonly string[]): Promise<string | undefined> {
    // 500 is its answer to a configuration it does not take: asking again would not help.
    const { status: code, json, text } = await client.request('POST', '/-/reload', { accept: [500], secrets });
    return code === 500 ? hidden(serversWords(json, text), secrets) : undefined;
  }

  return {
    name: async () => {
      const { versionInfo } = await status();
      const version = isRecord(versionInfo) ? versionInfo['version'] : undefined;
      return ['Alertmanager', ...(typeof version === 'string' ? [version] : []), 'at', client.url].join(' ');
    },
    hasTemplates: false,
    read: async () => {
      const config = contentOf(path);
      return config === undefined ? undefined : { config, templates: {} };
    },
    write: async ({ config }) => {
      undo.change(path, config);
    },
    remove: async () => {
      throw new TargetError('refused', `Alertmanager does not run without ${path}`, {
        fix: 'stop Alertmanager and remove the file by hand, or declare another configuration',
      });
    },
    settle: async (isOurs, secrets) => {
      const hasChanged = undo.changed().length > 0;
      if (!hasChanged && (!isOurs || (await isShown()))) return [];
      const words = await reload(secrets);
      if (words !== undefined) {
        undo.restore();
        const again = hasChanged ? await reload(secrets) : words;
        const state = again === undefined ? 'is back and loaded' : 'is back, and refused too';
        throw new TargetError('refused', words, {
          fix: `correct the configuration; the former file ${state}`,
          isTakenBack: hasChanged,
        });
      }
      undo.keep();
      const deadline = performance.now() + SHOWN_WITHIN_MS;
      while (!(await isShown())) {
        if (performance.now() > deadline) {
          throw new TargetError('refused', `Alertmanager shows another configuration than ${path} after the reload`, {
            fix: 'is that its --config.file?',
          });
        }
        await sleep(POLL_MS);
      }
      return [];
    },
    close: () => client.close(),
  };
}
