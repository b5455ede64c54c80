import type { Environment, Resource, RuleGroup } from '@binnacle/model';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeGrafana, type FakeGrafanaOptions } from '../../fake-grafana/fake-grafana.ts';
import { destinationContract } from '../../fixtures/contract.ts';
import { production } from '../../fixtures/environment.ts';
import { connectTo, openSubject, type Subjects, type TestedGrafana } from '../../fixtures/grafana-server.ts';
import { push } from '../../fixtures/push.ts';
import { dashboard, folder, group, panel, query, rules } from '../../fixtures/resources.ts';
import { grafana } from './grafana.ts';

const SUBJECTS: readonly Subjects[] = [
  'folders',
  'dashboards',
  'classic dashboards',
  'rule groups',
  'converted rule groups',
];

/** A fake of a version, in a sub-path. */
const fake = (version: string) => async (): Promise<TestedGrafana> => {
  const { url, close } = await createFakeGrafana({ version, path: '/grafana', pageSize: 2 });
  return { url, token: 'test-token', close };
};

for (const version of ['12.0', '12.4', '13.2']) {
  for (const kind of SUBJECTS)
    destinationContract(`grafana ${version}: ${kind}`, () => openSubject(kind, fake(version)));
}

const OWNER = { project: 'shop', environment: 'production' };

/** A fake, and a connection of the project `shop` to it. */
async function open(options: FakeGrafanaOptions = {}, settings: Parameters<typeof connectTo>[2] = {}) {
  const fake = await createFakeGrafana(options);
  const connection = await connectTo({ url: fake.url, token: 'test-token' }, OWNER.project, settings);
  onTestFinished(async () => {
    await connection.close();
    await fake.close();
  });
  fake.requests.length = 0;
  const changes = async (...resources: Resource[]) => (await push(connection, resources, OWNER)).changes;
  /** Requests but reads of one object: `PUT /apis/…`. */
  const asked = (pattern: RegExp) =>
    fake.requests.map(({ method, path }) => `${method} ${path}`).filter((one) => pattern.test(one));
  const stored = (name: string) => fake.organisation().dashboards.get(name) ?? fake.organisation().folders.get(name);
  /** Changes what is stored, as a person or another tool. */
  const change = (name: string, over: { annotations?: Record<string, string>; spec?: Record<string, unknown> }) => {
    for (const objects of [fake.organisation().dashboards, fake.organisation().folders]) {
      const now = objects.get(name);
      if (now === undefined) continue;
      const annotations = { ...now.metadata.annotations, ...over.annotations };
      const metadata = { ...now.metadata, annotations, resourceVersion: `${now.metadata.resourceVersion}0` };
      objects.set(name, { ...now, metadata, spec: { ...now.spec, ...over.spec } });
    }
  };
  return { fake, connection, changes, asked, stored, change };
}

const inFolder = (name: string, uid: string): Resource => {
  const resource = dashboard(name);
  return { ...resource, metadata: { name, annotations: { 'grafana.app/folder': uid } } };
};
const old: Resource = {
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'old' },
  spec: { title: 'Old', schemaVersion: 30, panels: [{ id: 1, type: 'graph', title: 'Up' }] },
};

describe('dashboards', () => {
  test.each([
    ['13.2', 'v2', ['elements']],
    ['12.4', 'v1beta1', ['panels']],
  ])('on Grafana %s are written as %s', async (version, written, members) => {
    const { connection, changes, stored } = await open({ version });
    expect(await changes(dashboard('checkout'))).toEqual(['Dashboard/checkout create']);
    expect(stored('checkout')?.version).toBe(written);
    expect(Object.keys(stored('checkout')?.spec ?? {})).toEqual(expect.arrayContaining(members));
    expect(await changes(dashboard('checkout'))).toEqual([]);
    expect(connection.name).toMatch(`Grafana ${version}.0 at http://127.0.0.1`);
  });

  test('carry who manages them, from which file, and what was written', async () => {
    const { changes, stored } = await open();
    await changes(dashboard('checkout'));
    expect(stored('checkout')?.metadata.annotations).toEqual({
      'grafana.app/createdBy': 'service-account:1',
      'grafana.app/managedBy': 'kubectl',
      'grafana.app/managerId': 'shop/production',
      'grafana.app/message': 'Written by Binnacle from definition.ts',
      'grafana.app/sourceChecksum': expect.stringMatching(/^[0-9a-f]{64}$/),
      'grafana.app/sourcePath': 'definition.ts',
    });
  });

  test('may be edited in the browser where the settings say so', async () => {
    const { changes, stored } = await open({}, { allowEdits: true });
    await changes(dashboard('checkout'));
    expect(stored('checkout')?.metadata.annotations).toMatchObject({ 'grafana.app/managerAllowsEdits': 'true' });
  });

  test('that Grafana brings up to date are not written again, and an edit of them is still seen', async () => {
    const { connection, changes, stored, change } = await open();
    const { warnings } = await push(connection, [old], OWNER);
    expect(warnings).toEqual([expect.stringContaining('Grafana changed what was sent')]);
    expect(stored('old')?.spec).toMatchObject({ schemaVersion: 42, panels: [{ type: 'timeseries' }] });
    expect(await changes(old)).toEqual([]);
    change('old', { spec: { title: 'By hand' } });
    expect(await changes(old)).toEqual(['Dashboard/old drifted']);
  });

  test('of both shapes are read in the shape they were written in, with two lists', async () => {
    const { changes, asked } = await open();
    await changes(dashboard('checkout'), old);
    asked(/./);
    expect(await changes(dashboard('checkout'), old)).toEqual([]);
    expect(
      asked(/limit=/)
        .slice(-3)
        .toSorted(),
    ).toEqual([
      'GET /apis/dashboard.grafana.app/v1/namespaces/default/dashboards?limit=250',
      'GET /apis/dashboard.grafana.app/v2/namespaces/default/dashboards?limit=250',
      'GET /apis/folder.grafana.app/v1/namespaces/default/folders?limit=250',
    ]);
  });

  test('are tried before they are written: what the server refuses leaves nothing behind', async () => {
    const { connection, stored } = await open();
    const wrong: Resource = { ...old, spec: { title: 'Old', schemaVersion: 42, editable: 'yes' } };
    const { failures } = await push(connection, [wrong], OWNER);
    expect(failures).toEqual([
      expect.objectContaining({ refusal: 'refused', status: 422, message: expect.stringContaining('spec.editable') }),
    ]);
    expect(stored('old')).toBeUndefined();
  });

  test('with fields that the server does not know: its warning is passed on', async () => {
    const { connection } = await open();
    const { spec, ...rest } = dashboard('checkout');
    const { warnings } = await push(connection, [{ ...rest, spec: { ...spec, hue: 'green' } }], OWNER);
    expect(warnings).toContain('unknown field "spec.hue"');
  });
});

describe('folders', () => {
  test('are made from the outside in, and go from the inside out', async () => {
    const { changes, stored } = await open();
    const all = [inFolder('checkout', 'b'), folder('b', 'B', 'a'), folder('a', 'A')];
    expect((await changes(...all)).length).toBe(3);
    expect(stored('checkout')?.metadata.annotations['grafana.app/folder']).toBe('b');
    expect((await changes()).length).toBe(3);
    expect(stored('a')).toBeUndefined();
  });

  test.each(['12.0', '13.2'])('on Grafana %s are not deleted with what others put in them', async (version) => {
    const { connection, changes, fake } = await open({ version });
    await changes(folder('a', 'A'));
    const theirs = await connectTo({ url: fake.url, token: 'test-token' }, 'bank');
    await push(theirs, [inFolder('vault', 'a')], { ...OWNER, project: 'bank' });
    await theirs.close();
    const { failures } = await push(connection, [], OWNER);
    expect(failures).toEqual([
      expect.objectContaining({
        message: 'folder a is not empty: it holds 1 dashboards',
        fix: expect.stringContaining('keep the folder in code'),
      }),
    ]);
    expect(fake.organisation().dashboards.has('vault')).toBe(true);
  });

  test('nested too deep: the server’s words and a way out', async () => {
    const { connection } = await open({ maxFolderDepth: 1 });
    const { failures } = await push(connection, [folder('a', 'A'), folder('b', 'B', 'a')], OWNER);
    expect(failures).toEqual([
      expect.objectContaining({
        message: 'Maximum nested folder depth reached',
        fix: expect.stringContaining('max_nested_folder_depth'),
      }),
    ]);
  });
});

describe('what another tool manages', () => {
  const managed = (kind: string, id: string) => ({
    'grafana.app/managedBy': kind,
    'grafana.app/managerId': id,
    'grafana.app/sourceChecksum': '',
  });

  test('is named, and taken over in two steps', async () => {
    const { connection, changes, change, stored, asked } = await open();
    await changes(dashboard('checkout'));
    change('checkout', { annotations: managed('kubectl', 'gcx'), spec: { title: 'Theirs' } });
    const [desired] = connection.desired([dashboard('checkout')]).resources;
    expect(await connection.list(desired === undefined ? [] : [desired])).toEqual([
      expect.objectContaining({ manager: 'kubectl/gcx' }),
    ]);
    const before = asked(/^PUT .*checkout\?fieldValidation=Strict$/).length;
    expect(await changes(dashboard('checkout'))).toEqual(['Dashboard/checkout adopt']);
    expect(asked(/^PUT .*checkout\?fieldValidation=Strict$/).length - before).toBe(2);
    expect(stored('checkout')?.metadata.annotations['grafana.app/managerId']).toBe('shop/production');
    expect(await changes(dashboard('checkout'))).toEqual([]);
  });

  test.each([
    ['terraform', 'Cannot change resource manager kind from terraform to kubectl; remove the existing manager first'],
    ['repo', 'this resource is managed by a repository (repo:main): change it there'],
  ])('%s keeps it, in the words of Grafana', async (kind, message) => {
    const { connection, changes, change, stored } = await open();
    await changes(dashboard('checkout'));
    change('checkout', { annotations: managed(kind, 'main'), spec: { title: 'Theirs' } });
    const { failures } = await push(connection, [dashboard('checkout')], OWNER);
    expect(failures).toEqual([
      expect.objectContaining({ refusal: 'conflict', message, fix: expect.stringContaining('release it there first') }),
    ]);
    expect(stored('checkout')?.spec['title']).toBe('Theirs');
  });
});

describe('a Grafana 12 that keeps no annotations', () => {
  const options = { version: '12.0', dropsAnnotations: true };
  const both = [folder('a', 'A'), inFolder('checkout', 'a')];

  test('dashboards carry their stamp as tags: nothing is written twice, an edit is seen, what is withdrawn goes', async () => {
    const { changes, stored, change, connection } = await open(options);
    await changes(...both);
    expect(stored('checkout')?.spec['tags']).toEqual([
      'checkout',
      'binnacle:shop/production',
      expect.stringMatching(/^binnacle:[0-9a-f]{20}$/),
    ]);
    const again = await connectTo({ url: connection.name.split(' at ')[1] ?? '', token: 'test-token' }, OWNER.project);
    expect(await push(again, both, OWNER)).toMatchObject({ changes: [], failures: [] });
    await again.close();
    change('checkout', { spec: { title: 'By hand' } });
    expect(await changes(...both)).toEqual(['Dashboard/checkout drifted']);
    change('checkout', { spec: { title: 'Checkout' } });
    expect(await changes(folder('a', 'A'))).toEqual(['Dashboard/checkout delete']);
  });

  test('folders have no tags: nothing proves whose they are, so they are never deleted, and that is said', async () => {
    const { connection, changes, stored } = await open(options);
    const { warnings } = await push(connection, both, OWNER);
    expect(warnings).toContainEqual(expect.stringContaining('did not keep the annotations'));
    await changes();
    expect([stored('checkout'), stored('a')?.spec['title']]).toEqual([undefined, 'A']);
  });
});

describe('datasources', () => {
  const withDatasource = async (uid: string) => {
    const fake = await createFakeGrafana();
    const environment: Environment = {
      ...production,
      datasources: { metrics: { uid, type: 'prometheus', default: true } },
    };
    const connection = await connectTo({ url: fake.url, token: 'test-token' }, OWNER.project, {}, { environment });
    onTestFinished(async () => {
      await connection.close();
      await fake.close();
    });
    return connection;
  };
  const asking = (name: string) =>
    dashboard('checkout', {
      elements: {
        up: panel(1, {
          data: {
            kind: 'QueryGroup',
            spec: { queries: [query('A', 'up', { name })], transformations: [], queryOptions: {} },
          },
        }),
      },
    });

  test('may be given by the name they have on the server', async () => {
    const { resources, diagnostics } = (await withDatasource('Prometheus')).desired([asking('Prometheus')]);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(resources)).toContain('"datasource":{"name":"prom-1"}');
  });

  test('that the server does not have are an error, with the nearest name, where something asks them', async () => {
    const connection = await withDatasource('prom-2');
    expect(connection.desired([folder('a', 'A')]).diagnostics).toEqual([]);
    expect(connection.desired([asking('prom-2')]).diagnostics).toEqual([
      {
        rule: 'target/grafana',
        severity: 'error',
        message:
          "Grafana has no datasource with the uid or name 'prom-2', which environments.production.datasources.metrics names",
        fix: "did you mean 'prom-1'?",
      },
    ]);
  });
});

describe('rules', () => {
  const checkout = (over: Partial<RuleGroup> = {}): Resource =>
    rules('checkout', [group('checkout', { interval: '1m', ...over })]);

  test('go into a folder of their own, groups as they are, records as records', async () => {
    const { changes, fake } = await open({}, { rules: 'provisioning' });
    expect(await changes(checkout())).toEqual([
      'Folder/rules-shop create',
      'PrometheusRule/rules-shop/checkout create',
    ]);
    const stored = [...fake.organisation().rules.values()].map(({ rule }) => rule);
    expect(stored).toMatchObject([
      {
        title: 'CheckoutDown',
        for: '5m',
        condition: 'B',
        noDataState: 'OK',
        labels: { severity: 'page' },
        provenance: 'api',
        data: [
          { refId: 'A', datasourceUid: 'prom-1', model: { instant: true } },
          { refId: 'B', datasourceUid: '__expr__' },
        ],
      },
      {
        title: expect.stringMatching(/^job:up:sum \([0-9a-f]{8}\)$/),
        record: { metric: 'job:up:sum', target_datasource_uid: 'prom-1' },
      },
    ]);
  });

  test.each(['provisioning', 'convert'] as const)(
    '%s: an unchanged group is not written, and nothing is ever tried',
    async (mode) => {
      const { changes, asked } = await open({}, { rules: mode });
      const two = rules('checkout', [
        group('a', { interval: '1m' }),
        group('b', { interval: '1m', rules: [{ alert: 'B', expr: 'up == 0' }] }),
      ]);
      await changes(two);
      const writes = /^(PUT|POST|DELETE) \/api\//;
      expect(asked(writes)).toHaveLength(2);
      const next = rules('checkout', [
        two.spec.groups[0] ?? group('a'),
        group('b', { interval: '1m', rules: [{ alert: 'B', expr: 'up == 1' }] }),
      ]);
      expect(await changes(next)).toEqual(['PrometheusRule/rules-shop/b update']);
      expect(asked(writes)).toHaveLength(3);
      expect(asked(/dryRun.*/).filter((one) => one.includes(' /api/'))).toEqual([]);
    },
  );

  test('an edit that no Prometheus rule can say is drift all the same', async () => {
    const { changes, fake } = await open({}, { rules: 'provisioning' });
    await changes(checkout());
    const { rules: stored } = fake.organisation();
    for (const [uid, one] of stored) stored.set(uid, { ...one, rule: { ...one.rule, isPaused: true } });
    expect(await changes(checkout())).toEqual(['PrometheusRule/rules-shop/checkout drifted']);
  });

  test('stay editable where the settings say so; a change of that is a conflict, whatever its status', async () => {
    const { changes, fake } = await open({}, { rules: 'provisioning', allowEdits: true });
    await changes(checkout());
    expect([...fake.organisation().rules.values()].map(({ provenance }) => provenance)).toEqual(['', '']);
    const locked = await connectTo({ url: fake.url, token: 'test-token' }, OWNER.project, { rules: 'provisioning' });
    const { failures } = await push(locked, [checkout({ interval: '2m' })], OWNER);
    await locked.close();
    expect(failures).toEqual([
      expect.objectContaining({
        refusal: 'conflict',
        message: "cannot change provenance from '' to 'api'",
        fix: expect.stringContaining('allowEdits'),
      }),
    ]);
  });

  test('recording rules where Grafana has them turned off: its words', async () => {
    const { connection } = await open({ recordingRules: false }, { rules: 'convert' });
    expect((await push(connection, [checkout()], OWNER)).failures).toEqual([
      expect.objectContaining({ message: 'Cannot import recording rules: Feature not enabled.' }),
    ]);
  });

  test('are not written unless asked for', async () => {
    const { connection } = await open();
    expect(connection.desired([checkout()]).resources).toEqual([]);
  });
});

describe('where it is', () => {
  test.each<[string, FakeGrafanaOptions, string]>([
    ['the first organisation', {}, 'default'],
    ['the organisation of the token', { tokens: { 'test-token': 2 } }, 'org-2'],
    ['a stack of Grafana Cloud', { stack: 77 }, 'stacks-77'],
    ['a sub-path', { path: '/ops/grafana' }, 'default'],
  ])('%s', async (_name, options, namespace) => {
    const { changes, asked } = await open(options);
    expect(await changes(dashboard('checkout'))).toEqual(['Dashboard/checkout create']);
    expect(asked(/limit=/)[0]).toContain(`/namespaces/${namespace}/`);
  });

  test('a user and a password', async () => {
    const fake = await createFakeGrafana({ users: { 'ann:s3cret': 1 } });
    const secrets = (name: string) => ({ USER: 'ann', PASSWORD: 's3cret' })[name];
    const settings = { url: fake.url, usernameEnv: 'USER', passwordEnv: 'PASSWORD' };
    const connection = await grafana.connect({ settings, environment: production, owner: OWNER, secrets, root: '/' });
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
      refusal: expect.stringMatching(/not-found|unauthorised/),
    });
    await Promise.all([fake.close(), old11.close()]);
  });
});

test('a push of a thousand dashboards that changes nothing is a handful of requests', async () => {
  const { connection, fake, asked } = await open({ pageSize: 500 });
  const resources = Array.from({ length: 1000 }, (_, at) => dashboard(`d${at}`, { title: `D ${at}` }));
  expect((await push(connection, resources, OWNER)).failures).toEqual([]);
  fake.requests.length = 0;
  expect((await push(connection, resources, OWNER)).changes).toEqual([]);
  expect(asked(/./)).toHaveLength(5);
});

const { GRAFANA_URL: url = '', GRAFANA_TOKEN: token = '' } = process.env;
const isReal = url !== '' && token !== '';

describe.skipIf(!isReal)('a real server: GRAFANA_URL and GRAFANA_TOKEN name it', () => {
  const real: TestedGrafana = { url, token, close: async () => {} };
  for (const kind of SUBJECTS) destinationContract(`${url}: ${kind}`, () => openSubject(kind, async () => real));
});
