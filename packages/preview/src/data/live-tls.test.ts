import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveData } from './live.ts';

const canSign = spawnSync('openssl', ['version']).status === 0 || process.env['CI'] === 'true';
if (!canSign) console.warn('tests of an own authority are skipped: there is no openssl');

describe.skipIf(!canSign)('a server whose certificate an own authority signed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-tls-'));
  let server: Server;
  let url = '';

  function openssl(...args: readonly string[]): void {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  const keyed = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

  beforeAll(async () => {
    openssl('req', '-x509', ...keyed, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Authority', '-days', '2');
    openssl('req', ...keyed, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
    writeFileSync(join(folder, 'san'), 'subjectAltName=IP:127.0.0.1');
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'san', '-days', '2'];
    openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem');
    const [key, cert] = ['server.key', 'server.pem'].map((name) => readFileSync(join(folder, name)));
    server = createServer({ key, cert }, (request, response) => {
      if (request.url?.endsWith('/rules') === true) return;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"success","data":[]}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  function ask(options: { readonly ca?: Buffer; readonly timeout?: number }, path = 'labels') {
    const { signal } = new AbortController();
    return liveData({ url, ...options }).answer({ datasource: '', path, parameters: new URLSearchParams(), signal });
  }

  it('is read with the certificate of that authority', async () => {
    const answer = await ask({ ca: readFileSync(join(folder, 'ca.pem')) });
    expect(answer).toEqual({ status: 200, body: '{"status":"success","data":[]}' });
  });

  it('is not read without, and the message says what to do', async () => {
    expect((await ask({})).body).toMatchObject({
      error: `${url} cannot be read: nobody known signed its certificate: name the authority's in \`caFile\` of the destination`,
    });
  });

  it('gets as long as the destination says', async () => {
    const answer = await ask({ ca: readFileSync(join(folder, 'ca.pem')), timeout: 50 }, 'rules');
    expect(answer.body).toMatchObject({ errorType: 'timeout', error: `${url} did not answer within 0.05 s` });
  });
});
