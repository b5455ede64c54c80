import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { Observation } from '../observed.ts';
import { readPrometheus, type Selection } from './prometheus.ts';
import { readSource } from './source.ts';

const HTTP = { headers: {}, timeout: 5_000 };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const SERIES: Readonly<Record<string, readonly object[]>> = {
  shop_orders_total: [
    { instance: 'a:1', job: 'shop', env: 'prod', channel: 'web' },
    { instance: 'a:1', job: 'shop', env: 'prod', channel: 'app' },
    { instance: 'b:1', job: 'shop', env: 'prod', channel: 'phone' },
  ],
  shop_seconds_count: [{ instance: 'a:1', job: 'shop', env: 'prod', route: '/}"{' }],
  shop_native_seconds: [{ instance: 'a:1', job: 'shop', env: 'prod' }],
  shop_gc_seconds_count: [{ instance: 'a:1', job: 'shop', env: 'prod' }],
};
const NAMES = [
  ...Object.keys(SERIES),
  'shop_seconds_bucket',
  'shop_seconds_sum',
  'shop_gc_seconds',
  'shop_gc_seconds_sum',
  'up',
  'scrape_duration_seconds',
  'job:shop:rate5m',
];
const METADATA = {
  shop_orders_total: [{ type: 'counter', help: 'Orders.', unit: '' }],
  shop_seconds: [{ type: 'histogram', help: 'Time.', unit: 'seconds' }],
  shop_native_seconds: [
    { type: 'gauge', help: 'Of another job.', unit: '' },
    { type: 'histogram', help: 'Native.', unit: '' },
  ],
  shop_gc_seconds: [{ type: 'summary', help: 'Pauses.', unit: '' }],
};
const TARGETS = {
  activeTargets: [
    { labels: { instance: 'a:1', job: 'shop', env: 'prod' } },
    { labels: { instance: 'c:1', job: 'other', zone: 'x' } },
  ],
};

/** A server with as much of the API as an import asks for; `asked` collects the queries. */
async function prometheus(asked: string[] = []): Promise<URL> {
  server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    const match = searchParams.get('match[]') ?? '';
    const name = /__name__="(\w+)"/.exec(match)?.[1] ?? '';
    asked.push(`${pathname} ${match}`.trim());
    const data: Readonly<Record<string, unknown>> = {
      '/prom/api/v1/label/__name__/values': match.includes('nobody') ? [] : NAMES,
      '/prom/api/v1/label/job/values': ['other', 'shop'],
      '/prom/api/v1/label/le/values': ['+Inf', '0.5', '1.0'],
      '/prom/api/v1/label/quantile/values': ['0.5', '0.99'],
      '/prom/api/v1/metadata': METADATA,
      '/prom/api/v1/targets': TARGETS,
      '/prom/api/v1/targets/metadata': [{ type: 'histogram', help: 'Native.', unit: '' }],
      '/prom/api/v1/series': (SERIES[name] ?? []).map((labels) => ({ __name__: name, ...labels })),
    };
    if (data[pathname] === undefined) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ status: 'success', data: data[pathname] }));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/prom/`);
}

async function read(selection: Selection, asked: string[] = []): Promise<Observation> {
  return readPrometheus(await prometheus(asked), selection, HTTP);
}

test('families of a job, with the labels of the metrics and not of the scrape', async () => {
  const { families, targetLabels } = await read({ job: 'shop' });
  expect(targetLabels).toEqual(['env', 'instance', 'job']);
  expect(families.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'shop_gc_seconds summary',
    'shop_native_seconds histogram',
    'shop_orders_total counter',
    'shop_seconds histogram',
  ]);
  const [gc, native, orders, seconds] = families;
  expect(gc?.quantiles).toEqual([0.5, 0.99]);
  expect([native?.native, native?.help]).toEqual([true, 'Native.']);
  expect([...(orders?.labels ?? [])]).toEqual([
    ['channel', { values: new Set(['web', 'app', 'phone']), overflowed: false, perInstance: 2 }],
  ]);
  expect([seconds?.unit, seconds?.buckets, seconds?.native]).toEqual(['seconds', [0.5, 1], false]);
  expect([...(seconds?.labels.get('route')?.values ?? [])]).toEqual(['/}"{']);
});

test('every series asked for is limited to the job, and nothing is queried', async () => {
  const asked: string[] = [];
  await read({ job: 'shop' }, asked);
  expect(asked.filter((request) => request.includes('match'))).toEqual([]);
  expect(
    asked
      .filter((request) => /series|__name__\/values/.test(request))
      .every((request) => request.includes('job="shop"')),
  ).toBe(true);
  expect(asked.some((request) => request.includes('/query'))).toBe(false);
});

test('label matchers instead of a job', async () => {
  expect((await read({ match: '{job=~"shop|other", env="prod"}' })).families).toHaveLength(4);
  await expect(read({ match: 'shop_orders_total{a="b"}' })).rejects.toThrow('--match shop_orders_total{a="b"}');
  await expect(read({ match: 'job=' })).rejects.toThrow('--match job=');
});

test('without a selection, the jobs to choose from', async () => {
  const url = await prometheus();
  await expect(readSource(url.href, {}, HTTP)).rejects.toMatchObject({
    message: `http://${url.host}/prom/ is a Prometheus: say what of it belongs to the service`,
    fix: 'add --job, one of other, shop; or --match with label matchers',
  });
});

test('a job without series, and a server that is no Prometheus', async () => {
  await expect(read({ job: 'nobody' })).rejects.toThrow('has no series with job="nobody" in the last hour');
  const url = await prometheus();
  await expect(readPrometheus(new URL('/elsewhere', url), { job: 'shop' }, HTTP)).rejects.toThrow(
    'did not answer as a Prometheus does',
  );
});

test('a web page is called one, wherever its server answers', async () => {
  const url = await prometheus();
  await expect(readSource(new URL('/login', url).href, {}, HTTP)).rejects.toMatchObject({
    message: `http://${url.host}/login is an HTML page, not metrics: a login page, or a wrong path`,
  });
});
