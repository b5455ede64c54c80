import { isRecord } from '@binnacle/model';
import { serversWords } from '../../http/words.ts';
import { ruleFiles } from '../../rule-files/rule-files.ts';
import { TargetError } from '../../target-error.ts';

/** A Prometheus that reads rule files from a folder, reloaded and read back. */
export const prometheus = ruleFiles('prometheus', {
  title: 'Prometheus',
  support: {},
  words: {},
  version: async (client) => {
    const { json } = await client.request('GET', '/api/v1/status/buildinfo', { accept: [404] });
    const data = isRecord(json) && isRecord(json['data']) ? json['data'] : {};
    return typeof data['version'] === 'string' ? data['version'] : undefined;
  },
  workingFolder: async (client) => {
    const { json } = await client.request('GET', '/api/v1/status/runtimeinfo', { accept: [404] });
    const data = isRecord(json) && isRecord(json['data']) ? json['data'] : {};
    return typeof data['CWD'] === 'string' ? data['CWD'] : undefined;
  },
  reload: async (client) => {
    // 500 is its answer to files it does not take: asking again would not help.
    const { status, text, json } = await client.request('POST', '/-/reload', { accept: [403, 404, 405, 500] });
    if (status < 400) return undefined;
    const words = serversWords(json, text);
    if (status === 500) return words;
    throw new TargetError('refused', `Prometheus does not reload: ${words}`, {
      status,
      fix: 'start it with --web.enable-lifecycle',
    });
  },
});
