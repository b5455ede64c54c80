import { environments } from '@binnacle/model';
import { readRecording, recordedData, serve, type Preview } from '@binnacle/preview';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMetrics, startLoaded, type Loaded } from '../differential/prometheus.ts';
import type { Series } from '../differential/samples.ts';
import { reasonToSkip } from '../exporters/programs.ts';

const CLOCK = { start: 1_700_000_000_000, interval: 15_000 };
const SAMPLES = 240;
const END = 1_700_000_000 + 3590;
const AT = { time: String(END) };
const OVER = { start: String(END - 1800), end: String(END), step: '60' };

const values = (of: (i: number) => number | undefined): Series['values'] =>
  Array.from({ length: SAMPLES }, (_, i) => of(i));
const SERIES: readonly Series[] = [
  { name: 'shop_requests_total', labels: { job: 'shop', code: '200' }, values: values((i) => i * 64) },
  // Begins anew in the middle.
  { name: 'shop_requests_total', labels: { job: 'shop', code: '500' }, values: values((i) => (i < 120 ? i : i - 120)) },
  { name: 'shop_temperature', labels: { job: 'shop', room: 'a "b"\\c' }, values: values((i) => 20 + (i % 8) / 4) },
  { name: 'shop_tiny', labels: { job: 'shop' }, values: values((i) => (i + 1) * 2 ** -40) },
  { name: 'shop_huge', labels: { job: 'shop' }, values: values((i) => (i + 1) * 2 ** 80) },
  { name: 'shop_gaps', labels: { job: 'shop' }, values: values((i) => (i % 60 < 30 ? i : undefined)) },
  ...['0.5', '1', '+Inf'].map((le, b): Series => ({
    name: 'shop_seconds_bucket',
    labels: { job: 'shop', le },
    values: values((i) => i * (b + 1)),
  })),
  { name: 'up', labels: { job: 'shop', instance: 'a:80' }, values: values(() => 1) },
  { name: 'up', labels: { job: 'other', instance: 'b:80' }, values: values(() => 0) },
];

/** Requests that both answer, and must answer alike to the last byte of their data. */
const ALIKE: readonly (readonly [path: string, parameters: Readonly<Record<string, string | readonly string[]>>])[] = [
  ['query', { query: 'up', ...AT }],
  ['query', { query: 'sum by (code) (increase(shop_requests_total[16m]))', ...AT }],
  ['query', { query: 'shop_requests_total[1m]', ...AT }],
  ['query', { query: '-shop_requests_total / 0', ...AT }],
  ['query', { query: 'shop_tiny * 0 / 0', ...AT }],
  ['query', { query: 'shop_tiny', ...AT }],
  ['query', { query: 'shop_huge', ...AT }],
  ['query', { query: 'up * -0', ...AT }],
  ['query', { query: '1 + 1', ...AT }],
  ['query', { query: '"text"', ...AT }],
  ['query', { query: 'scalar(up{job="shop"})', ...AT }],
  ['query', { query: 'vector(1e300 * 1e300)', ...AT }],
  ['query', { query: 'up{job="nobody"}', ...AT }],
  ['query', { query: 'shop_temperature', time: '2023-11-14T22:43:20Z' }],
  ['query', { query: 'shop_temperature', time: '1700000100.123' }],
  ['query', { query: 'topk(1, up)', ...AT }],
  ['query_range', { query: 'rate(shop_requests_total{code="200"}[4m])', ...OVER }],
  ['query_range', { query: 'shop_gaps', ...OVER }],
  ['query_range', { query: 'up == 1', ...OVER, step: '5m' }],
  ['query_range', { query: 'time()', ...OVER }],
  ['query_range', { query: 'shop_temperature > 21', ...OVER, start: '1700001000.5' }],
  ['series', { 'match[]': ['up', 'shop_seconds_bucket{le="1"}'], start: String(END - 3000), end: String(END) }],
  ['series', { 'match[]': '{job="shop",__name__=~"shop_t.*"}', start: String(END - 3000), end: String(END) }],
  ['labels', { start: String(END - 3000), end: String(END) }],
  ['labels', { 'match[]': 'shop_seconds_bucket', start: String(END - 3000), end: String(END) }],
  ['label/job/values', { start: String(END - 3000), end: String(END) }],
  ['label/__name__/values', { start: String(END - 3000), end: String(END) }],
  ['label/room/values', { 'match[]': 'shop_temperature', start: String(END - 3000), end: String(END) }],
  ['label/nothing/values', { start: String(END - 3000), end: String(END) }],
];

/** Requests that both refuse: with the same status and kind of error, in words of their own. */
const REFUSED: typeof ALIKE = [
  ['query', { query: 'sum(', ...AT }],
  ['query', { query: '', ...AT }],
  ['query', { query: 'up', time: 'yesterday' }],
  ['query', { query: 'up + on () up', ...AT }],
  ['query', { query: 'sum(up[5m])', ...AT }],
  ['query_range', { query: 'up', start: '2', end: '1', step: '1' }],
  ['query_range', { query: 'up', start: '0', end: '100000', step: '1' }],
  ['query_range', { query: 'up', start: '0', end: '10', step: '0' }],
  ['query_range', { query: 'up', start: '0', end: '10', step: 'often' }],
  ['query_range', { query: 'up', end: '10', step: '1' }],
  ['series', {}],
  ['series', { 'match[]': 'rate(up[5m])' }],
  ['labels', { 'match[]': 'up{' }],
];

type Parameters = Readonly<Record<string, string | readonly string[]>>;

function encoded(parameters: Parameters): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  return form;
}

const reason = reasonToSkip(['prometheus', 'promtool']);

describe.skipIf(reason !== undefined)(
  `the preview's API beside Prometheus's, on the same samples${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    let loaded: Loaded | undefined;
    let preview: Preview | undefined;

    beforeAll(async () => {
      loaded = await startLoaded(SERIES, CLOCK);
      const recording = readRecording(openMetrics(SERIES, CLOCK), { now: END * 1000, shift: false });
      const [environment] = environments({
        project: 'shop',
        environments: { test: { prometheus: { version: '2.42' } } },
      });
      if (environment === undefined) throw new Error('an environment is made of its configuration');
      const state = { name: 'shop', environment, environments: ['test'], resources: [], findings: [], root: '/' };
      const data = recordedData({ file: 'samples.om', recording, now: () => END * 1000 });
      preview = await serve(state, { page: '/nowhere', data, port: 0 });
    }, 60_000);

    afterAll(async () => {
      await preview?.close();
      await loaded?.stop();
    });

    async function both(path: string, parameters: Parameters, method: 'GET' | 'POST') {
      const form = encoded(parameters);
      const bases = [`${preview?.url ?? ''}api/prometheus/prometheus`, loaded?.url ?? ''];
      return Promise.all(
        bases.map(async (base) => {
          const address = `${base}/api/v1/${path}`;
          const response =
            method === 'GET'
              ? await fetch(`${address}?${form.toString()}`)
              : await fetch(address, { method: 'POST', body: form });
          return { status: response.status, body: (await response.json()) as { readonly errorType?: string } };
        }),
      );
    }

    it.each(ALIKE)('%s %j', async (path, parameters) => {
      const [own, other] = await both(path, parameters, 'GET');
      expect(other?.status).toBe(200);
      expect(own).toEqual(other);
      const posted = path.startsWith('label/') ? undefined : await both(path, parameters, 'POST');
      expect(posted?.[0] ?? own).toEqual(own);
    });

    it.each(REFUSED)('%s %j is refused', async (path, parameters) => {
      const [own, other] = await both(path, parameters, 'GET');
      expect(own?.status).not.toBe(200);
      expect([own?.status, own?.body.errorType]).toEqual([other?.status, other?.body.errorType]);
    });
  },
);
