import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { startFake } from '../fixtures/ask-grafana.ts';
import type { FakeGrafanaOptions } from './fake-grafana.ts';
import { having } from '../fixtures/matching.ts';

const DASHBOARDS = '/apis/dashboard.grafana.app/v1/namespaces/default/dashboards';

describe('versions', () => {
  test.each([
    ['12.0', ['v1beta1', 'v0alpha1', 'v2alpha1'], ['v1beta1']],
    ['12.4', ['v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1'], ['v1beta1']],
    ['13.2', ['v1', 'v0alpha1', 'v1beta1', 'v2alpha1', 'v2beta1', 'v2'], ['v1', 'v1beta1']],
  ])('%s', async (version, dashboards, folders) => {
    const { ask } = await startFake({ version });
    const groups = [
      { name: 'dashboard.grafana.app', versions: dashboards.map((one) => having({ version: one })) },
      { name: 'folder.grafana.app', versions: folders.map((one) => having({ version: one })) },
    ];
    expect((await ask('GET', '/apis')).json).toMatchObject({ kind: 'APIGroupList', groups });
    expect((await ask('GET', '/api/health')).json).toMatchObject({ database: 'ok', version: `${version}.0` });
    expect((await ask('GET', DASHBOARDS)).status).toBe(version === '13.2' ? 200 : 404);
  });
});

describe('access', () => {
  test('both ways to say no', async () => {
    const { ask } = await startFake({}, 'wrong');
    expect(await ask('GET', DASHBOARDS)).toMatchObject({
      status: 401,
      json: { message: 'Invalid API key', traceID: '' },
    });
    expect((await ask('GET', '/api/datasources')).status).toBe(401);
  });

  test('a token belongs to one organisation', async () => {
    const { ask } = await startFake({ tokens: { two: 2 } }, 'two');
    expect((await ask('GET', '/bootdata')).json).toEqual({ settings: { namespace: 'org-2' } });
    expect(await ask('GET', DASHBOARDS)).toMatchObject({ status: 403, json: { kind: 'Status', reason: 'Forbidden' } });
    expect((await ask('GET', DASHBOARDS.replace('default', 'org-2'))).status).toBe(200);
  });

  test('below a sub-path and nowhere else', async () => {
    const { ask, fake } = await startFake({ path: '/grafana' });
    expect((await ask('GET', '/api/health')).status).toBe(200);
    expect((await fetch(`${fake.url.replace('/grafana', '')}/api/health`)).status).toBe(404);
  });
});

test('too many requests: how long to wait, in the header and in the body', async () => {
  const { fake } = await startFake({ faults: () => 'too-many' });
  const answered = await fetch(`${fake.url}/api/health`);
  expect([answered.status, answered.headers.get('retry-after')]).toEqual([429, '0']);
  expect(await answered.json()).toMatchObject({ reason: 'TooManyRequests', details: { retryAfterSeconds: 0 } });
});

/** The test closes it. */
async function keptOpen(options: FakeGrafanaOptions) {
  return { ...(await startFake(options)).fake, close: async () => {} };
}

test('the page lists every option, and its example prints what it says', async () => {
  const page = readFileSync(new URL('fake-grafana.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('fake-grafana.ts', import.meta.url), 'utf8');
  const members = /export interface FakeGrafanaOptions \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  for (const [, name] of members.matchAll(/readonly (\w+)\?/g)) expect(page).toContain(`\`${name}\``);
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const [, printed = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];
  const lines: string[] = [];
  const body = example.replace(/import .*\n/, '');
  const console = { log: (...parts: unknown[]) => lines.push(parts.join(' ')) };
  await runInNewContext(`(async () => { ${body} })()`, { createFakeGrafana: keptOpen, console, fetch });
  expect(`${lines.join('\n')}\n`).toBe(printed);
});
