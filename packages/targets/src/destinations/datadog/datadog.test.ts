import { type Destinations, isRecord, plan, type Resource, toJson } from '@binnacle/model';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { destinationContract } from '../../fixtures/contract.ts';
import { HAS_UPSTREAM, upstream, UPSTREAM_ID } from '../../fixtures/datadog-schemas.ts';
import { production } from '../../fixtures/environment.ts';
import { fakeDatadog, type FakeDatadog } from '../../fixtures/fake-datadog.ts';
import { faultContract, pushAll } from '../../fixtures/fault-contract.ts';
import { service } from '../../fixtures/resources.ts';
import { everyService } from '../../fixtures/services.ts';
import { datadog } from './datadog.ts';

vi.mock('node:timers/promises', async (original) => ({
  ...(await original<object>()),
  setTimeout: async () => {},
}));

const owner = { project: 'shop', environment: 'production' };
const one = service('checkout', { tags: { division: 'Retail & Online' }, languages: ['go', 'c'] });
const changed = service('checkout', { tier: 1 });
const other = service('basket', { dependsOn: ['checkout'] });
type DatadogSettings = NonNullable<Destinations['datadog']>;
type Schema = NonNullable<DatadogSettings['schema']>;

interface Keys {
  readonly [header: string]: string;
}

function connect(settings: DatadogSettings, keys: Keys, signal?: AbortSignal) {
  const named: Readonly<Record<string, string | undefined>> = {
    DD_API_KEY: keys['dd-api-key'],
    DD_APP_KEY: keys['dd-application-key'],
  };
  return datadog.connect({
    settings: { timeout: '250ms', ...settings },
    environment: production,
    owner,
    secrets: (name) => named[name],
    root: '/',
    ...(signal !== undefined && { signal }),
  });
}

/** What anybody may do with the API of one of the versions. */
function api(url: string, keys: Keys, schema: Schema) {
  const path = schema === 'v3' ? '/api/v2/catalog/entity' : '/api/v2/services/definitions';
  const ask = (method: string, below: string, body?: object) =>
    fetch(`${url}${path}${below}`, {
      method,
      headers: { ...keys, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const put = (name: string, description: string, more: object = {}) =>
    ask(
      'POST',
      '',
      schema === 'v3'
        ? { apiVersion: 'v3', kind: 'service', metadata: { name, description }, ...more }
        : { 'schema-version': 'v2.2', 'dd-service': name, description, ...more },
    );
  const below = (name: string) => (schema === 'v3' ? `/service:default/${name}` : `/${name}`);
  const read = async (name: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const query = schema === 'v3' ? `?include=schema&filter[ref]=service:default/${name}` : below(name);
    const answer: unknown = await (await ask('GET', query)).json();
    if (!isRecord(answer)) return undefined;
    const item: unknown = Array.isArray(answer['included']) ? answer['included'][0] : answer['data'];
    const found = isRecord(item) && isRecord(item['attributes']) ? item['attributes']['schema'] : undefined;
    return isRecord(found) ? found : undefined;
  };
  return { put, read, remove: (name: string) => ask('DELETE', below(name)) };
}

async function subject(
  settings: DatadogSettings & { url: string; schema: Schema },
  keys: Keys,
  close: () => Promise<void>,
) {
  const { put, read } = api(settings.url, keys, settings.schema);
  return {
    owner,
    connection: await connect(settings, keys),
    one,
    changed,
    other,
    // A person who edits keeps what is not theirs, the stamp among it.
    edit: async () => {
      await put('checkout', 'Changed by hand', { extensions: (await read('checkout'))?.['extensions'] });
    },
    addForeign: async () => {
      await put('basket', 'Made by hand');
    },
    exists: async ({ metadata }: Resource) => (await read(metadata.name)) !== undefined,
    close,
  };
}

describe.each<Schema>(['v3', 'v2.2'])('schema %s', (schema) => {
  destinationContract('datadog', async () => {
    const fake = await fakeDatadog();
    return subject({ url: fake.url, schema }, fake.keys, fake.close);
  });

  faultContract('datadog', async () => {
    const fake = await fakeDatadog();
    const { put } = api(fake.url, fake.keys, schema);
    return {
      server: fake,
      owner,
      connect: (signal) => connect({ url: fake.url, schema }, fake.keys, signal),
      before: [one, service('old')],
      after: [changed, other],
      addForeign: async () => {
        await put('theirs', 'Made by hand');
      },
      content: async () => [...fake.entities.values(), ...fake.definitions.values()].map(toJson).toSorted(),
      close: fake.close,
    };
  });

  const { BINNACLE_CONTRACT_DATADOG, DD_API_KEY = '', DD_APP_KEY = '', DD_SITE = 'datadoghq.com' } = process.env;
  describe.skipIf(BINNACLE_CONTRACT_DATADOG !== '1')('at DD_SITE, with BINNACLE_CONTRACT_DATADOG=1', () => {
    const keys = { 'dd-api-key': DD_API_KEY, 'dd-application-key': DD_APP_KEY };
    const url = `https://api.${DD_SITE}`;
    destinationContract('the real Datadog', () =>
      subject({ url, schema, timeout: '30s' }, keys, async () => {
        const { remove } = api(url, keys, schema);
        for (const name of ['checkout', 'basket']) await remove(name);
      }),
    );
  });
});

describe('datadog', () => {
  let fake: FakeDatadog;
  afterEach(() => fake.close());

  const open = async (options: Parameters<typeof fakeDatadog>[0] = {}, schema: Schema = 'v3') => {
    fake = await fakeDatadog(options);
    return connect({ url: fake.url, schema }, fake.keys);
  };
  const verdicts = async (connection: Awaited<ReturnType<typeof open>>, resources: readonly Resource[]) => {
    const desired = connection.desired(resources).resources;
    return plan(desired, await connection.list(desired), { owner }).map(({ id, verdict }) => `${id} ${verdict}`);
  };

  test('an entity is sent in one form, with the stamp among its extensions', async () => {
    const connection = await open();
    expect(await pushAll(connection, [one], owner)).toEqual([]);
    expect(fake.entities.get('service:default/checkout')).toMatchObject({
      apiVersion: 'v3',
      kind: 'service',
      metadata: { name: 'checkout', displayName: 'Checkout', owner: 'payments', tags: ['division:retail_online'] },
      spec: { languages: ['c', 'go'], tier: '2' },
      extensions: { 'binnacle.dev/project': 'shop', 'binnacle.dev/environment': 'production' },
    });
    await connection.close();
  });

  test('every kind of service and system is unchanged once it is pushed', async () => {
    for (const schema of ['v3', 'v2.2'] as const) {
      const connection = await open({}, schema);
      expect(await pushAll(connection, everyService, owner)).toEqual([]);
      const asked = fake.asked.length;
      expect(new Set((await verdicts(connection, everyService)).map((line) => line.split(' ')[1]))).toEqual(
        new Set(['unchanged']),
      );
      expect(fake.asked.length - asked).toBe(1);
      await connection.close();
      if (schema === 'v3') await fake.close();
    }
  });

  test.skipIf(!HAS_UPSTREAM)('what is sent fits Datadog’s own schemas, stamp included', async () => {
    const ajv = upstream();
    for (const schema of ['v3', 'v2.2'] as const) {
      const connection = await open({}, schema);
      await pushAll(connection, everyService, owner);
      await connection.close();
      if (schema === 'v3') await fake.close();
      for (const [, document] of [...fake.entities, ...fake.definitions]) {
        const { namespace: _, ...metadata } = isRecord(document['metadata']) ? document['metadata'] : {};
        const kind = document['kind'] === 'library' ? 'custom' : String(document['kind']);
        const id = `${UPSTREAM_ID}${schema}/${schema === 'v3' ? `${kind}.schema` : 'schema'}.json`;
        ajv.validate(id, schema === 'v3' ? { ...document, metadata } : document);
        expect(ajv.errors).toBeNull();
      }
    }
    expect(fake.definitions.size).toBe(16);
  });

  test('pages without an order are read until all is found', async () => {
    const connection = await open();
    const many = Array.from({ length: 230 }, (_, i) => service(`service-${i}`));
    expect(await pushAll(connection, many, owner)).toEqual([]);
    expect(new Set((await verdicts(connection, many)).map((line) => line.split(' ')[1]))).toEqual(
      new Set(['unchanged']),
    );
    await connection.close();
  });

  test('what is shown only after a while is waited for', async () => {
    const connection = await open({ lag: 3 });
    expect(await pushAll(connection, [one], owner)).toEqual([]);
    expect(await verdicts(connection, [one])).toEqual(['service/checkout unchanged']);
    await connection.close();
  });

  test('what is not shown in time is a warning, and the next push settles it', async () => {
    const connection = await open({ lag: 20 });
    const [resource] = connection.desired([one]).resources;
    if (resource === undefined) throw new Error('one entity');
    const { warnings, live } = await connection.write({ action: 'put', resource, stamp: { ...owner, checksum: 'x' } });
    expect([live, warnings]).toEqual([undefined, ['Datadog took service/checkout but does not show it yet']]);
    await connection.close();
  });

  test('what Datadog makes of a document is not drift', async () => {
    const connection = await open({
      rewrite: (document) => ({ ...document, spec: { ...Object(document['spec']), lifecycle: 'PRODUCTION' } }),
    });
    expect(await pushAll(connection, [one], owner)).toEqual([]);
    expect(await verdicts(connection, [one])).toEqual(['service/checkout unchanged']);
    expect(await verdicts(connection, [changed])).toEqual(['service/checkout update']);
    await connection.close();
  });

  test('warnings are told', async () => {
    const warning = { 'instance-location': '/contacts/0', message: 'is not an address' };
    for (const schema of ['v3', 'v2.2'] as const) {
      const connection = await open({ warnings: [warning] }, schema);
      const [resource] = connection.desired([one]).resources;
      if (resource === undefined) throw new Error('one document');
      const { warnings } = await connection.write({ action: 'put', resource, stamp: { ...owner, checksum: 'x' } });
      expect(warnings).toContain('/contacts/0: is not an address');
      await connection.close();
      if (schema === 'v3') await fake.close();
    }
  });

  test('what Datadog would refuse is never sent', async () => {
    const connection = await open();
    const [resource] = connection.desired([one]).resources;
    if (resource === undefined) throw new Error('one entity');
    const wrong = { ...resource, spec: { ...(isRecord(resource.spec) && resource.spec), teir: '1' } };
    await expect(
      connection.write({ action: 'put', resource: wrong, stamp: { ...owner, checksum: 'x' } }),
    ).rejects.toMatchObject({
      refusal: 'refused',
      message: 'service/checkout is not sent: Datadog would refuse / must NOT have additional properties',
    });
    expect(fake.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
    await connection.close();
  });

  test('what was only discovered is not there yet, and its description becomes ours', async () => {
    const connection = await open();
    fake.discover('checkout');
    expect(await verdicts(connection, [one])).toEqual(['service/checkout create']);
    await connection.close();
  });

  test('what Datadog’s GitHub integration writes is said to be its', async () => {
    const connection = await open();
    await api(fake.url, fake.keys, 'v3').put('checkout', 'From a repository');
    fake.ingestedBy('service:default/checkout', 'github');
    const live = await connection.list(connection.desired([one]).resources);
    expect(live.map(({ manager }) => manager)).toEqual(['Datadog’s GitHub integration']);
    await connection.close();
  });

  test('waits as long as the reset header says', async () => {
    const connection = await open({ busy: 1 });
    expect(await pushAll(connection, [one], owner)).toEqual([]);
    expect(fake.entities.size).toBe(1);
    await connection.close();
  });

  test('keys that are wrong are not shown', async () => {
    const connection = await open();
    await connection.close();
    const wrong = await connect({ url: fake.url }, { 'dd-api-key': 'secret-1', 'dd-application-key': 'secret-2' });
    const failed = await wrong.list([]).catch(String);
    expect(failed).toBe('TargetError: Forbidden');
    await wrong.close();
  });

  test('a government site wants version 2.2', async () => {
    await open();
    const keys = fake.keys;
    await expect(connect({ site: 'ddog-gov.com' }, keys)).rejects.toMatchObject({
      message: 'the site ddog-gov.com takes no v3 entities',
      fix: "set schema: 'v2.2' in destinations.datadog",
    });
    const connection = await connect({ site: 'ddog-gov.com', schema: 'v2.2' }, keys);
    expect(connection.name).toBe('Datadog (v2.2) at https://api.ddog-gov.com');
    await connection.close();
  });
});
