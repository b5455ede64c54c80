import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { find, reasonToSkip } from './programs.ts';
import { EXPORTERS, type Exporter, type Exporters, startExporters } from './start.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BINNACLE = join(ROOT, 'packages/cli/bin/binnacle.js');
const run = promisify(execFile);

interface Report {
  readonly added: readonly string[];
  readonly addedLabels: readonly string[];
  readonly vanished: readonly string[];
  readonly differs: readonly string[];
  readonly total: number;
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'added' in value && 'total' in value;
}

let folder = '';
let running: Exporters | undefined;

function exporters(): Exporters {
  if (running === undefined) throw new Error('the exporters are not running');
  return running;
}

async function importMetrics(from: string, out: string, ...flags: readonly string[]): Promise<Report> {
  const args = [BINNACLE, 'import', 'metrics', from, '--service', 'live', '--out', out, '--json', ...flags];
  const { stdout } = await run(process.execPath, args, { cwd: folder });
  const report: unknown = JSON.parse(stdout);
  if (!isReport(report)) throw new Error(`no report: ${stdout}`);
  return report;
}

/** Names `promtool check metrics` complains of: it exits with 3 when there are any. */
async function complaints(exposition: string): Promise<readonly string[]> {
  const checking = run(find('promtool') ?? 'promtool', ['check', 'metrics']);
  checking.child.stdin?.end(exposition);
  const { stderr } = await checking.catch((error: { stderr: string }) => error);
  return [...new Set(stderr.split('\n').flatMap((line) => /^([\w:]+) /.exec(line)?.[1] ?? []))];
}

const reason = reasonToSkip();

describe.skipIf(reason !== undefined)(`real exporters${reason === undefined ? '' : ` (${reason})`}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'binnacle-live-'));
    running = await startExporters();
  }, 120_000);

  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(EXPORTERS)('%s: a second import of the same metrics changes nothing', async (name) => {
    const out = join(folder, `${name}.ts`);
    const first = await importMetrics(exporters().metrics[name], out);
    expect(first.total).toBe(first.added.length);
    expect(first.total).toBeGreaterThan(0);
    const text = readFileSync(out, 'utf8');
    const second = await importMetrics(exporters().metrics[name], out);
    expect(second).toMatchObject({ added: [], addedLabels: [], vanished: [], differs: [] });
    expect(readFileSync(out, 'utf8')).toBe(text);
  });

  // What was pushed keeps the job of the one who pushed it.
  test.each<[Exporter, string]>([
    ['alertmanager', 'job="alertmanager"'],
    ['node', 'job="node"'],
    ['postgres', 'job="postgres"'],
    ['pushgateway', 'job=~"pushgateway|invoices"'],
    ['redis', 'job="redis"'],
  ])('%s: Prometheus knows the same types, labels and buckets as the exporter says', async (name, matchers) => {
    const out = join(folder, `${name}-api.ts`);
    await importMetrics(exporters().metrics[name], out);
    const viaPrometheus = await importMetrics(exporters().prometheus, out, '--match', matchers);
    expect(viaPrometheus).toMatchObject({ added: [], addedLabels: [], vanished: [], differs: [] });
  });

  test.each(EXPORTERS)('%s: the contracts of this repository have the types that are exposed', async (name) => {
    const out = join(folder, `${name}-own.ts`);
    copyFileSync(join(ROOT, 'services', name, 'metrics.ts'), out);
    const { differs, vanished, total } = await importMetrics(exporters().metrics[name], out);
    expect(differs.filter((line) => line.includes('is declared as a'))).toEqual([]);
    expect(total).toBeGreaterThan(vanished.length);
  });

  test.each(EXPORTERS)('%s: whatever promtool finds wrong with a name is waived', async (name) => {
    const out = join(folder, `${name}-waived.ts`);
    await importMetrics(exporters().metrics[name], out, '--include-runtime');
    const waived = readFileSync(out, 'utf8')
      .split(/\n(?= {2}\w+: )/)
      .filter((entry) => entry.includes('waiver:'))
      .map((entry) => /'([\w:]+)'/.exec(entry)?.[1]);
    const response = await fetch(exporters().metrics[name]);
    const missed = (await complaints(await response.text())).filter((metric) => !waived.includes(metric));
    expect(missed).toEqual([]);
  });
});
