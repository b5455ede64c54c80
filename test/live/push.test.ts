import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonToSkip } from '../exporters/programs.ts';
import { MONITORING, type Monitoring, type Reader, startMonitoring } from './monitoring.ts';

const BINNACLE = join(import.meta.dirname, '..', '..', 'packages/cli/bin/binnacle.js');
const KEY = 'R0123456789abcdef';

interface Ran {
  readonly code: number;
  readonly text: string;
}

/** Runs the program in a project; its exit code and everything it printed. */
function binnacle(project: string, ...args: readonly string[]): Promise<Ran> {
  const options = { cwd: project, env: { ...process.env, PAGERDUTY_KEY: KEY, NO_COLOR: '1' } };
  return new Promise((resolve) => {
    execFile(process.execPath, [BINNACLE, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr });
    });
  });
}

const rule = (group: object, name = 'checkout'): string =>
  JSON.stringify({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name },
    spec: { groups: [group] },
  });
const GROUP = {
  name: 'checkout',
  interval: '1s',
  rules: [
    { alert: 'CheckoutDown', expr: 'vector(1) > 0', for: '90s', labels: { severity: 'page' } },
    { record: 'job:up:sum', expr: 'sum by (job) (up)' },
  ],
};

async function shown({ url }: Reader): Promise<unknown> {
  const answer: unknown = await (await fetch(`${url}/api/v1/rules`)).json();
  const { groups } = (answer as { data: { groups: { name: string; rules: { name: string; query: string }[] }[] } })
    .data;
  return groups.map(({ name, rules }) => [name, ...rules.map((one) => `${one.name}: ${one.query}`)]);
}

const plain = (found: unknown): string => JSON.stringify(found).replaceAll(/\s|by\(job\)|sumby|by|\(|\)/g, '');

const alerting = (over: object = {}): string =>
  JSON.stringify({
    apiVersion: 'binnacle.dev/v1',
    kind: 'AlertmanagerConfig',
    metadata: { name: 'main' },
    spec: {
      route: { receiver: 'all', routes: [{ receiver: 'payments', matchers: ['team="payments"'] }] },
      receivers: [{ name: 'all' }, { name: 'payments', pagerduty_configs: [{ routing_key: '${PAGERDUTY_KEY}' }] }],
      ...over,
    },
  });

const reason = reasonToSkip(MONITORING);

describe.skipIf(reason !== undefined)(`real systems, pushed to${reason === undefined ? '' : ` (${reason})`}`, () => {
  let systems: Monitoring | undefined;
  let projects = 0;

  function running(): Monitoring {
    if (systems === undefined) throw new Error('nothing is running');
    return systems;
  }

  /** A project with one environment and one destination. */
  function project(
    destinations: object,
    version: string,
  ): { folder: string; declare: (...texts: readonly string[]) => void } {
    projects += 1;
    const folder = join(running().folder, `project-${projects}`);
    mkdirSync(folder);
    const environments = { prod: { prometheus: { version }, destinations } };
    const config = { project: 'shop', environments };
    writeFileSync(join(folder, 'binnacle.config.ts'), `export default ${JSON.stringify(config)};\n`);
    const declare = (...texts: readonly string[]): void => {
      rmSync(join(folder, 'rules'), { recursive: true, force: true });
      mkdirSync(join(folder, 'rules'), { recursive: true });
      for (const [i, text] of texts.entries()) writeFileSync(join(folder, 'rules', `${i}.json`), text);
    };
    return { folder, declare };
  }

  beforeAll(async () => {
    systems = await startMonitoring();
  }, 60_000);

  afterAll(async () => {
    await systems?.stop();
  });

  // What the real server refuses and Binnacle, told of another version, does not know of.
  it.each([
    ['prometheus', '2.42', '3.0', { ...GROUP, labels: { tier: '1' } }, 'failed to reload config: one or more errors'],
    [
      'vmalert',
      '2.41',
      '2.42',
      { ...GROUP, rules: [{ ...GROUP.rules[0], keep_firing_for: '5m' }] },
      'vmalert does not take the rule files',
    ],
  ] as const)(
    '%s: rules are loaded, left alone, found edited, put right, and taken back when they are refused',
    async (id, version, tooNew, refused, words) => {
      const reader = running()[id];
      const destinations = { [id]: { url: reader.url, rulesFolder: reader.path } };
      const { folder, declare } = project(destinations, version);
      const file = join(reader.path, 'checkout.yaml');
      const groups = [['checkout', 'CheckoutDown: vector(1) > 0', 'job:up:sum: sum by (job) (up)']];

      declare(rule(GROUP));
      expect(await binnacle(folder, 'push', '--yes')).toMatchObject({ code: 0 });
      expect(plain(await shown(reader))).toBe(plain(groups));
      const pushed = readFileSync(file, 'utf8');
      expect(pushed).toMatch(/^# binnacle project=shop environment=prod checksum=/);

      const again = await binnacle(folder, 'push', '--yes');
      expect([again.code, again.text.includes('no changes; 1 unchanged')]).toEqual([0, true]);
      expect((await binnacle(folder, 'drift')).code).toBe(0);

      writeFileSync(file, pushed.replace('vector(1)', 'vector(2)'));
      expect((await binnacle(folder, 'drift')).code).toBe(4);
      expect((await binnacle(folder, 'push', '--yes')).code).toBe(4);
      expect((await binnacle(folder, 'push', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe(pushed);

      declare(rule(refused));
      const failed = await binnacle(folder, 'push', '--yes', '--prometheus-version', tooNew);
      expect([failed.code, failed.text.includes(words), failed.text.includes('are back and loaded')]).toEqual([
        1,
        true,
        true,
      ]);
      expect(readFileSync(file, 'utf8')).toBe(pushed);
      expect(plain(await shown(reader))).toBe(plain(groups));
    },
    120_000,
  );

  it('prometheus: what others wrote is left alone, and what is no longer declared is pruned', async () => {
    const reader = running().prometheus;
    const theirs = join(reader.path, 'theirs.yaml');
    writeFileSync(theirs, 'groups: [{name: theirs, rules: [{record: "a:b", expr: up}]}]\n');
    const { folder, declare } = project({ prometheus: { url: reader.url, rulesFolder: reader.path } }, '2.42');
    declare(rule(GROUP), rule({ ...GROUP, name: 'second', rules: [GROUP.rules[0]] }, 'second'));
    expect((await binnacle(folder, 'push', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    expect(readdirSync(reader.path)).toEqual(['checkout.yaml', 'second.yaml', 'theirs.yaml']);
    declare(rule(GROUP));
    expect((await binnacle(folder, 'push', '--yes', '--prune', '--prune-limit', '60')).code).toBe(0);
    expect(readdirSync(reader.path)).toEqual(['checkout.yaml', 'theirs.yaml']);
    expect(JSON.stringify(await shown(reader))).toMatch(/checkout.*theirs/);
  }, 120_000);

  it('alertmanager: a configuration is adopted, loaded, found edited, and taken back when it is refused', async () => {
    const reader = running().alertmanager;
    const { folder, declare } = project({ alertmanager: { url: reader.url, configFile: reader.path } }, '2.42');
    const original = async (): Promise<string> => {
      const answer: unknown = await (await fetch(`${reader.url}/api/v2/status`)).json();
      return (answer as { config: { original: string } }).config.original;
    };
    const said: string[] = [];
    const run = async (...args: readonly string[]): Promise<number> => {
      const { code, text } = await binnacle(folder, ...args);
      said.push(text);
      return code;
    };

    declare(alerting());
    expect(await run('push', '--yes')).toBe(1);
    expect(await original()).not.toContain('payments');
    expect(await run('push', '--yes', '--adopt')).toBe(0);
    expect(await original()).toContain('receiver: payments');
    const pushed = readFileSync(reader.path, 'utf8');
    expect(pushed).toContain(`routing_key: ${KEY}`);
    expect(await run('push', '--yes')).toBe(0);

    writeFileSync(reader.path, pushed.replace(KEY, 'by-hand'));
    expect(await run('drift')).toBe(4);
    expect(await run('push', '--yes', '--on-drift', 'overwrite')).toBe(0);
    expect(readFileSync(reader.path, 'utf8')).toBe(pushed);

    // Younger than the Alertmanager of Debian.
    const teams = { name: 'payments', msteamsv2_configs: [{ webhook_url_file: '/etc/teams' }] };
    declare(alerting({ receivers: [{ name: 'all' }, teams] }));
    expect(await run('push', '--yes')).toBe(1);
    expect(said.at(-1)).toContain('field msteamsv2_configs not found');
    expect(said.at(-1)).toContain('the former file is back and loaded');
    expect(readFileSync(reader.path, 'utf8')).toBe(pushed);
    expect(said.join('\n')).not.toMatch(new RegExp(`${KEY}|by-hand`));
  }, 120_000);
});
