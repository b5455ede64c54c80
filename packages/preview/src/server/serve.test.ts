import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleData } from '../data/sample.ts';
import { NOON } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';
import { ListenError } from './listen.ts';
import { isLoopback, type Preview, serve, type ServeOptions } from './serve.ts';

const page = mkdtempSync(join(tmpdir(), 'binnacle-serve-'));
const running: Preview[] = [];

beforeAll(() => writeFileSync(join(page, 'index.html'), '<title>Binnacle</title>'));
afterAll(() => rmSync(page, { recursive: true }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((preview) => preview.close()));
});

async function started(options: Partial<ServeOptions> = {}): Promise<Preview> {
  const preview = await serve(STATE, { page, data: sampleData({ seed: 1, now: () => NOON }), port: 0, ...options });
  running.push(preview);
  return preview;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request as it is written here: `fetch` would mend its path and its Host. */
function ask(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const json = ({ text }: Answer): unknown => JSON.parse(text);

describe('the page', () => {
  it('is served with headers that keep it to itself, at every view', async () => {
    const { url } = await started();
    for (const path of ['/', '/d/shop', '/explore?query=up']) {
      const { status, text, headers } = await ask(url, path);
      expect([status, text]).toEqual([200, '<title>Binnacle</title>']);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('is on loopback alone', async () => {
    const { url } = await started();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '192.168.1.2', 'box'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/package.json', '//etc/passwd.txt', '/missing.js'])(
    'nothing lies at %s',
    async (path) => {
      const { url } = await started();
      expect((await ask(url, path)).status).toBe(404);
    },
  );

  it.each([
    ['another Host', { host: 'evil.example.com' }],
    ['another Origin', { origin: 'https://evil.example.com' }],
  ])('is refused to %s', async (_, headers) => {
    const { url } = await started();
    expect((await ask(url, '/api/project', { headers })).status).toBe(403);
  });

  it.each([
    ['POST', '/'],
    ['PUT', '/api/project'],
    ['DELETE', '/api/dashboards/shop'],
    ['GET', '/api/incidents/shop.down'],
    ['PUT', '/api/prometheus/p/api/v1/query'],
    ['OPTIONS', '/api/project'],
  ])('%s %s is not allowed', async (method, path) => {
    const { url } = await started();
    expect((await ask(url, path, { method })).status).toBe(405);
  });
});

describe('/api/project', () => {
  it('lists services and dashboards with what was found in them', async () => {
    const { url } = await started();
    expect(json(await ask(url, '/api/project'))).toMatchObject({
      name: 'shop',
      environment: 'test',
      generation: 1,
      scrapeInterval: '15s',
      data: { kind: 'sample', seed: 1 },
      datasources: [{ name: 'prometheus', uid: 'prometheus', type: 'prometheus', isDefault: true }],
      services: [{ name: 'shop', title: 'Shop', owner: 'retail', tier: '1', findings: { errors: 0, warnings: 2 } }],
      dashboards: [
        { uid: 'old', title: 'Old', panels: 1, findings: { errors: 1, warnings: 0 } },
        {
          uid: 'shop',
          title: 'Shop',
          folder: 'Retail',
          service: 'shop',
          tags: ['retail'],
          panels: 1,
          findings: { errors: 0, warnings: 1 },
        },
      ],
      // Those about resources are told with them.
      findings: [],
    });
  });
});

describe('/api/dashboards', () => {
  it('opens one, without paths of this machine', async () => {
    const { url } = await started();
    const answer = await ask(url, '/api/dashboards/shop');
    expect(json(answer)).toMatchObject({
      uid: 'shop',
      resource: { metadata: { name: 'shop' }, spec: { title: 'Shop' } },
      findings: [{ rule: 'panel/unit' }],
      origins: { requests: 'dashboards/shop.ts:7' },
      losses: [],
    });
    expect(answer.text).not.toContain('/shop/dashboards');
  });

  it('a classic one is in the v2 shape, and its findings lead to its elements', async () => {
    const { url } = await started();
    expect(json(await ask(url, '/api/dashboards/old'))).toMatchObject({
      resource: {
        apiVersion: 'dashboard.grafana.app/v2',
        spec: { elements: { 'panel-3': { spec: { vizConfig: { group: 'timeseries' } } } } },
      },
      findings: [{ rule: 'promql/syntax', path: '/spec/elements/panel-3/targets/0' }],
      origins: { 'panel-3': 'old.json:1' },
      losses: ['panel Load: missing values are not drawn as 0'],
    });
  });

  it('one that there is not is said to be none', async () => {
    const { url } = await started();
    const answer = await ask(url, '/api/dashboards/none');
    expect([answer.status, json(answer)]).toEqual([
      404,
      { status: 'error', error: 'there is no dashboard "none" in this project' },
    ]);
    expect((await ask(url, '/api/dashboards/%zz')).status).toBe(400);
  });
});

describe('/api/prometheus', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('answers queries, in the address and in a form', async () => {
    const { url } = await started();
    const path = '/api/prometheus/prometheus/api/v1/query';
    const expected = {
      status: 'success',
      data: { resultType: 'vector', result: [{ metric: {}, value: [NOON / 1000, '3'] }] },
    };
    expect(json(await ask(url, `${path}?query=sum(up)`))).toEqual(expected);
    expect(json(await ask(url, path, { method: 'POST', headers: form, body: 'query=sum(up)' }))).toEqual(expected);
  });

  it.each([
    'admin/tsdb/delete_series',
    'status/config',
    'targets',
    'write',
    'query/../admin',
    'label/a/b/values',
    'alertmanagers',
  ])('%s is not read', async (path) => {
    const { url } = await started();
    expect((await ask(url, `/api/prometheus/p/api/v1/${path}`)).status).toBe(403);
  });

  it('refuses bodies that are no form, and long ones', async () => {
    const { url } = await started();
    const path = '/api/prometheus/p/api/v1/query';
    expect(
      (await ask(url, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status,
    ).toBe(415);
    expect(
      (await ask(url, path, { method: 'POST', headers: form, body: `query=${'a'.repeat(1_100_000)}` })).status,
    ).toBe(413);
    expect((await ask(url, '/api/prometheus/p/api/v1/rules', { method: 'POST', headers: form, body: '' })).status).toBe(
      405,
    );
  });
});

describe('/api/incidents', () => {
  const headers = { 'content-type': 'application/json' };
  const post = (url: string, name: string, body: unknown) =>
    ask(url, `/api/incidents/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });

  it('switches one on, and off again', async () => {
    const { url } = await started();
    const up = async (): Promise<unknown> => json(await ask(url, '/api/prometheus/p/api/v1/query?query=sum(up)'));
    const on = json(await post(url, 'shop.down', { on: true })) as {
      incidents: { on: unknown };
    };
    expect(on.incidents.on).toEqual([{ service: 'shop', kind: 'down', since: NOON - 20 * 60_000 }]);
    expect(await up()).toMatchObject({ data: { result: [{ value: [NOON / 1000, '2'] }] } });
    await post(url, 'shop.down', { on: false });
    expect(await up()).toMatchObject({ data: { result: [{ value: [NOON / 1000, '3'] }] } });
  });

  it.each([
    ['shop.dawn', { on: true }, `there is no incident "shop.dawn"; did you mean 'shop.down'?`],
    ['shop.down', {}, 'send {"on": true}'],
  ])('%s %j is refused', async (name, body, error) => {
    const { url } = await started();
    const answer = await post(url, name, body);
    expect([answer.status, json(answer)]).toEqual([400, { status: 'error', error }]);
  });
});

/** Events of a connection, one after the other. */
async function listening(url: string): Promise<() => Promise<unknown>> {
  const response = await fetch(`${url}api/events`);
  const reader = response.body?.getReader();
  let text = '';
  return async () => {
    for (;;) {
      const [whole, data] = /data: (.*)\n\n/.exec(text) ?? [];
      if (whole !== undefined && data !== undefined) {
        text = text.slice(text.indexOf(whole) + whole.length);
        return JSON.parse(data) as unknown;
      }
      const part = await reader?.read();
      text += new TextDecoder().decode(part?.value);
    }
  };
}

describe('/api/events', () => {
  it('tells how things are, and what changes', async () => {
    const preview = await started();
    const next = await listening(preview.url);
    expect(await next()).toEqual({ type: 'reloaded', generation: 1 });
    preview.update({ ...STATE, name: 'renamed' });
    expect(await next()).toEqual({ type: 'reloaded', generation: 2 });
    const findings = [{ rule: 'load/module', severity: 'error', message: 'it does not compile' }] as const;
    preview.fail(findings);
    expect(await next()).toEqual({ type: 'broken', findings });
    const project = json(await ask(preview.url, '/api/project'));
    expect(project).toMatchObject({ name: 'renamed', broken: findings, generation: 2 });
    const later = await listening(preview.url);
    expect(await later()).toEqual({ type: 'broken', findings });
    preview.update(STATE);
    expect(await next()).toEqual({ type: 'reloaded', generation: 3 });
    expect(json(await ask(preview.url, '/api/project'))).not.toHaveProperty('broken');
  });

  it('does not keep the server from closing', async () => {
    const preview = await started();
    const next = await listening(preview.url);
    await next();
    await preview.close();
    running.length = 0;
    await expect(fetch(preview.url)).rejects.toThrow('fetch failed');
  });
});

async function taken(): Promise<{ readonly port: number; readonly free: () => void }> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { port, free: () => server.close() };
}

describe('the port', () => {
  it('that was asked for and is taken is an error', async () => {
    const { port, free } = await taken();
    await expect(started({ port })).rejects.toThrow(
      new ListenError(`port ${port} is taken`, 'name another with --port, or end what listens there'),
    );
    free();
  });

  it('an address of another machine is an error', async () => {
    await expect(started({ host: '192.0.2.1' })).rejects.toThrow('192.0.2.1 is no address of this machine');
  });

  it('is another one when the usual one is taken', async () => {
    const options = { page, data: sampleData({ seed: 1 }) };
    const [first, second] = [await serve(STATE, options), await serve(STATE, options)];
    running.push(first, second);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port));
  });
});
