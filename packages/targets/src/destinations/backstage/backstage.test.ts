import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Destinations, plan, type Resource } from '@binnacle/model';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { destinationContract } from '../../fixtures/contract.ts';
import { production } from '../../fixtures/environment.ts';
import { fakeBackstage, type FakeBackstage } from '../../fixtures/fake-backstage.ts';
import { faultContract, pushAll } from '../../fixtures/fault-contract.ts';
import { service } from '../../fixtures/resources.ts';
import { everyService } from '../../fixtures/services.ts';
import { backstage } from './backstage.ts';

vi.mock('node:timers/promises', async (original) => ({
  ...(await original<object>()),
  setTimeout: async () => {},
}));

type Settings = NonNullable<Destinations['backstage']>;

const owner = { project: 'shop', environment: 'production' };
const one = service('checkout');
const changed = service('checkout', { tier: 1 });
const other = service('basket', { dependsOn: ['checkout'] });
const FOREIGN =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: basket\nspec:\n  type: service\n';

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'binnacle-backstage-'));
}

function connect(root: string, settings: Partial<Settings> = {}, signal?: AbortSignal) {
  return backstage.connect({
    settings: { folder: 'catalog', timeout: '250ms', ...settings },
    environment: production,
    owner,
    secrets: (name) => process.env[name] ?? 'backstage-token',
    root,
    ...(signal !== undefined && { signal }),
  });
}

function served({ url, location }: FakeBackstage): Partial<Settings> {
  return { url, location, tokenEnv: 'BACKSTAGE_TOKEN' };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function subject(root: string, settings: Partial<Settings>, close: () => Promise<void>) {
  const at = (name: string): string => join(root, 'catalog', 'component', `${name}.yaml`);
  return {
    owner,
    connection: await connect(root, settings),
    one,
    changed,
    other,
    edit: async () => {
      writeFileSync(at('checkout'), readFileSync(at('checkout'), 'utf8').replace('title: Checkout', 'title: By hand'));
    },
    addForeign: async () => put(at('basket'), FOREIGN),
    exists: async ({ metadata }: Resource) => existsSync(at(metadata.name)),
    close: async () => {
      await close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

destinationContract('backstage, files alone,', () => subject(newFolder(), {}, async () => {}));

destinationContract('backstage, with a server,', async () => {
  const root = newFolder();
  const fake = await fakeBackstage({ folder: join(root, 'catalog') });
  return subject(root, served(fake), fake.close);
});

const { BACKSTAGE_URL: realUrl, BACKSTAGE_LOCATION: realLocation } = process.env;
describe.skipIf(realUrl === undefined || realLocation === undefined)('at BACKSTAGE_URL', () => {
  destinationContract('a real server', () =>
    subject(
      newFolder(),
      { url: realUrl ?? '', location: realLocation ?? '', timeout: '30s', tokenEnv: 'BACKSTAGE_TOKEN' },
      async () => {},
    ),
  );
});

/** Every file below a folder with its content. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path.slice(folder.length)}\n${readFileSync(path, 'utf8')}`)
    .toSorted();
}

faultContract('backstage', async () => {
  const root = newFolder();
  const folder = join(root, 'catalog');
  const fake = await fakeBackstage({ folder });
  return {
    server: fake,
    owner,
    connect: (signal) => connect(root, served(fake), signal),
    before: [one, service('old')],
    after: [changed, other],
    addForeign: async () => put(join(folder, 'component', 'theirs.yaml'), FOREIGN),
    content: async () => [...filesBelow(folder), ...[...fake.locations.values()].map(({ target }) => target)],
    close: async () => {
      await fake.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
});

describe('backstage', () => {
  let root = '';
  let fake: FakeBackstage | undefined;
  beforeEach(() => {
    root = newFolder();
  });
  afterEach(async () => {
    await fake?.close();
    fake = undefined;
    rmSync(root, { recursive: true, force: true });
  });
  const file = (path: string): string => join(root, 'catalog', path);
  const open = async (options: Omit<Parameters<typeof fakeBackstage>[0], 'folder'> = {}) => {
    fake = await fakeBackstage({ folder: join(root, 'catalog'), ...options });
    return { connection: await connect(root, served(fake)), server: fake };
  };

  test('writes an entity with its stamp, and a location that leads to it', async () => {
    const connection = await connect(root);
    await pushAll(connection, [one, service('orders-db', { kind: 'datastore' })], owner);
    expect(parse(readFileSync(file('component/checkout.yaml'), 'utf8'))).toMatchObject({
      kind: 'Component',
      metadata: { name: 'checkout', annotations: { 'binnacle.dev/project': 'shop' } },
      spec: { owner: 'group:default/payments' },
    });
    expect(parse(readFileSync(file('catalog-info.yaml'), 'utf8'))).toMatchObject({
      kind: 'Location',
      metadata: { name: 'binnacle-production', annotations: { 'binnacle.dev/environment': 'production' } },
      spec: { targets: ['./component/checkout.yaml', './resource/orders-db.yaml'] },
    });
    await pushAll(connection, [], owner);
    expect(existsSync(file('catalog-info.yaml'))).toBe(false);
  });

  test('every kind of service and system is unchanged once it is pushed', async () => {
    const connection = await connect(root);
    expect(await pushAll(connection, everyService, owner)).toEqual([]);
    const desired = connection.desired(everyService).resources;
    const changes = plan(desired, await connection.list(desired), { owner });
    expect(new Set(changes.map(({ verdict }) => verdict))).toEqual(new Set(['unchanged']));
    expect(changes).toHaveLength(17);
  });

  test('a catalog-info.yaml of somebody else stays, and nothing is written', async () => {
    put(file('catalog-info.yaml'), FOREIGN);
    const [failed] = await pushAll(await connect(root), [one], owner);
    expect(failed).toMatchObject({ refusal: 'conflict', message: `${file('catalog-info.yaml')} is not ours` });
    expect(filesBelow(join(root, 'catalog'))).toHaveLength(1);
  });

  test('a file that is not one entity is in the way', async () => {
    put(file('component/checkout.yaml'), '- a\n- list\n');
    const [failed] = await pushAll(await connect(root), [one], owner);
    expect(failed?.message).toBe(`${file('component/checkout.yaml')} is in the way: it is not one entity`);
    expect(readFileSync(file('component/checkout.yaml'), 'utf8')).toBe('- a\n- list\n');
  });

  test('registers the location once, has it read, and reads it back', async () => {
    const { connection, server } = await open();
    await pushAll(connection, [one], owner);
    expect([...server.locations.values()]).toEqual([{ type: 'url', target: server.location }]);
    expect(server.asked).toEqual([
      'POST /api/catalog/validate-entity',
      'GET /api/catalog/locations',
      'POST /api/catalog/locations?dryRun=true',
      'POST /api/catalog/locations',
      'POST /api/catalog/refresh',
      'POST /api/catalog/entities/by-refs',
    ]);
    expect(server.entities.has('component:default/checkout')).toBe(true);
    const asked = server.asked.length;
    await pushAll(await connect(root, served(server)), [one], owner);
    expect(server.asked.slice(asked)).toEqual([]);
  });

  test('says what it has taken in, and what it has not read yet', async () => {
    const { connection, server } = await open();
    const [resource] = connection.desired([one]).resources;
    if (resource === undefined) throw new Error('one entity');
    const stamp = { ...owner, checksum: 'x' };
    expect((await connection.write({ action: 'put', resource, stamp })).warnings).toEqual([
      `Backstage cannot read ${server.location} yet: NotFoundError: Unable to read url, ${server.location} could not be read`,
    ]);
    expect(await connection.settle?.()).toEqual(['Backstage has taken in the changed entity']);
    await server.close();
    fake = undefined;
    rmSync(join(root, 'catalog'), { recursive: true });
    const { connection: uncommitted } = await open({ isUnreadable: true });
    await uncommitted.write({ action: 'put', resource, stamp });
    expect(await uncommitted.settle?.()).toEqual([
      'Backstage has not read Component/checkout yet: it does when the files are at the location',
    ]);
  });

  test('unregisters the location when nothing of ours is left, and only then', async () => {
    const { connection, server } = await open();
    await pushAll(connection, [one, other], owner);
    server.locations.set('theirs', { type: 'url', target: 'https://other.example.com/catalog-info.yaml' });
    await pushAll(connection, [one], owner);
    expect(server.locations.size).toBe(2);
    await pushAll(connection, [], owner);
    expect([...server.locations.keys()]).toEqual(['theirs']);
  });

  test('a location that leads Backstage to somebody else’s stays registered', async () => {
    const { connection, server } = await open();
    await pushAll(connection, [one], owner);
    server.entities.set('location:default/binnacle-production', { kind: 'Location', metadata: { name: 'x' } });
    const [failed] = await pushAll(connection, [], owner);
    expect(failed).toMatchObject({ refusal: 'conflict' });
    expect(server.locations.size).toBe(1);
    expect(existsSync(file('component/checkout.yaml'))).toBe(true);
  });

  test('an entity that is described elsewhere is named', async () => {
    const { connection } = await open({ elsewhere: ['checkout'] });
    const [failed] = await pushAll(connection, [one], owner);
    expect(failed?.message).toBe(
      'Component checkout is described at url:https://other.example.com/catalog-info.yaml already',
    );
  });

  test('what this Backstage would refuse is not written', async () => {
    const { connection } = await open();
    const [resource] = connection.desired([one]).resources;
    if (resource === undefined) throw new Error('one entity');
    const wrong = { ...resource, spec: { metadata: {}, spec: { type: 'service' } } };
    await expect(
      connection.write({ action: 'put', resource: wrong, stamp: { ...owner, checksum: 'x' } }),
    ).rejects.toMatchObject({ refusal: 'refused', message: "/spec must have required property 'lifecycle'" });
    expect(existsSync(file('component/checkout.yaml'))).toBe(false);
  });

  test('an address needs a location', async () => {
    await expect(connect(root, { url: 'https://backstage.example.com' })).rejects.toMatchObject({
      message: 'destinations.backstage has a url but no location',
    });
  });

  test('a wrong token is said to be wrong', async () => {
    const { server } = await open();
    const { tokenEnv: _, ...anonymous } = served(server);
    const [failed] = await pushAll(await connect(root, anonymous), [one], owner);
    expect(failed).toMatchObject({ refusal: 'unauthorised', message: 'Missing credentials' });
  });
});
