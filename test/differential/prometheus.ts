import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, run, start } from '../exporters/running.ts';
import type { Series } from './samples.ts';

/** Times of samples in Unix milliseconds. */
export interface Clock {
  readonly start: number;
  readonly interval: number;
}

/** A Prometheus that has the samples and nothing else. */
export interface Loaded {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** The answer of the API, or the error it tells. */
  ask(path: 'query' | 'query_range', parameters: Readonly<Record<string, string>>): Promise<ApiAnswer>;
  stop(): Promise<void>;
}

export type ApiAnswer =
  | { readonly status: 'success'; readonly data: { readonly resultType: string; readonly result: unknown } }
  | { readonly status: 'error'; readonly error: string };

/** Starts Prometheus on blocks made of these series. */
export async function startLoaded(series: readonly Series[], { start: from, interval }: Clock): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-loaded-'));
  const samples = join(folder, 'samples.om');
  writeFileSync(samples, openMetrics(series, { start: from, interval }));
  await run('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', '-q', samples, join(folder, 'data')]);
  writeFileSync(join(folder, 'prometheus.yml'), 'global: {}\n');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = await start(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--storage.tsdb.retention.time=100y',
      '--enable-feature=promql-at-modifier,promql-negative-offset',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { ready: `${url}/-/ready` },
  );
  return {
    url,
    async ask(path, parameters) {
      const response = await fetch(`${url}/api/v1/${path}`, { method: 'POST', body: new URLSearchParams(parameters) });
      return (await response.json()) as ApiAnswer;
    },
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Series as OpenMetrics has them. */
export function openMetrics(series: readonly Series[], { start: from, interval }: Clock): string {
  const lines: string[] = [];
  for (const { name, labels, values } of series) {
    const text = Object.entries(labels)
      .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
      .join(',');
    for (const [i, value] of values.entries()) {
      if (value !== undefined) lines.push(`${name}{${text}} ${value} ${(from + i * interval) / 1000}`);
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}
