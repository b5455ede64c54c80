import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AlertmanagerConfigResource, type Owner, plan } from '@binnacle/model';
import { afterEach, describe, expect, test } from 'vitest';
import { destinationContract } from '../../fixtures/contract.ts';
import { production } from '../../fixtures/environment.ts';
import { createFakeAlertmanager } from '../../fixtures/fake-alertmanager.ts';
import { faultContract, pushAll } from '../../fixtures/fault-contract.ts';
import { alertmanagerConfig } from '../../fixtures/resources.ts';
import type { Connection } from '../destination.ts';
import { alertmanager } from './alertmanager.ts';

const owner: Owner = { project: 'binnacle-contract', environment: 'production' };
const KEY = 'R0123456789abcdef';
const PAYMENTS = { receiver: 'payments', matchers: ['team="payments"'] };
const changed = alertmanagerConfig('main', {
  route: { receiver: 'unowned', group_wait: '10s', routes: [{ ...PAYMENTS, continue: true }, { match: { a: 'b' } }] },
});

interface Over {
  readonly signal?: AbortSignal;
  readonly key?: string;
}

async function openFile() {
  const root = mkdtempSync(join(tmpdir(), 'binnacle-alertmanager-'));
  const path = join(root, 'alertmanager.yml');
  const server = await createFakeAlertmanager(path);
  const connect = ({ signal, key = KEY }: Over = {}): Promise<Connection> =>
    alertmanager.connect({
      settings: { url: server.url, configFile: 'alertmanager.yml', timeout: '300ms' },
      environment: production,
      owner,
      secrets: (name) => (name === 'PAGERDUTY_KEY' ? key : undefined),
      root,
      ...(signal !== undefined && { signal }),
    });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { path, server, connect, close };
}

// With ALERTMANAGER_URL, whose configuration is the file ALERTMANAGER_CONFIG: what is there is put back in the end.
destinationContract('alertmanager, file', async () => {
  const [realUrl, realPath] = [process.env['ALERTMANAGER_URL'], process.env['ALERTMANAGER_CONFIG']];
  const fake = realUrl === undefined ? await openFile() : undefined;
  const path = fake?.path ?? realPath ?? '';
  const former = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  rmSync(path, { force: true });
  return {
    owner,
    connection:
      (await fake?.connect()) ??
      (await alertmanager.connect({
        settings: { url: realUrl ?? '', configFile: path },
        environment: production,
        owner,
        secrets: () => KEY,
        root: '/',
      })),
    one: alertmanagerConfig('main'),
    changed,
    isKept: true,
    edit: async () => {
      writeFileSync(path, readFileSync(path, 'utf8').replace('team="payments"', 'team="core"'));
    },
    addForeign: async () => {
      writeFileSync(path, 'route: {receiver: x}\nreceivers: [{name: x}]\n');
    },
    exists: async () => existsSync(path),
    close: async () => {
      if (former !== undefined) writeFileSync(path, former);
      await fake?.close();
    },
  };
});

faultContract('alertmanager, file', async () => {
  const { path, server, connect, close } = await openFile();
  return {
    server,
    owner,
    connect: (signal) => connect(signal === undefined ? {} : { signal }),
    before: [alertmanagerConfig('main')],
    after: [changed],
    addForeign: async () => {
      writeFileSync(`${path}.bak`, 'theirs');
    },
    content: async () => [readFileSync(path, 'utf8'), readFileSync(`${path}.bak`, 'utf8')],
    close,
  };
});

const verdict = async (connection: Connection, resource: AlertmanagerConfigResource) => {
  const desired = connection.desired([resource]).resources;
  const [change] = plan(desired, await connection.list(desired), { owner });
  return { verdict: change?.verdict, shown: JSON.stringify(change) };
};

describe('alertmanager', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function open() {
    const { path, server, connect, close } = await openFile();
    const connection = async (over?: Over): Promise<Connection> => {
      const made = await connect(over);
      closers.unshift(made.close);
      return made;
    };
    closers.push(close);
    return { path, server, connection };
  }
  test('the file has the stamp in its first line, and the secret only where Alertmanager needs it', async () => {
    const { path, connection } = await open();
    const connected = await connection();
    expect(connected.name).toMatch(/^Alertmanager 0\.28\.1 at http:/);
    expect(await pushAll(connected, [alertmanagerConfig('main')], owner)).toEqual([]);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^# binnacle project=binnacle-contract environment=production checksum=[0-9a-f]{64}\n/);
    expect(text).toContain(`routing_key: ${KEY}`);
    const { verdict: found, shown } = await verdict(connected, alertmanagerConfig('main'));
    expect([found, shown.includes(KEY)]).toEqual(['unchanged', false]);
  });

  test('another secret in the environment is an update, another in the file is drift; neither is shown', async () => {
    const { path, connection } = await open();
    await pushAll(await connection(), [alertmanagerConfig('main')], owner);
    const rotated = await verdict(await connection({ key: 'R999' }), alertmanagerConfig('main'));
    expect([rotated.verdict, /R999|R0123/.test(rotated.shown)]).toEqual(['update', false]);
    writeFileSync(path, readFileSync(path, 'utf8').replace(KEY, 'R555'));
    const edited = await verdict(await connection(), alertmanagerConfig('main'));
    expect([edited.verdict, /R555|R0123/.test(edited.shown)]).toEqual(['drifted', false]);
  });

  test('a secret that is not set is an error before anything is written', async () => {
    const { connection } = await open();
    const connected = await connection({ key: '' });
    expect(connected.desired([alertmanagerConfig('main')]).diagnostics).toMatchObject([
      { severity: 'error', message: 'the environment variable PAGERDUTY_KEY is not set' },
    ]);
  });

  test('when the reload is refused, the former file is back and loaded', async () => {
    const { path, connection } = await open();
    const connected = await connection();
    await pushAll(connected, [alertmanagerConfig('main')], owner);
    const before = readFileSync(path, 'utf8');
    const broken = alertmanagerConfig('main', { route: { receiver: 'nobody' } });
    expect(await pushAll(connected, [broken], owner)).toMatchObject([
      {
        refusal: 'refused',
        message: "failed to reload config: no receiver is named 'nobody'",
        fix: 'correct the configuration; the former file is back and loaded',
      },
    ]);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('nothing is reloaded when everything is loaded, and something when a run was killed before its reload', async () => {
    const { path, server, connection } = await open();
    const connected = await connection();
    await pushAll(connected, [alertmanagerConfig('main')], owner);
    await connected.settle?.();
    const reloads = (): number => server.asked.filter((line) => line === 'POST /-/reload').length;
    expect(reloads()).toBe(1);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('unowned', 'nobody'));
    await connected.settle?.();
    expect(reloads()).toBe(2);
  });

  test('a file of others is neither changed nor loaded', async () => {
    const { path, server, connection } = await open();
    writeFileSync(path, 'route: {receiver: x}\nreceivers: [{name: x}]\n');
    const connected = await connection();
    expect(await pushAll(connected, [], owner)).toEqual([]);
    expect(server.asked).not.toContain('POST /-/reload');
  });

  test('an Alertmanager has one configuration, and Mimir’s templates only in Mimir', async () => {
    const { connection } = await open();
    const { resources, diagnostics } = (await connection()).desired([
      alertmanagerConfig('a', { template_files: { x: '' } }),
      alertmanagerConfig('b'),
    ]);
    expect(resources.map(({ metadata }) => metadata.name)).toEqual(['a']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'an Alertmanager has one configuration, and AlertmanagerConfig/a is one already',
      'template_files are Mimir’s: this Alertmanager reads its templates from files',
    ]);
  });
});
