import { createServer, type IncomingMessage, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLASSIC, DASHBOARD } from '../fixtures/state.ts';
import { serveGrafana, type ServedGrafana } from './serve-grafana.ts';

/** What a Grafana was asked, and how. */
interface Asked {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A Grafana below a sub-path, as far as a browser sees one. */
async function fakeGrafana(): Promise<{
  readonly url: URL;
  readonly asked: Asked[];
  readonly close: () => Promise<void>;
}> {
  const asked: Asked[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (part: Buffer) => (body += part.toString()));
    incoming.on('end', () => {
      const { method = '', url: target = '', headers } = incoming;
      asked.push({ line: `${method} ${target}`, headers, body });
      const here = `http://${headers.host ?? ''}`;
      if (headers.authorization !== 'Bearer reader') return response.writeHead(401).end();
      if (target === '/grafana/') return response.writeHead(302, { location: `${here}/grafana/dashboards` }).end();
      if (target.startsWith('/grafana/d/')) {
        response.writeHead(200, {
          'content-type': 'text/html',
          'set-cookie': 'session=1',
          'strict-transport-security': '1',
        });
        return response.end(
          `<script>{"appUrl":"${here}/grafana/","other":"${here.replaceAll('/', String.raw`\/`)}"}</script>`,
        );
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ from: 'grafana', target }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: new URL(`http://127.0.0.1:${port}/grafana`),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A request with any Host and method; `fetch` forbids some. */
function ask(url: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const toClassic = () => ({ title: 'Classic', panels: [] });

function api(version: string, uid: string, sub = ''): string {
  return `apis/dashboard.grafana.app/${version}/namespaces/default/dashboards/${uid}${sub}`;
}

describe('a Grafana with the dashboards of the project in it', () => {
  let grafana: Awaited<ReturnType<typeof fakeGrafana>>;
  let served: ServedGrafana;
  beforeEach(async () => {
    grafana = await fakeGrafana();
    const upstream = { url: grafana.url, headers: { authorization: 'Bearer reader' } };
    served = await serveGrafana([DASHBOARD, CLASSIC], { grafana: upstream, toClassic, host: '127.0.0.1', port: 4700 });
  });
  afterEach(async () => {
    await served.close();
    await grafana.close();
  });
  const json = async (path: string): Promise<Record<string, unknown>> =>
    JSON.parse((await ask(`${served.url}${path}`)).text) as Record<string, unknown>;

  it('shows the page of Grafana, which calls this address its own and keeps no cookie', async () => {
    const { text, headers } = await ask(`${served.url}d/${DASHBOARD.metadata.name}/x`, {
      headers: { cookie: 'mine=1', accept: 'text/html' },
    });
    const here = new URL(served.url).origin;
    expect(text).toBe(
      `<script>{"appUrl":"${here}/grafana/","other":"${here.replaceAll('/', String.raw`\/`)}"}</script>`,
    );
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(grafana.asked[0]?.headers).not.toHaveProperty('cookie');
  });

  it('answers for a dashboard of the project in each form, without asking Grafana', async () => {
    const { name } = DASHBOARD.metadata;
    expect(await json(api('v2', name))).toMatchObject({ kind: 'Dashboard', spec: DASHBOARD.spec });
    expect(await json(api('v2beta1', name, '/dto'))).toMatchObject({
      kind: 'DashboardWithAccessInfo',
      apiVersion: 'dashboard.grafana.app/v2beta1',
      access: { canSave: false, canEdit: true },
    });
    expect(await json(api('v1beta1', name))).toMatchObject({ spec: { title: 'Classic' } });
    expect(await json(`api/dashboards/uid/${name}`)).toMatchObject({
      dashboard: { title: 'Classic', uid: name },
      meta: { canSave: false },
    });
    expect(await json(`api/dashboards/uid/${CLASSIC.metadata.name}`)).toMatchObject({ dashboard: CLASSIC.spec });
    expect(await json(api('v2', CLASSIC.metadata.name))).toHaveProperty('spec.elements');
    expect(grafana.asked).toEqual([]);
  });

  it('passes every other read on with credentials of its own, and queries too', async () => {
    expect(await json(api('v2', 'of-somebody-else'))).toMatchObject({ from: 'grafana' });
    const { status } = await ask(`${served.url}api/ds/query?ds_type=prometheus`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Basic x', host: new URL(served.url).host },
      body: '{"queries":[]}',
    });
    expect(status).toBe(200);
    expect(grafana.asked.at(-1)).toMatchObject({
      line: 'POST /grafana/api/ds/query?ds_type=prometheus',
      headers: { authorization: 'Bearer reader', origin: grafana.url.origin, host: grafana.url.host },
      body: '{"queries":[]}',
    });
  });

  it('refuses everything that writes, and requests of others, before Grafana hears of it', async () => {
    const write = { method: 'PUT', body: '{}' };
    const refused = await ask(`${served.url}${api('v2', DASHBOARD.metadata.name)}`, write);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('writes nothing to Grafana');
    expect((await ask(served.url, { headers: { host: 'evil.example.com' } })).status).toBe(403);
    const other = { method: 'POST', headers: { origin: 'https://evil.example.com' } };
    expect((await ask(`${served.url}api/ds/query`, other)).status).toBe(403);
    expect(grafana.asked).toEqual([]);
  });

  it('leads to its own address, and to the sub-path', async () => {
    expect((await ask(served.url)).headers.location).toBe(`${served.url}dashboards`);
    expect((await ask(new URL('/', served.url).href)).headers.location).toBe('/grafana/');
  });

  it('shows what was loaded again', async () => {
    served.update([{ ...DASHBOARD, spec: { title: 'New', elements: {} } }]);
    expect(await json(api('v2', DASHBOARD.metadata.name))).toMatchObject({
      spec: { title: 'New' },
      metadata: { generation: 2 },
    });
  });

  it('says when Grafana cannot be reached', async () => {
    await grafana.close();
    const { status, text } = await ask(`${served.url}api/search`);
    expect(status).toBe(502);
    expect(text).toContain(`${grafana.url.origin}/grafana cannot be reached`);
    expect(text).not.toContain('reader');
  });
});
