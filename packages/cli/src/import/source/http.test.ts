import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { get } from './http.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/metrics`);
}

async function read(
  url: URL,
  { headers = {}, timeout = 5_000 }: { headers?: Record<string, string>; timeout?: number } = {},
): Promise<string> {
  const { body } = await get(url, { headers, timeout });
  let text = '';
  for await (const chunk of body) text += Buffer.from(chunk).toString();
  return text;
}

test('headers are sent, and the credentials of an address as the header they are', async () => {
  const url = await serve(({ headers }, response) =>
    response.end([headers['x-scope-orgid'], headers.authorization].join(' ')),
  );
  expect(await read(url, { headers: { 'x-scope-orgid': 'shop' } })).toBe('shop ');
  url.username = 'me';
  url.password = 'p%40ss';
  expect(await read(url)).toBe(` Basic ${Buffer.from('me:p@ss').toString('base64')}`);
});

test('messages name neither password nor query', async () => {
  const url = await serve((_, response) => response.writeHead(403).end());
  url.password = 'hunter2';
  url.search = '?token=hunter2';
  await expect(read(url)).rejects.toThrow(
    new RegExp(`^http://127.0.0.1:${url.port}/metrics\\?… answers 403 Forbidden$`),
  );
});

test('redirects are followed on one host and refused to another', async () => {
  const other = await serve((_, response) => response.end('secret of another host'));
  const url = await serve(({ url: path }, response) => {
    if (path === '/metrics') response.writeHead(302, { location: '/real' }).end();
    else if (path === '/real') response.end('up 1');
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else response.writeHead(302, { location: other.href }).end();
  });
  expect(await read(url)).toBe('up 1');
  await expect(read(new URL('/away', url))).rejects.toThrow('redirects to another host');
  await expect(read(new URL('/loop', url))).rejects.toThrow('redirects in circles');
});

test('a server that never answers, and one that stops in the middle', async () => {
  const silent = await serve(() => undefined);
  await expect(read(silent, { timeout: 100 })).rejects.toThrow('no answer within 0.1 s');
  const stuck = await serve((_, response) => void response.write('up 1\n'));
  await expect(read(stuck, { timeout: 100 })).rejects.toThrow('broke off: no answer within 0.1 s');
  const cut = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('up 1\n');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(read(cut)).rejects.toThrow('broke off');
});

test('nothing listens', async () => {
  const url = await serve(() => undefined);
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  await expect(read(url)).rejects.toThrow('nothing listens there');
});
