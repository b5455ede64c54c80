import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksum } from '@binnacle/model';
import { afterEach, describe, expect, test } from 'vitest';
import { production } from '../../fixtures/environment.ts';
import { createFakePrometheus, type FakePrometheusOptions } from '../../fixtures/fake-prometheus.ts';
import { faultContract } from '../../fixtures/fault-contract.ts';
import { group, rules } from '../../fixtures/resources.ts';
import { ruleFilesContract } from '../../fixtures/rule-files-contract.ts';
import { prometheus } from './prometheus.ts';

const owner = { project: 'shop', environment: 'production' };
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A Prometheus whose rules are in a folder of their own, and a connection to it. */
async function open(options: Partial<FakePrometheusOptions> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'binnacle-prometheus-'));
  const folder = join(root, 'rules');
  mkdirSync(folder);
  const server = await createFakePrometheus({ folder, ...options });
  const connect = (signal?: AbortSignal) =>
    prometheus.connect({
      settings: { url: server.url, rulesFolder: 'rules', timeout: '300ms' },
      environment: production,
      owner,
      secrets: () => undefined,
      root,
      ...(signal !== undefined && { signal }),
    });
  const connection = await connect();
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  };
  const push = async (resource = rules('one')): Promise<readonly string[]> => {
    const [wanted] = connection.desired([resource]).resources;
    if (wanted === undefined) throw new Error('one resource is one file');
    const live = (await connection.list([wanted])).find((one) => one.resource.metadata.name === wanted.metadata.name);
    const stamp = { ...owner, checksum: checksum(wanted) };
    await connection.write({ action: 'put', resource: wanted, stamp, ...(live !== undefined && { live }) });
    return (await connection.settle?.()) ?? [];
  };
  return { folder, server, connect, connection, close, push };
}
async function opened(options: Partial<FakePrometheusOptions> = {}) {
  const made = await open(options);
  closers.push(made.connection.close, made.close);
  return made;
}

ruleFilesContract(prometheus);

faultContract('prometheus', async () => {
  const { folder, server, connect, connection, close } = await open();
  await connection.close();
  const names = (): string[] => readdirSync(folder);
  return {
    server,
    owner,
    connect,
    before: [rules('gone'), rules('one')],
    after: [rules('new'), rules('one', [group('checkout', { interval: '1m' })])],
    addForeign: async () => {
      writeFileSync(join(folder, 'theirs.yaml'), 'groups: []\n');
    },
    content: async () => names().map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`),
    close,
  };
});

describe('prometheus', () => {
  test('a resource is a rule file with its stamp in the first line', async () => {
    const { folder, push, connection } = await opened();
    expect(connection.name).toMatch(/^Prometheus 3\.5\.0 at http:/);
    await push({ ...rules('checkout'), metadata: { name: 'checkout', namespace: 'shop' } });
    expect(readdirSync(folder)).toEqual(['shop_checkout.yaml']);
    const text = readFileSync(join(folder, 'shop_checkout.yaml'), 'utf8');
    expect(text.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^# binnacle project=shop environment=production checksum=[0-9a-f]{64}$/),
      'groups:',
      '  - name: checkout',
      '    interval: 30s',
    ]);
    expect((await connection.list([])).map(({ resource }) => resource.metadata)).toEqual([
      { name: 'checkout', namespace: 'shop' },
    ]);
  });

  test('when the reload is refused, the former files are put back and loaded, in the words of the server', async () => {
    const { folder, push, connection } = await opened();
    await push();
    const before = readFileSync(join(folder, 'one.yaml'), 'utf8');
    const broken = rules('one', [group('checkout', { rules: [{ record: 'a:b', expr: 'sum(' }] })]);
    const refused = await push(broken).catch((error: unknown) => error);
    expect(String(refused)).toMatch(/failed to reload config: one\.yaml: could not parse expression/);
    expect(refused).toMatchObject({
      refusal: 'refused',
      isTakenBack: true,
      fix: 'the former files are back and loaded; look into the log of Prometheus for the rule it means',
    });
    expect(readFileSync(join(folder, 'one.yaml'), 'utf8')).toBe(before);
    expect(await connection.settle?.()).toEqual([]);
    await expect(push(rules('two', broken.spec.groups))).rejects.toThrow('two.yaml');
    expect(readdirSync(folder)).toEqual(['one.yaml']);
  });

  test('when a file of others is broken, that is said', async () => {
    const { folder, push } = await opened();
    writeFileSync(join(folder, 'theirs.yaml'), 'groups: [{name: x, rules: [{record: a, expr: "sum("}]}]');
    const refused = await push().catch((error: unknown) => error);
    expect(String(refused)).toContain('theirs.yaml');
    expect(refused).toMatchObject({
      fix: 'the files as they were before are refused too: look into the log of Prometheus',
    });
    expect(readdirSync(folder)).toEqual(['theirs.yaml']);
  });

  test('rules that cannot be evaluated are named', async () => {
    const { push } = await opened({ failing: { 'sum by (job) (up)': 'many-to-many matching not allowed' } });
    expect(await push()).toEqual(['job:up:sum of group checkout is not evaluated: many-to-many matching not allowed']);
  });

  test('nothing is reloaded when everything is loaded, and something when a run was killed before its reload', async () => {
    const { folder, server, push, connection } = await opened();
    await push();
    await connection.settle?.();
    const reloads = () => server.asked.filter((line) => line === 'POST /-/reload').length;
    expect(reloads()).toBe(1);
    const text = readFileSync(join(folder, 'one.yaml'), 'utf8');
    writeFileSync(join(folder, 'one.yaml'), text.replace('sum by (job) (up)', 'max by (job) (up)'));
    await connection.settle?.();
    expect(reloads()).toBe(2);
  });

  test('a server that reads another folder is told from one that reads ours', async () => {
    const { push } = await opened({ folder: mkdtempSync(join(tmpdir(), 'binnacle-elsewhere-')) });
    await expect(push()).rejects.toMatchObject({
      message: "Prometheus does not show group 'checkout' of one.yaml after the reload",
      fix: 'does its configuration read rules/*.yaml?',
    });
  }, 20_000);

  test('a server that has the same groups from another folder does not pass for one that reads ours', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'binnacle-elsewhere-'));
    const first = await opened();
    await first.push();
    writeFileSync(join(elsewhere, 'one.yaml'), readFileSync(join(first.folder, 'one.yaml'), 'utf8'));
    const { folder, push, connection } = await opened({ folder: elsewhere, seenAs: elsewhere });
    const refusal = {
      message: `Prometheus reads ${join(elsewhere, 'one.yaml')}, not ${join(folder, 'one.yaml')}`,
      fix: 'let its configuration read rules/*.yaml, or name the folder that it reads as the rulesFolder',
    };
    await expect(push()).rejects.toMatchObject(refusal);
    await expect(connection.settle?.()).rejects.toMatchObject(refusal);
    rmSync(elsewhere, { recursive: true });
  });

  test('a Prometheus that may not be reloaded says how to change that', async () => {
    const { push } = await opened({ lifecycle: false });
    await expect(push()).rejects.toMatchObject({
      message: 'Prometheus does not reload: Lifecycle API is not enabled.',
      fix: 'start it with --web.enable-lifecycle',
    });
  });
});
