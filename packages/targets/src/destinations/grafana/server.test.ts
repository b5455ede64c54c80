import { describe, expect, test } from 'vitest';
import { createFakeGrafana, type FakeGrafanaOptions } from '../../fake-grafana/fake-grafana.ts';
import { production } from '../../fixtures/environment.ts';
import { connectTo } from '../../fixtures/grafana-server.ts';
import { openGrafana, OWNER } from '../../fixtures/open-grafana.ts';
import { dashboard } from '../../fixtures/resources.ts';
import { grafana } from './grafana.ts';
import { matching } from '../../fixtures/matching.ts';

const SECRETS: Readonly<Record<string, string>> = { USER: 'ann', PASSWORD: 's3cret' };

describe('where it is', () => {
  test.each<[string, FakeGrafanaOptions, string]>([
    ['the first organisation', {}, 'default'],
    ['the organisation of the token', { tokens: { 'test-token': 2 } }, 'org-2'],
    ['a stack of Grafana Cloud', { stack: 77 }, 'stacks-77'],
    ['a sub-path', { path: '/ops/grafana' }, 'default'],
  ])('%s', async (_name, options, namespace) => {
    const { changes, asked } = await openGrafana(options);
    expect(await changes(dashboard('checkout'))).toEqual(['Dashboard/checkout create']);
    expect(asked(/limit=/)[0]).toContain(`/namespaces/${namespace}/`);
  });

  test('a user and a password', async () => {
    const fake = await createFakeGrafana({ users: { 'ann:s3cret': 1 } });
    const settings = { url: fake.url, usernameEnv: 'USER', passwordEnv: 'PASSWORD' };
    const connection = await grafana.connect({
      settings,
      environment: production,
      owner: OWNER,
      secrets: (name) => SECRETS[name],
      root: '/',
    });
    expect(await connection.list([])).toEqual([]);
    await connection.close();
    await fake.close();
  });

  test('a wrong token, an old Grafana, something else', async () => {
    const fake = await createFakeGrafana();
    const old11 = await createFakeGrafana({ version: '11.6' });
    await expect(connectTo({ url: fake.url, token: 'wrong' }, 'shop')).rejects.toMatchObject({
      refusal: 'unauthorised',
      message: 'Invalid API key',
    });
    await expect(connectTo({ url: old11.url, token: 'test-token' }, 'shop')).rejects.toThrow(
      'Grafana 11.6.0 at ' + old11.url + ' is too old: it must be 12.0 or newer',
    );
    await expect(connectTo({ url: `${fake.url}/elsewhere`, token: 'test-token' }, 'shop')).rejects.toMatchObject({
      refusal: matching(/not-found|unauthorised/),
    });
    await Promise.all([fake.close(), old11.close()]);
  });
});
