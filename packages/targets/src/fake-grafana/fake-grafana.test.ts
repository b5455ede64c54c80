import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawClient } from '../fixtures/grafana-server.ts';
import { createFakeGrafana, type FakeGrafana, type FakeGrafanaOptions } from './fake-grafana.ts';

const DASHBOARDS = '/apis/dashboard.grafana.app/v1/namespaces/default/dashboards';
const V2 = '/apis/dashboard.grafana.app/v2/namespaces/default/dashboards';
const FOLDERS = '/apis/folder.grafana.app/v1/namespaces/default/folders';
const GROUP = '/api/v1/provisioning/folder/f/rule-groups/g';

let fake: FakeGrafana;
afterEach(() => fake.close());

/** A client of a new fake: what a request answers, as status and body. */
async function start(options: FakeGrafanaOptions = {}, token = 'test-token') {
  fake = await createFakeGrafana(options);
  return rawClient({ url: fake.url, token });
}
type Client = Awaited<ReturnType<typeof start>>;

const object = (name: string, spec: object, metadata: object = {}) => ({ metadata: { name, ...metadata }, spec });
const titled = (name: string, title = 'T', metadata: object = {}) =>
  object(name, { title, schemaVersion: 42 }, metadata);
const inFolder = (folder: string, more: object = {}) => ({ annotations: { 'grafana.app/folder': folder, ...more } });
const managed = (kind: string, id: string) => ({
  annotations: { 'grafana.app/managedBy': kind, 'grafana.app/managerId': id },
});

describe('versions', () => {
  test.each([
    ['12.0', ['v1beta1', 'v0alpha1', 'v2alpha1'], ['v1beta1']],
    ['12.4', ['v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1'], ['v1beta1']],
    ['13.2', ['v1', 'v0alpha1', 'v1beta1', 'v2alpha1', 'v2beta1', 'v2'], ['v1', 'v1beta1']],
  ])('%s', async (version, dashboards, folders) => {
    const ask = await start({ version });
    const groups = [
      { name: 'dashboard.grafana.app', versions: dashboards.map((one) => expect.objectContaining({ version: one })) },
      { name: 'folder.grafana.app', versions: folders.map((one) => expect.objectContaining({ version: one })) },
    ];
    expect((await ask('GET', '/apis')).json).toMatchObject({ kind: 'APIGroupList', groups });
    expect((await ask('GET', '/api/health')).json).toMatchObject({ database: 'ok', version: `${version}.0` });
    expect((await ask('GET', DASHBOARDS)).status).toBe(version === '13.2' ? 200 : 404);
  });
});

describe('access', () => {
  test('both ways to say no', async () => {
    const ask = await start({}, 'wrong');
    expect(await ask('GET', DASHBOARDS)).toMatchObject({
      status: 401,
      json: { message: 'Invalid API key', traceID: '' },
    });
    expect((await ask('GET', '/api/datasources')).status).toBe(401);
  });

  test('a token belongs to one organisation', async () => {
    const ask = await start({ tokens: { two: 2 } }, 'two');
    expect((await ask('GET', '/bootdata')).json).toEqual({ settings: { namespace: 'org-2' } });
    expect(await ask('GET', DASHBOARDS)).toMatchObject({ status: 403, json: { kind: 'Status', reason: 'Forbidden' } });
    expect((await ask('GET', DASHBOARDS.replace('default', 'org-2'))).status).toBe(200);
  });

  test('below a sub-path and nowhere else', async () => {
    const ask = await start({ path: '/grafana' });
    expect((await ask('GET', '/api/health')).status).toBe(200);
    expect((await fetch(`${fake.url.replace('/grafana', '')}/api/health`)).status).toBe(404);
  });
});

describe('objects', () => {
  let ask: Client;
  beforeEach(async () => {
    ask = await start();
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
    expect(second.json).toMatchObject({
      items: [{ metadata: { name: 'c' } }],
      metadata: expect.not.objectContaining({ continue: expect.anything() }),
    });
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
      json: { message: expect.stringContaining(message) },
    });
  });

  test('a wrong type is a cause, an unknown field a warning', async () => {
    const wrong = (await ask('POST', DASHBOARDS, object('a', { title: 'T', panels: {} }))).json;
    expect(wrong).toMatchObject({ details: { causes: [{ reason: 'FieldValueInvalid', field: 'spec.panels' }] } });
    const headers = { authorization: 'Bearer test-token' };
    const body = JSON.stringify(object('b', { title: 'T', elements: {}, hue: 1 }));
    const answered = await fetch(`${fake.url}${V2}`, { method: 'POST', headers, body });
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
    const ask = await start({ maxFolderDepth: 2 });
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
    const ask = await start();
    await ask('POST', FOLDERS, object('a', { title: 'A' }));
    await ask('POST', DASHBOARDS, titled('x', 'T', inFolder('a')));
    expect((await ask('GET', `${FOLDERS}/a/counts`)).json).toMatchObject({
      counts: expect.arrayContaining([{ group: 'any', resource: 'dashboards', count: 1 }]),
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
      const ask = await start({ version });
      const path = FOLDERS.replace('/v1/', version === '12.0' ? '/v1beta1/' : '/v1/');
      await ask('POST', `${path}?dryRun=All`, object('a', { title: 'A' }));
      expect((await ask('GET', `${path}/a`)).status).toBe(status);
      if (version === '12.0') await fake.close();
    }
  });
});

describe('managers', () => {
  const replace = async (ask: Client, next: object) =>
    (await ask('PUT', `${DASHBOARDS}/a`, titled('a', 'U', next))).status;

  test.each([
    ['another identity', managed('kubectl', 'one'), managed('kubectl', 'two'), 403],
    ['another kind', managed('terraform', 'one'), managed('kubectl', 'one'), 403],
    ['the same', managed('kubectl', 'one'), managed('kubectl', 'one'), 200],
    ['none', managed('kubectl', 'one'), {}, 200],
    ['a repository, left', managed('repo', 'one'), {}, 403],
  ])('%s', async (_name, before, after, status) => {
    const ask = await start();
    await ask('POST', DASHBOARDS, titled('a', 'T', before));
    expect(await replace(ask, after)).toBe(status);
  });

  test('Grafana 12 does not look', async () => {
    const ask = await start({ enforcesManagers: false });
    await ask('POST', DASHBOARDS, titled('a', 'T', managed('terraform', 'one')));
    expect(await replace(ask, managed('kubectl', 'one'))).toBe(200);
  });

  test('what is in the folder of a repository is of that repository', async () => {
    const ask = await start();
    await ask('POST', FOLDERS, object('r', { title: 'R' }, managed('repo', 'main')));
    const { annotations } = managed('kubectl', 'one');
    expect((await ask('POST', DASHBOARDS, titled('a', 'T', inFolder('r', annotations)))).json).toMatchObject({
      code: 403,
      message: 'resource manager (kubectl:one) does not match folder manager (repo:main)',
    });
  });

  test('a storage that drops annotations keeps the folder only', async () => {
    const ask = await start({ dropsAnnotations: true });
    await ask('POST', FOLDERS, object('f', { title: 'F' }));
    await ask('POST', DASHBOARDS, titled('a', 'T', inFolder('f', managed('kubectl', 'one').annotations)));
    const { json } = await ask('GET', `${DASHBOARDS}/a`);
    expect((json as { metadata: { annotations: object } }).metadata.annotations).toEqual({
      'grafana.app/folder': 'f',
      'grafana.app/createdBy': 'service-account:1',
    });
  });
});

describe('alert rules', () => {
  const rule = (title: string, over: object = {}) => ({
    title,
    condition: 'A',
    data: [{ refId: 'A', datasourceUid: 'prom-1', model: { refId: 'A', expr: 'up' } }],
    noDataState: 'OK',
    execErrState: 'Error',
    for: '90s',
    ...over,
  });
  const group = (...rules: object[]) => ({ title: 'g', folderUid: 'f', interval: 60, rules });
  let ask: Client;
  beforeEach(async () => {
    ask = await start();
    await ask('POST', FOLDERS, object('f', { title: 'F' }));
  });

  test('a group is replaced whole, and filled in', async () => {
    expect(await ask('GET', GROUP)).toEqual({ status: 404, json: undefined, text: '' });
    expect((await ask('PUT', GROUP, group(rule('One'), rule('Two')))).status).toBe(200);
    await ask('PUT', GROUP, group(rule('Two')));
    expect((await ask('GET', GROUP)).json).toMatchObject({
      interval: 60,
      rules: [
        {
          title: 'Two',
          for: '1m30s',
          provenance: 'api',
          isPaused: false,
          data: [{ model: { intervalMs: 1000, maxDataPoints: 43_200 } }],
        },
      ],
    });
    expect((await ask('DELETE', GROUP)).status).toBe(204);
  });

  test('a dry run is none', async () => {
    await ask('PUT', `${GROUP}?dryRun=All`, group(rule('One')));
    expect((await ask('GET', GROUP)).status).toBe(200);
  });

  test.each([
    ['a folder that is not there', GROUP.replace('/f/', '/x/'), group(rule('One')), 400, 'folder does not exist'],
    [
      'an interval between the beats',
      GROUP,
      { ...group(rule('One')), interval: 15 },
      400,
      'divided exactly by scheduler interval: 10',
    ],
    ['two of a title', GROUP, group(rule('One'), rule('One')), 400, 'should be unique'],
    ['a condition that is not there', GROUP, group(rule('One', { condition: 'B' })), 400, 'condition B does not exist'],
  ])('%s', async (_name, path, body, status, message) => {
    expect(await ask('PUT', path, body)).toMatchObject({
      status,
      json: { message: expect.stringContaining(message), traceID: '' },
    });
    expect((await ask('GET', GROUP)).status).toBe(404);
  });

  test('one rule: found, replaced, deleted, and an empty 404', async () => {
    await ask('PUT', GROUP, group(rule('One', { uid: 'one' })));
    const path = '/api/v1/provisioning/alert-rules/one';
    expect((await ask('PUT', path, rule('One', { for: '2m' }))).json).toMatchObject({ for: '2m', uid: 'one' });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('DELETE', path)).status).toBe(204);
    expect(await ask('GET', path)).toEqual({ status: 404, json: undefined, text: '' });
  });

  test('whose provenance is another is not changed', async () => {
    await ask('PUT', GROUP, group(rule('One')));
    const headers = { authorization: 'Bearer test-token', 'x-disable-provenance': 'true' };
    const answered = await fetch(`${fake.url}${GROUP}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(group(rule('One'))),
    });
    expect([answered.status, await answered.text()]).toEqual([
      403,
      expect.stringContaining("cannot change provenance from 'api' to ''"),
    ]);
  });

  test('Prometheus’s groups are converted in the folder of their title, and given back as they were', async () => {
    const path = '/api/convert/prometheus/config/v1/rules/F';
    const prometheus = { name: 'g', interval: '1m', rules: [{ alert: 'Down', expr: 'up == 0 # why', for: '90s' }] };
    expect((await ask('POST', path, prometheus)).json).toEqual({ status: 'success' });
    expect((await ask('GET', `${path}/g`)).text).toContain('expr: "up == 0 # why"');
    expect((await ask('GET', GROUP)).json).toMatchObject({ rules: [{ title: 'Down', for: '1m30s' }] });
    expect((await ask('DELETE', `${path}/g`)).status).toBe(202);
    await ask('PUT', GROUP, group(rule('One')));
    expect((await ask('POST', path, prometheus)).status).toBe(409);
  });

  test('conversion needs a datasource', async () => {
    const init = { method: 'POST', headers: { authorization: 'Bearer test-token' }, body: '{"name":"g","rules":[]}' };
    const answered = await fetch(`${fake.url}/api/convert/prometheus/config/v1/rules/F`, init);
    expect(await answered.json()).toMatchObject({ messageId: 'alerting.datasourceUIDHeaderMissing', statusCode: 400 });
  });
});

test('datasources: listed, made, changed in their version, read-only ones not', async () => {
  const ask = await start({ datasources: [{ uid: 'file', name: 'File', type: 'prometheus', readOnly: true }] });
  expect((await ask('POST', '/api/datasources', { uid: 'a', name: 'A', type: 'loki' })).json).toMatchObject({
    message: 'Datasource added',
  });
  expect((await ask('POST', '/api/datasources', { uid: 'b', name: 'A' })).status).toBe(409);
  expect(JSON.parse((await ask('GET', '/api/datasources')).text)).toMatchObject([{ uid: 'file' }, { uid: 'a' }]);
  expect((await ask('PUT', '/api/datasources/uid/a', { name: 'A', version: 7 })).status).toBe(409);
  expect((await ask('PUT', '/api/datasources/uid/a', { name: 'A', version: 1 })).status).toBe(200);
  expect((await ask('PUT', '/api/datasources/uid/file', { name: 'F' })).status).toBe(403);
  expect((await ask('GET', '/api/datasources/uid/a/health')).json).toMatchObject({ status: 'OK' });
  expect((await ask('DELETE', '/api/datasources/uid/a')).status).toBe(200);
  expect(await ask('GET', '/api/datasources/uid/a')).toMatchObject({
    status: 404,
    json: { message: 'Data source not found' },
  });
});

test('too many requests: how long to wait, in the header and in the body', async () => {
  await start({ faults: () => 'too-many' });
  const answered = await fetch(`${fake.url}/api/health`);
  expect([answered.status, answered.headers.get('retry-after')]).toEqual([429, '0']);
  expect(await answered.json()).toMatchObject({ reason: 'TooManyRequests', details: { retryAfterSeconds: 0 } });
});

test('the page lists every option, and its example prints what it says', async () => {
  const page = readFileSync(new URL('fake-grafana.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('fake-grafana.ts', import.meta.url), 'utf8');
  const options = /export interface FakeGrafanaOptions \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  for (const [, name] of options.matchAll(/readonly (\w+)\?/g)) expect(page).toContain(`\`${name}\``);
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const [, printed = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];
  const lines: string[] = [];
  const body = example.replace(/import .*\n/, '');
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- the example of the page is what is tested
  const run = new Function('createFakeGrafana', 'console', `return (async () => { ${body} })();`) as (
    create: (options: FakeGrafanaOptions) => Promise<FakeGrafana>,
    console: { log: (...parts: unknown[]) => number },
  ) => Promise<void>;
  await run(
    async (given) => {
      fake = await createFakeGrafana(given);
      return { ...fake, close: async () => {} };
    },
    { log: (...parts) => lines.push(parts.join(' ')) },
  );
  expect(`${lines.join('\n')}\n`).toBe(printed);
});
