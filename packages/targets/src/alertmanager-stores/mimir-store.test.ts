import { type Owner, toYaml } from '@binnacle/model';
import { fetch } from 'undici';
import { expect, test } from 'vitest';
import { alertmanager } from '../destinations/alertmanager/alertmanager.ts';
import type { Connection } from '../destinations/destination.ts';
import { destinationContract } from '../fixtures/contract.ts';
import { production } from '../fixtures/environment.ts';
import { createFakeMimirAlertmanager } from '../fixtures/fake-alertmanager.ts';
import { faultContract, pushAll } from '../fixtures/fault-contract.ts';
import { alertmanagerConfig } from '../fixtures/resources.ts';

const owner: Owner = { project: 'binnacle-contract', environment: 'production' };
const changed = alertmanagerConfig('main', { route: { receiver: 'unowned', group_wait: '10s' } });

function connectMimir(url: string, signal?: AbortSignal, key = 'R0123456789abcdef'): Promise<Connection> {
  return alertmanager.connect({
    settings: { url, api: 'mimir', tenant: 'tests', timeout: '300ms' },
    environment: production,
    owner,
    secrets: () => key,
    root: '/',
    ...(signal !== undefined && { signal }),
  });
}

const headers = { 'x-scope-orgid': 'tests', 'content-type': 'application/yaml' };

// With MIMIR_ALERTMANAGER_URL: the configuration of its tenant `tests` is overwritten.
destinationContract('alertmanager, mimir', async () => {
  const real = process.env['MIMIR_ALERTMANAGER_URL'];
  const fake = real === undefined ? await createFakeMimirAlertmanager() : undefined;
  const at = `${fake?.url ?? real}/api/v1/alerts`;
  const config = { route: { receiver: 'x' }, receivers: [{ name: 'x' }] };
  return {
    owner,
    connection: await connectMimir(fake?.url ?? real ?? ''),
    one: alertmanagerConfig('main', { templates: ['hello'], template_files: { hello: '{{ define "x" }}hi{{ end }}' } }),
    changed,
    edit: async () => {
      const text = await (await fetch(at, { headers })).text();
      await fetch(at, { method: 'POST', headers, body: text.replace('}}hi{{', '}}bye{{') });
    },
    addForeign: async () => {
      await fetch(at, { method: 'POST', headers, body: toYaml({ alertmanager_config: toYaml(config) }) });
    },
    exists: async () => (await fetch(at, { headers })).status === 200,
    close: async () => {
      await fetch(at, { method: 'DELETE', headers });
      await fake?.close();
    },
  };
});

faultContract('alertmanager, mimir', async () => {
  const server = await createFakeMimirAlertmanager();
  return {
    server,
    owner,
    connect: (signal) => connectMimir(server.url, signal),
    before: [alertmanagerConfig('main')],
    after: [changed],
    addForeign: async () => {
      server.tenants.set('theirs', { alertmanager_config: 'x' });
    },
    content: async () => [...server.tenants].map(([tenant, body]) => `${tenant} ${toYaml(body)}`),
    close: server.close,
  };
});

test('what Mimir refuses is told in its words, without the secret', async () => {
  const server = await createFakeMimirAlertmanager();
  const connection = await connectMimir(server.url);
  const files = { name: 'unowned', slack_configs: [{ api_url_file: '/etc/slack' }] };
  const [failed] = await pushAll(
    connection,
    [alertmanagerConfig('main', { receivers: [files, { name: 'payments' }] })],
    owner,
  );
  expect(failed).toMatchObject({
    refusal: 'refused',
    message:
      'error validating Alertmanager config: setting password_file, bearer_token_file and credentials_file is not allowed',
  });
  await connection.close();
  const wrong = await connectMimir(server.url, undefined, 'bad-R0123456789abcdef');
  expect(await pushAll(wrong, [alertmanagerConfig('main')], owner)).toMatchObject([
    { message: 'error validating Alertmanager config: invalid routing key "***"' },
  ]);
  await wrong.close();
  await server.close();
});
