import { beforeEach, describe, expect, test } from 'vitest';
import { type Ask, startFake } from '../fixtures/ask-grafana.ts';
import { containing } from '../fixtures/matching.ts';

const DASHBOARDS = '/apis/dashboard.grafana.app/v1/namespaces/default/dashboards';
const V2 = '/apis/dashboard.grafana.app/v2/namespaces/default/dashboards';
const FOLDERS = '/apis/folder.grafana.app/v1/namespaces/default/folders';

const object = (name: string, spec: object, metadata: object = {}) => ({ metadata: { name, ...metadata }, spec });
const titled = (name: string, title = 'T', metadata: object = {}) =>
  object(name, { title, schemaVersion: 42 }, metadata);
const inFolder = (folder: string, more: object = {}) => ({ annotations: { 'grafana.app/folder': folder, ...more } });
const managed = (kind: string, id: string) => ({
  annotations: { 'grafana.app/managedBy': kind, 'grafana.app/managerId': id },
});

const replace = async (ask: Ask, next: object) => (await ask('PUT', `${DASHBOARDS}/a`, titled('a', 'U', next))).status;

describe('objects', () => {
  let ask: Ask;
  let url: string;
  beforeEach(async () => {
    const started = await startFake();
    ask = started.ask;
    url = started.fake.url;
  });

  test('are created once, replaced with the revision that is there, or with none', async () => {
    const made = await ask('POST', DASHBOARDS, titled('a'));
    expect(made).toMatchObject({
      status: 201,
      json: { kind: 'Dashboard', metadata: { generation: 1, namespace: 'default' } },
    });
    expect(await ask('POST', DASHBOARDS, titled('a'))).toMatchObject({
      status: 409,
      json: { reason: 'AlreadyExists' },
    });
    const { resourceVersion } = (made.json as { metadata: { resourceVersion: string } }).metadata;
    const stale = { resourceVersion: '1' };
    expect(await ask('PUT', `${DASHBOARDS}/a`, titled('a', 'U', stale))).toMatchObject({
      status: 409,
      json: { reason: 'Conflict' },
    });
    expect((await ask('PUT', `${DASHBOARDS}/a`, titled('a', 'U', { resourceVersion }))).status).toBe(200);
    expect((await ask('PUT', `${DASHBOARDS}/a`, titled('a', 'V'))).json).toMatchObject({ metadata: { generation: 3 } });
    expect((await ask('PUT', `${DASHBOARDS}/a`, titled('a', 'V'))).json).toMatchObject({ metadata: { generation: 3 } });
    expect((await ask('PUT', `${DASHBOARDS}/b`, titled('b'))).status).toBe(201);
    expect((await ask('POST', DASHBOARDS, titled('c', 'T', { resourceVersion: '1' }))).json).toMatchObject({
      message: 'resourceVersion should not be set on objects to be created',
    });
  });

  test('are listed page by page, without saying in each what it is', async () => {
    for (const name of ['a', 'b', 'c']) await ask('POST', DASHBOARDS, titled(name));
    const first = (await ask('GET', `${DASHBOARDS}?limit=2`)).json as {
      metadata: { continue: string };
      items: object[];
    };
    expect(first.items.map((item) => Object.keys(item))).toEqual([
      ['metadata', 'spec'],
      ['metadata', 'spec'],
    ]);
    const second = await ask('GET', `${DASHBOARDS}?limit=2&continue=${encodeURIComponent(first.metadata.continue)}`);
    expect(second.json).toMatchObject({ items: [{ metadata: { name: 'c' } }] });
    expect(second.json).not.toHaveProperty('metadata.continue');
  });

  test('are deleted when the preconditions hold', async () => {
    await ask('POST', DASHBOARDS, titled('a'));
    expect((await ask('DELETE', `${DASHBOARDS}/a`, { preconditions: { resourceVersion: '1' } })).status).toBe(409);
    expect((await ask('DELETE', `${DASHBOARDS}/a`)).json).toMatchObject({ status: 'Success' });
    expect(await ask('DELETE', `${DASHBOARDS}/a`)).toMatchObject({ status: 404, json: { reason: 'NotFound' } });
  });

  test('a dry run answers as a write does and changes nothing; it does not look for the folder', async () => {
    expect((await ask('POST', `${DASHBOARDS}?dryRun=All`, titled('a', 'T', inFolder('none')))).status).toBe(201);
    expect((await ask('GET', `${DASHBOARDS}/a`)).status).toBe(404);
    expect((await ask('POST', DASHBOARDS, titled('a', 'T', inFolder('none')))).json).toMatchObject({
      code: 404,
      message: 'folders.folder.grafana.app "none" not found',
    });
  });

  test.each([
    ['no title', titled('a', ''), 400, 'Dashboard title cannot be empty'],
    ['a long uid', titled('a'.repeat(41)), 400, 'uid too long, max 40 characters'],
    ['a strange uid', titled('a b'), 400, 'uid contains illegal characters'],
    ['a wrong type', object('a', { title: 'T', editable: 'yes' }), 422, 'spec.editable'],
  ])('%s', async (_name, body, status, message) => {
    expect(await ask('POST', DASHBOARDS, body)).toMatchObject({
      status,
      json: { message: containing(message) },
    });
  });

  test('a wrong type is a cause, an unknown field a warning', async () => {
    const wrong = (await ask('POST', DASHBOARDS, object('a', { title: 'T', panels: {} }))).json;
    expect(wrong).toMatchObject({ details: { causes: [{ reason: 'FieldValueInvalid', field: 'spec.panels' }] } });
    const headers = { authorization: 'Bearer test-token' };
    const body = JSON.stringify(object('b', { title: 'T', elements: {}, hue: 1 }));
    const answered = await fetch(`${url}${V2}`, { method: 'POST', headers, body });
    expect(answered.headers.get('warning')).toBe('299 - "unknown field \\"spec.hue\\""');
  });

  test('the server keeps its own fields elsewhere and brings old schemas up to date', async () => {
    const spec = {
      title: 'T',
      uid: 'x',
      id: 4,
      version: 2,
      schemaVersion: 30,
      panels: [{ type: 'graph', datasource: 'prom-1' }],
    };
    expect((await ask('POST', DASHBOARDS, object('a', spec))).json).toMatchObject({
      spec: { title: 'T', schemaVersion: 42, panels: [{ type: 'timeseries', datasource: { uid: 'prom-1' } }] },
    });
    const { json } = await ask('GET', `${DASHBOARDS}/a`);
    expect(Object.keys((json as { spec: object }).spec)).toEqual(['title', 'schemaVersion', 'panels']);
  });

  test('another version says that it was converted, and loses the content', async () => {
    await ask('POST', V2, object('a', { title: 'T', elements: { one: {} } }));
    expect((await ask('GET', `${DASHBOARDS}/a`)).json).toMatchObject({
      spec: { title: 'T', panels: [] },
      status: { conversion: { failed: false, storedVersion: 'v2' } },
    });
    expect((await ask('GET', `${V2}/a`)).json).toMatchObject({ spec: { layout: { kind: 'GridLayout' } } });
  });
});

describe('folders', () => {
  test('no circles, no empty or reserved titles, not too deep', async () => {
    const { ask } = await startFake({ maxFolderDepth: 2 });
    const make = async (name: string, parent?: string, title = name) =>
      (await ask('PUT', `${FOLDERS}/${name}`, object(name, { title }, parent === undefined ? {} : inFolder(parent))))
        .json;
    expect(await make('a')).toMatchObject({ kind: 'Folder' });
    expect(await make('b', 'a')).toMatchObject({ kind: 'Folder' });
    expect(await make('c', 'b')).toMatchObject({ code: 400, details: { uid: 'folder.maximum-depth-reached' } });
    expect(await make('a', 'b')).toMatchObject({ code: 400, details: { uid: 'folder.circular-reference' } });
    expect(await make('a', 'a')).toMatchObject({ code: 400, details: { uid: 'folder.circular-reference' } });
    expect(await make('d', undefined, ' ')).toMatchObject({ code: 400, details: { uid: 'folder.title-empty' } });
    expect(await make('d', undefined, 'General')).toMatchObject({ code: 400 });
  });

  test('only empty ones are deleted', async () => {
    const { ask } = await startFake();
    await ask('POST', FOLDERS, object('a', { title: 'A' }));
    await ask('POST', DASHBOARDS, titled('x', 'T', inFolder('a')));
    expect((await ask('GET', `${FOLDERS}/a/counts`)).json).toMatchObject({
      counts: [
        { resource: 'folders', count: 0 },
        { resource: 'dashboards', count: 1 },
        { resource: 'alertrules', count: 0 },
      ],
    });
    expect((await ask('DELETE', `${FOLDERS}/a`)).json).toMatchObject({
      code: 400,
      details: { uid: 'folder.not-empty' },
    });
    await ask('DELETE', `${DASHBOARDS}/x`);
    expect((await ask('DELETE', `${FOLDERS}/a`)).status).toBe(200);
  });

  test('Grafana 12.0 makes a folder that it is only asked to try', async () => {
    for (const [version, status] of [
      ['12.0', 200],
      ['13.2', 404],
    ] as const) {
      const { ask } = await startFake({ version });
      const path = FOLDERS.replace('/v1/', version === '12.0' ? '/v1beta1/' : '/v1/');
      await ask('POST', `${path}?dryRun=All`, object('a', { title: 'A' }));
      expect((await ask('GET', `${path}/a`)).status).toBe(status);
    }
  });
});

describe('managers', () => {
  test.each([
    ['another identity', managed('kubectl', 'one'), managed('kubectl', 'two'), 403],
    ['another kind', managed('terraform', 'one'), managed('kubectl', 'one'), 403],
    ['the same', managed('kubectl', 'one'), managed('kubectl', 'one'), 200],
    ['none', managed('kubectl', 'one'), {}, 200],
    ['a repository, left', managed('repo', 'one'), {}, 403],
  ])('%s', async (_name, before, after, status) => {
    const { ask } = await startFake();
    await ask('POST', DASHBOARDS, titled('a', 'T', before));
    expect(await replace(ask, after)).toBe(status);
  });

  test('Grafana 12 does not look', async () => {
    const { ask } = await startFake({ enforcesManagers: false });
    await ask('POST', DASHBOARDS, titled('a', 'T', managed('terraform', 'one')));
    expect(await replace(ask, managed('kubectl', 'one'))).toBe(200);
  });

  test('what is in the folder of a repository is of that repository', async () => {
    const { ask } = await startFake();
    await ask('POST', FOLDERS, object('r', { title: 'R' }, managed('repo', 'main')));
    const { annotations } = managed('kubectl', 'one');
    expect((await ask('POST', DASHBOARDS, titled('a', 'T', inFolder('r', annotations)))).json).toMatchObject({
      code: 403,
      message: 'resource manager (kubectl:one) does not match folder manager (repo:main)',
    });
  });

  test('a storage that drops annotations keeps the folder only', async () => {
    const { ask } = await startFake({ dropsAnnotations: true });
    await ask('POST', FOLDERS, object('f', { title: 'F' }));
    await ask('POST', DASHBOARDS, titled('a', 'T', inFolder('f', managed('kubectl', 'one').annotations)));
    const { json } = await ask('GET', `${DASHBOARDS}/a`);
    expect((json as { metadata: { annotations: object } }).metadata.annotations).toEqual({
      'grafana.app/folder': 'f',
      'grafana.app/createdBy': 'service-account:1',
    });
  });
});
