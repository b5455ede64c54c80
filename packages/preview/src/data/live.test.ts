import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { canSign, signedServer } from '../fixtures/signed-server.ts';
import type { ApiAnswer } from '../prometheus/answer.ts';
import { liveData, type LiveDataOptions } from './live.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** A server that answers each request in one way and remembers it. */
async function server(
  answer: (response: ServerResponse) => void,
): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const listening = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body });
      answer(response);
    });
  });
  open.push(() => {
    listening.closeAllConnections();
    listening.close();
  });
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  const address = listening.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, seen };
}

const GOOD = '{"status":"success","data":{"resultType":"vector","result":[]}}';
const good = (response: ServerResponse): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(GOOD);

function ask(
  options: LiveDataOptions,
  path = 'query',
  parameters: Record<string, string> = { query: 'up' },
): Promise<ApiAnswer> {
  const { signal } = new AbortController();
  return liveData(options).answer({ datasource: 'p', path, parameters: new URLSearchParams(parameters), signal });
}

it('passes the answer on as it is', async () => {
  const { url, seen } = await server(good);
  expect(await ask({ url: `${url}/prometheus/` })).toEqual({ status: 200, body: GOOD });
  expect(seen).toMatchObject([{ method: 'POST', url: '/prometheus/api/v1/query', body: 'query=up' }]);
});

it('an error of the server too', async () => {
  const error = '{"status":"error","errorType":"bad_data","error":"no"}';
  const { url } = await server(
    (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(error),
  );
  expect(await ask({ url })).toEqual({ status: 400, body: error });
});

it('reads what takes no body with GET', async () => {
  const { url, seen } = await server(good);
  await ask({ url }, 'label/job/values', { 'match[]': 'up' });
  expect(seen).toMatchObject([{ method: 'GET', url: '/api/v1/label/job/values?match%5B%5D=up', body: '' }]);
});

it('sends credentials, and shows none', async () => {
  const { url, seen } = await server(good);
  const withUser = url.replace('http://', 'http://reader:se%40cret@');
  expect(liveData({ url: withUser }).describe()).toEqual({ kind: 'live', url });
  await ask({ url: withUser, headers: { 'x-scope-orgid': 'shop' } });
  expect(seen[0]?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from('reader:se@cret').toString('base64')}`,
    'x-scope-orgid': 'shop',
  });
  await ask({ url, headers: { authorization: 'Bearer t' } });
  expect(seen[1]?.headers.authorization).toBe('Bearer t');
  const answer = await ask({ url: 'http://reader:secret@127.0.0.1:1' });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

it.each([
  [
    'redirects',
    (response: ServerResponse) => void response.writeHead(302, { location: '/login' }).end(),
    'it leads elsewhere',
  ],
  [
    'wants credentials',
    (response: ServerResponse) => void response.writeHead(401).end(),
    'it answers 401: give credentials',
  ],
  [
    'is no Prometheus',
    (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    'it answers 200 and no JSON',
  ],
  [
    'answers too much',
    (response: ServerResponse) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(200)),
    'its answer is longer than 100 bytes',
  ],
])('a server that %s', async (_, answer, expected) => {
  const { url } = await server(answer);
  const { status, body } = await ask({ url, mostBytes: 100 });
  expect(status).toBe(502);
  expect(body).toMatchObject({
    status: 'error',
    errorType: 'unavailable',
    error: expect.stringContaining(`${url} cannot be read: ${expected}`) as string,
  });
});

it('a server that is not there', async () => {
  const { url } = await server(good);
  open.splice(0).forEach((close) => close());
  const error = `${url} cannot be read: nothing listens there`;
  expect(await ask({ url })).toMatchObject({ status: 502, body: { error } });
});

it('a server that does not answer', async () => {
  const { url } = await server(() => undefined);
  expect(await ask({ url, timeout: 50 })).toEqual({
    status: 503,
    body: { status: 'error', errorType: 'timeout', error: `${url} did not answer within 0.05 s` },
  });
});

/** Answers everything but rules, which it never does. */
async function signed() {
  const { ca, ...own } = signedServer();
  const listening = createTlsServer(own, (request, response) => {
    if (request.url?.endsWith('/rules') !== true) good(response);
  });
  open.push(() => {
    listening.closeAllConnections();
    listening.close();
  });
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  return { ca, url: `https://127.0.0.1:${(listening.address() as AddressInfo).port}` };
}

describe.skipIf(!canSign)('a server whose certificate an own authority signed', () => {
  it('is read with the certificate of that authority', async () => {
    expect(await ask(await signed())).toEqual({ status: 200, body: GOOD });
  });

  it('is not read without, and the message says what to do', async () => {
    const { url } = await signed();
    expect((await ask({ url })).body).toMatchObject({
      error: `${url} cannot be read: nobody known signed its certificate: name the authority's in \`caFile\` of the destination`,
    });
  });

  it('gets as long as the destination says', async () => {
    const { url, ca } = await signed();
    const answer = await ask({ url, ca, timeout: 50 }, 'rules', {});
    expect(answer.body).toMatchObject({ errorType: 'timeout', error: `${url} did not answer within 0.05 s` });
  });
});
