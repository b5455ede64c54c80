import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createHttpClient, type HttpOptions } from './client.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that gives each request the next answer (the last one again and again), and what it was asked. */
async function serve(...answers: Answer[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answers[Math.min(asked.length, answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (options: Partial<HttpOptions> = {}) => {
    const made = createHttpClient({ url, random: () => 0, ...options });
    closers.push(made.close);
    return made;
  };
  return { url, asked, client };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const lost: Answer = (request) => request.socket.destroy();
const truncated: Answer = (_request, response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"a":');
  setTimeout(() => response.destroy(), 5);
};

test('sends what it is given below the base address, and reads JSON', async () => {
  let seen: string | undefined;
  const { client, asked } = await serve((request, response) => {
    seen = request.headers.authorization;
    json(200, { a: 1 })(request, response);
  });
  const answer = await client({ headers: { authorization: 'Bearer t' } }).request('GET', '/x', {
    query: { n: ['1', '2'], none: undefined },
  });
  expect([answer.json, asked, seen]).toEqual([{ a: 1 }, ['GET /x?n=1&n=2'], 'Bearer t']);
});

test.each<[string, Answer]>([
  ['503', json(503, {})],
  ['429 with a wait', json(429, {}, { 'retry-after': '0' })],
  ['a lost connection', lost],
  ['a truncated body', truncated],
])('%s is tried again', async (_name, problem) => {
  const { client, asked } = await serve(problem, json(200, 'done'));
  const waits: string[] = [];
  const answer = await client({ onWait: (text) => waits.push(text) }).request('PUT', '/x', { json: {} });
  expect([answer.json, asked.length, waits.length]).toEqual(['done', 2, 1]);
});

test('the wait the server asks for is kept', async () => {
  const { client } = await serve(json(429, {}, { 'retry-after': '1' }), json(200, 'done'));
  const begun = performance.now();
  await client().request('GET', '/x');
  expect(performance.now() - begun).toBeGreaterThan(990);
});

test('a refusal is not tried again and keeps the server’s words', async () => {
  const { client, asked } = await serve(json(422, { kind: 'Status', message: 'spec.title: is empty' }));
  await expect(client().request('POST', '/x', { json: {} })).rejects.toMatchObject({
    refusal: 'refused',
    status: 422,
    message: 'spec.title: is empty',
  });
  expect(asked).toHaveLength(1);
});

test('what must not be sent twice is sent once', async () => {
  const { client, asked } = await serve(lost);
  await expect(client().request('POST', '/x', { repeatable: false })).rejects.toMatchObject({ refusal: 'unavailable' });
  expect(asked).toHaveLength(1);
});

test('a secret in the path of one request is not shown, neither in its error nor while it waits', async () => {
  const { client } = await serve(json(503, {}, { 'retry-after': '0' }), json(404, {}));
  const waits: string[] = [];
  const failed = client({ onWait: (text) => waits.push(text) }).request('GET', '/x/uu1d', { secrets: ['uu1d'] });
  await expect(failed).rejects.toMatchObject({ message: 'GET /x/*** answered 404' });
  expect(waits[0]).toMatch(/^GET \/x\/\*{3} answered 503/);
});

test('a secret in an answer is not shown', async () => {
  const { client } = await serve(json(401, { message: 'token s3cret is expired' }));
  const failed = client({ secrets: ['s3cret'] }).request('GET', '/x');
  await expect(failed).rejects.toMatchObject({ message: 'token *** is expired', refusal: 'unauthorised' });
});

test('refused credentials: the variables that hold them and the address, never the value', async () => {
  const { client, url } = await serve(json(401, { message: 'Invalid API key' }), json(403, { message: 'no' }));
  const asked = client({ secrets: ['s3cret'], variables: ['USER_NAME', 'PASSWORD'] });
  await expect(asked.request('GET', '/x')).rejects.toMatchObject({
    message: 'Invalid API key',
    fix: `look at USER_NAME and PASSWORD: are they still valid, and meant for ${url}?`,
  });
  await expect(asked.request('GET', '/x')).rejects.toMatchObject({
    fix: `look at what USER_NAME and PASSWORD may do at ${url}`,
  });
});

test('a short secret leaves the address readable', async () => {
  const { client, url } = await serve(lost);
  const failed = client({ secrets: ['1'] }).request('GET', '/x', { repeatable: false });
  await expect(failed).rejects.toThrow(`${url}: `);
});

test('a redirect is not followed', async () => {
  const { client } = await serve(json(302, {}, { location: 'https://elsewhere.example.com/login' }));
  await expect(client().request('GET', '/x')).rejects.toThrow('is moved to https://elsewhere.example.com/login');
});

test('no server: the address and the reason', async () => {
  const { url, client } = await serve(json(200, {}));
  await closers[0]?.();
  const stop = new AbortController();
  const waits: string[] = [];
  const failed = client({
    signal: stop.signal,
    onWait: (text) => {
      waits.push(text);
      stop.abort();
    },
  }).request('GET', '/x');
  await expect(failed).rejects.toMatchObject({ refusal: 'interrupted' });
  expect(waits[0]).toMatch(`${url}: connect ECONNREFUSED`);
});

const slow: Answer = (request, response) => setTimeout(() => json(200, 'done')(request, response), 100);

test('stopping ends a read, waits for a write that is under way, and begins no other', async () => {
  const { client } = await serve(slow);
  const stop = new AbortController();
  const stopped = client({ signal: stop.signal });
  const [write, read] = [stopped.request('PUT', '/x', { json: 1 }), stopped.request('GET', '/x')];
  setTimeout(() => stop.abort(), 20);
  await expect(read).rejects.toMatchObject({ refusal: 'interrupted' });
  expect((await write).json).toBe('done');
  await expect(stopped.request('PUT', '/x')).rejects.toMatchObject({ refusal: 'interrupted' });
});

test('a request that takes too long is given up', async () => {
  const { client } = await serve(() => {});
  const failed = client({ timeout: '50ms' }).request('GET', '/x', { repeatable: false });
  await expect(failed).rejects.toThrow('no answer in time');
});

test('proxies of the environment are used', async () => {
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => proxy.close(() => resolve())));
  vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  const proxied = createHttpClient({ url: 'http://grafana.invalid' });
  vi.unstubAllEnvs();
  closers.push(proxied.close);
  await expect(proxied.request('GET', '/x', { repeatable: false })).rejects.toMatchObject({ refusal: 'unavailable' });
  expect(tunnels).toEqual(['grafana.invalid:80']);
});
