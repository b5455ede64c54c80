import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, environments } from '@binnacle/model';
import { afterAll, describe, expect, it } from 'vitest';
import { type DataFlags, dataOf } from './data.ts';

const folder = mkdtempSync(join(tmpdir(), 'binnacle-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

function environment(destinations: object = {}): Environment {
  const [made] = environments({ project: 'shop', environments: { production: { destinations } } });
  if (made === undefined) throw new Error('an environment is made of its configuration');
  return made;
}

const flags = (about: Partial<DataFlags>): DataFlags => ({
  data: 'sample',
  seed: 1,
  incident: [],
  header: [],
  ...about,
});
const described = (about: Partial<DataFlags>, of = environment(), env = {}): unknown =>
  dataOf(flags(about), { environment: of, root: folder }, env).describe();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('where samples come from', () => {
  it('the contracts', () => {
    expect(described({ seed: 7 })).toEqual({ kind: 'sample', seed: 7, incidents: { kinds: [], services: [], on: [] } });
  });

  it('a server', () => {
    expect(described({ data: 'https://prometheus.example.com/sub/' })).toEqual({
      kind: 'live',
      url: 'https://prometheus.example.com/sub',
    });
  });

  it('the server of the environment', () => {
    const prometheus = { url: 'https://p.example.com', rulesFolder: 'rules' };
    const mimir = { url: 'https://m.example.com/', tenant: 'shop' };
    expect(described({ data: 'live' }, environment({ prometheus }))).toEqual({
      kind: 'live',
      url: 'https://p.example.com',
    });
    expect(described({ data: 'live' }, environment({ mimir }))).toEqual({
      kind: 'live',
      url: 'https://m.example.com/prometheus',
    });
  });

  it('the server of the environment, for as long as its `timeout` says', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const prometheus = { url, rulesFolder: 'rules', timeout: '50ms' };
    const data = dataOf(flags({ data: 'live' }), { environment: environment({ prometheus }), root: folder }, {});
    const asked = {
      datasource: '',
      path: 'labels',
      parameters: new URLSearchParams(),
      signal: new AbortController().signal,
    };
    expect((await data.answer(asked)).body).toMatchObject({ error: `${url} did not answer within 0.05 s` });
    silent.closeAllConnections();
    silent.close();
  });

  it('a file', () => {
    const path = file('samples.om', 'up 1 1700000000\n# EOF\n');
    expect(described({ data: path })).toEqual({
      kind: 'recorded',
      file: 'samples.om',
      from: 1_700_000_000_000,
      to: 1_700_000_000_000,
    });
    const [before, moved] = [Date.now(), described({ data: path, shift: true }) as { readonly to: number }];
    expect(moved.to).toBeGreaterThanOrEqual(before - 1);
  });
});

describe('what is none says so', () => {
  const prometheus = { url: 'https://p.example.com', rulesFolder: 'rules', tokenEnv: 'PROMETHEUS_TOKEN' };
  it.each([
    ['a file that is not there', () => ({ data: 'none.om' }), '--data none.om: there is no such file'],
    ['a folder', () => ({ data: folder }), `--data ${folder}: it is a folder`],
    ['a file of something else', () => ({ data: file('wrong.om', 'up{ 1\n') }), 'line 1, column '],
    ['a broken address', () => ({ data: 'http://' }), '--data http:// is no address'],
    [
      'an environment without server',
      () => ({ data: 'live' }),
      '--data live: production does not say where its Prometheus is',
    ],
    ['an incident in what is real', () => ({ data: 'live', incident: ['shop.down'] }), '--incident is for sample data'],
    [
      'a header that is none',
      () => ({ data: 'http://localhost:9090', header: ['X-Scope-OrgID'] }),
      '--header "X-Scope-OrgID" is no header',
    ],
  ] as const)('%s', (_, about, message) => {
    expect(() => described(about())).toThrow(message);
  });

  it('certificates that are not there', () => {
    const caFile = 'none.pem';
    expect(() =>
      described({ data: 'live' }, environment({ prometheus: { ...prometheus, tokenEnv: undefined, caFile } })),
    ).toThrow('none.pem cannot be read: ');
  });

  it('credentials that are not there', () => {
    expect(() => described({ data: 'live' }, environment({ prometheus }))).toThrow(
      'the environment variable PROMETHEUS_TOKEN is not set',
    );
    expect(described({ data: 'live' }, environment({ prometheus }), { PROMETHEUS_TOKEN: 'x' })).toEqual({
      kind: 'live',
      url: 'https://p.example.com',
    });
  });
});
