import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpClient } from './client.ts';
import { asWrite } from './under-way.ts';

/** A server that answers slowly, a client of it that `stop` stops, and what was asked. */
async function slowServer(status = 200) {
  const asked: string[] = [];
  const stop = new AbortController();
  const server = createServer((request, response) => {
    asked.push(request.method ?? '');
    setTimeout(() => response.writeHead(status).end(), 50);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a server that listens on a port says
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createHttpClient({ url, signal: stop.signal });
  onTestFinished(async () => {
    await client.close();
    server.close();
  });
  return { asked, stop, client };
}

test('a write that was sent when the run is stopped is read back', async () => {
  const { asked, stop, client } = await slowServer();
  const write = { isSent: false };
  await asWrite(write, async () => {
    const sent = client.request('POST', '/x', { json: 1 });
    setTimeout(() => stop.abort(), 10);
    await sent;
    await client.request('GET', '/x');
  });
  expect([asked, write]).toEqual([['POST', 'GET'], { isSent: true }]);
});

test('a write of which only a rehearsal was sent goes no further', async () => {
  const { asked, stop, client } = await slowServer();
  const write = { isSent: false };
  const running = asWrite(write, async () => {
    const rehearsed = client.request('POST', '/x', { json: 1, isRehearsal: true });
    setTimeout(() => stop.abort(), 10);
    await rehearsed;
    await client.request('POST', '/x', { json: 1 });
  });
  await expect(running).rejects.toMatchObject({ refusal: 'interrupted' });
  expect([asked, write]).toEqual([['POST'], { isSent: false }]);
});

test('a write whose answer is none is not sent again by a stopped run, which says what was answered', async () => {
  const { asked, stop, client } = await slowServer(503);
  const write = { isSent: false };
  setTimeout(() => stop.abort(), 10);
  const running = asWrite(write, () => client.request('PUT', '/x'));
  await expect(running).rejects.toMatchObject({
    refusal: 'interrupted',
    message: 'PUT /x answered 503; stopped before it was asked again',
  });
  expect([asked, write]).toEqual([['PUT'], { isSent: true }]);
});
