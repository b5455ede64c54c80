import { checksum, plan, type Resource, toJson } from '@binnacle/model';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { destinationContract } from '../../fixtures/contract.ts';
import { production } from '../../fixtures/environment.ts';
import { fakeHealthchecks, type FakeHealthchecks } from '../../fixtures/fake-healthchecks.ts';
import { faultContract, pushAll } from '../../fixtures/fault-contract.ts';
import { healthCheck } from '../../fixtures/resources.ts';
import { healthchecks } from './healthchecks.ts';

vi.mock('node:timers/promises', async (original) => ({
  ...(await original<object>()),
  setTimeout: async () => {},
}));

const owner = { project: 'online shop', environment: 'production' };
const one = healthCheck('checkout-nightly');
const changed = healthCheck('checkout-nightly', {
  grace: '1h',
  period: '1d',
});
const other = healthCheck('checkout-hourly', { period: '1h', description: 'Says hello.' });
const foreign = { slug: 'checkout-hourly', name: 'By hand', desc: 'Mine', timeout: 3600, grace: 60 };

function connect(url: string, key: string, signal?: AbortSignal, channels: readonly string[] | undefined = ['*']) {
  return healthchecks.connect({
    settings: { url, timeout: '250ms', ...(channels !== undefined && { channels }) },
    environment: production,
    owner,
    secrets: () => key,
    root: '/',
    ...(signal !== undefined && { signal }),
  });
}

const ADDRESSES = new Set(['uuid', 'ping_url', 'update_url']);

/** What anybody may do with the API. */
function api(url: string, key: string) {
  const headers = { 'x-api-key': key };
  return {
    list: async (): Promise<{ uuid: string; slug: string; desc: string; tags: string }[]> => {
      const answer = await fetch(`${url}/api/v3/checks/`, { headers });
      return ((await answer.json()) as { checks: [] }).checks;
    },
    post: async (path: string, body: object): Promise<void> => {
      await fetch(`${url}/api/v3/checks/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    delete: async (uuid: string): Promise<void> => {
      await fetch(`${url}/api/v3/checks/${uuid}`, { method: 'DELETE', headers });
    },
  };
}

async function subject(url: string, key: string, close: () => Promise<void>) {
  const { list, post } = api(url, key);
  return {
    owner,
    connection: await connect(url, key),
    one,
    changed,
    other,
    edit: async () => {
      const [check] = (await list()).filter(({ slug }) => slug === 'checkout-nightly');
      await post(check?.uuid ?? '', { name: 'Changed by hand' });
    },
    addForeign: () => post('', foreign),
    exists: async ({ metadata }: Resource) => (await list()).some(({ slug }) => slug === metadata.name),
    close,
  };
}

destinationContract('healthchecks', async () => {
  const fake = await fakeHealthchecks();
  return subject(fake.url, fake.key, fake.close);
});

const { HEALTHCHECKS_URL: realUrl, HEALTHCHECKS_API_KEY: realKey } = process.env;
describe.skipIf(realUrl === undefined || realKey === undefined)('at HEALTHCHECKS_URL', () => {
  const [url, key] = [realUrl ?? '', realKey ?? ''];
  destinationContract('a real server', () =>
    subject(url, key, async () => {
      const { list, delete: remove } = api(url, key);
      for (const { uuid, slug } of await list()) if (slug.startsWith('checkout-')) await remove(uuid);
    }),
  );
});

faultContract('healthchecks', async () => {
  const fake = await fakeHealthchecks();
  return {
    server: fake,
    owner,
    connect: (signal) => connect(fake.url, fake.key, signal),
    before: [one, healthCheck('checkout-old')],
    after: [changed, other],
    addForeign: () => api(fake.url, fake.key).post('', { ...foreign, slug: 'theirs' }),
    content: async () =>
      fake.checks
        .map((check) => Object.entries(check).filter(([key]) => !ADDRESSES.has(key)))
        .map((fields) => toJson(Object.fromEntries(fields)))
        .toSorted(),
    close: fake.close,
  };
});

describe('healthchecks', () => {
  let fake: FakeHealthchecks;
  afterEach(() => fake.close());

  const open = async (options: Parameters<typeof fakeHealthchecks>[0] = {}, channels?: readonly string[]) => {
    fake = await fakeHealthchecks(options);
    return connect(fake.url, fake.key, undefined, channels);
  };

  test('writes the whole check, tagged with its service, its team and whose it is', async () => {
    const connection = await open();
    const check = healthCheck('checkout-nightly', {
      description: 'Exports.',
      timezone: 'Europe/Riga',
      methods: 'POST',
    });
    await pushAll(connection, [check], owner);
    const [desired] = connection.desired([check]).resources;
    if (desired === undefined) throw new Error('one check');
    expect(fake.checks).toMatchObject([
      {
        name: 'Nightly export',
        slug: 'checkout-nightly',
        schedule: '0 3 * * *',
        tz: 'Europe/Riga',
        grace: 1800,
        methods: 'POST',
        tags: 'export service:checkout team:payments managed-by:binnacle/online%20shop/production',
        desc: `Exports.\n\n[binnacle ${checksum(desired)}]`,
      },
    ]);
    expect(String(fake.checks[0]?.['channels']).split(',')).toHaveLength(2);
    await connection.close();
  });

  test('a second push asks once and writes nothing', async () => {
    const connection = await open();
    await pushAll(connection, [one, other], owner);
    const asked = fake.asked.length;
    await pushAll(connection, [one, other], owner);
    expect(fake.asked.slice(asked)).toEqual([
      'GET /api/v3/checks/?tag=managed-by:binnacle/online shop/production'.replace('online shop', 'online%20shop'),
    ]);
    await connection.close();
  });

  test('equal durations, other orders and line ends of a browser are no change', async () => {
    const connection = await open();
    await pushAll(
      connection,
      [
        healthCheck('a', {
          period: '60m',
          tags: ['y', 'x'],
          description: 'A\nB',
        }),
      ],
      owner,
    );
    const check = fake.checks[0];
    const { desc } = check as unknown as { desc: string };
    await api(fake.url, fake.key).post(check?.uuid ?? '', { desc: desc.replaceAll('\n', '\r\n') });
    const desired = connection.desired([
      healthCheck('a', {
        period: '1h',
        tags: ['x', 'y', 'x'],
        description: 'A\nB\n',
      }),
    ]).resources;
    const changes = plan(desired, await connection.list(desired), { owner });
    expect(changes.map(({ verdict }) => verdict)).toEqual(['unchanged']);
    await connection.close();
  });

  test('a check that tells nobody is an error, and so is an integration that is none', async () => {
    const quiet = await open({}, undefined);
    const messages = (resource: Resource) =>
      quiet.desired([resource]).diagnostics.map(({ message, fix }) => [message, fix]);
    expect(messages(healthCheck('a', { channels: ['Pager'] }))).toEqual([]);
    expect(messages(healthCheck('a', { channels: ['Pagre'] }))).toEqual([
      ["no integration of the project is called 'Pagre'", "did you mean 'Pager'?"],
    ]);
    await quiet.close();
    await fake.close();
    fake = await fakeHealthchecks();
    const connection = await healthchecks.connect({
      settings: { url: fake.url },
      environment: production,
      owner,
      secrets: () => fake.key,
      root: '/',
    });
    expect(connection.desired([one]).diagnostics).toMatchObject([
      {
        severity: 'error',
        message: 'the check tells nobody when no ping comes',
        resource: 'HealthCheck/checkout-nightly',
      },
    ]);
    await connection.close();
  });

  test('no further check allowed: says why', async () => {
    const connection = await open({ quota: 1 });
    const [failed] = await pushAll(connection, [one, other], owner);
    expect(failed).toMatchObject({
      refusal: 'refused',
      message: "the project may have no further check, so 'checkout-nightly' is not created",
    });
    await connection.close();
  });

  test('a refusal is told in the server’s words', async () => {
    const connection = await open();
    const [failed] = await pushAll(connection, [healthCheck('a', { timezone: 'Nowhere' })], owner);
    expect(failed?.message).toBe('json validation error: tz is not a valid timezone');
    await connection.close();
  });

  test('a wrong key is said to be wrong, and the key itself is not shown', async () => {
    fake = await fakeHealthchecks();
    const failed = connect(fake.url, 'wrong-key');
    await expect(failed).rejects.toMatchObject({ refusal: 'unauthorised', message: 'wrong api key' });
  });

  test('addresses to ping are in no result and no message', async () => {
    const connection = await open();
    await pushAll(connection, [one], owner);
    const [desired] = connection.desired([changed]).resources;
    const [live] = await connection.list([]);
    if (desired === undefined || live === undefined) throw new Error('one check');
    const uuid = fake.checks[0]?.uuid ?? '';
    expect(JSON.stringify(live)).not.toContain(uuid);
    fake.fail(1, 'killed after', () => void fake.checks.splice(0));
    const failed = await connection
      .write({ action: 'put', resource: desired, stamp: { ...owner, checksum: 'x' }, live })
      .catch(String);
    expect(failed).toBe('TargetError: POST /api/v3/checks/*** answered 404');
    await connection.close();
  });

  test('two checks of one slug are left alone and named', async () => {
    const connection = await open();
    const { post } = api(fake.url, fake.key);
    await post('', { slug: 'checkout-nightly', name: 'A' });
    await post('', { slug: 'checkout-nightly', name: 'B' });
    const [failed] = await pushAll(connection, [one], owner);
    expect(failed).toMatchObject({ refusal: 'conflict', message: "2 checks have the slug 'checkout-nightly'" });
    expect(fake.checks.map(({ name }) => name)).toEqual(['A', 'B']);
    await connection.close();
  });

  test('waits where the server asks for it', async () => {
    const connection = await open({ busy: 2 });
    expect(await pushAll(connection, [one], owner)).toEqual([]);
    expect(fake.checks).toHaveLength(1);
    await connection.close();
  });
});
