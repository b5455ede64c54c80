import { expect, test } from 'vitest';
import type { ObservedFamily } from '../observed.ts';
import type { Format } from '@binnacle/promql/exposition';
import { readExposition } from './read.ts';

/** The text in pieces of a few bytes, as a slow server sends it. */
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

async function* binary(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('up 1\n');
  yield Buffer.from([0xff, 0xfe, 0x0a]);
}

async function read(text: string, format: Format = 'text'): Promise<Record<string, ObservedFamily>> {
  const { families } = await readExposition(pieces(text), 'test', format);
  return Object.fromEntries(families.map((family) => [family.name, family]));
}

function labels(family: ObservedFamily | undefined): Record<string, string[]> {
  return Object.fromEntries(Array.from(family?.labels ?? [], ([name, { values }]) => [name, [...values]]));
}

test('a counter and a gauge, with help in another script cut between pieces', async () => {
  const families = await read(`# HELP shop_orders_total Bestellungen für Müller – 注文.
# TYPE shop_orders_total counter
shop_orders_total{channel="web"} 3
shop_orders_total{channel="app"} 4
# TYPE shop_open gauge
shop_open 0
`);
  expect(families['shop_orders_total']).toMatchObject({
    type: 'counter',
    help: 'Bestellungen für Müller – 注文.',
    range: [3, 4],
  });
  expect(labels(families['shop_orders_total'])).toEqual({ channel: ['web', 'app'] });
  expect(families['shop_open']).toMatchObject({ type: 'gauge', range: [0, 0] });
});

test('the series of a histogram are one family; le is no label of it', async () => {
  const families = await read(`# TYPE shop_seconds histogram
shop_seconds_bucket{route="/",le="0.5"} 1
shop_seconds_bucket{route="/",le="1e+00"} 2
shop_seconds_bucket{route="/",le="+Inf"} 2
shop_seconds_sum{route="/"} 0.7
shop_seconds_count{route="/"} 2
`);
  expect(Object.keys(families)).toEqual(['shop_seconds']);
  expect(families['shop_seconds']).toMatchObject({ type: 'histogram', buckets: [0.5, 1], native: false });
  expect(labels(families['shop_seconds'])).toEqual({ route: ['/'] });
});

test('the quantiles of a summary, and a summary without any', async () => {
  const families = await read(`# TYPE a_seconds summary
a_seconds{quantile="0.5"} 1
a_seconds{quantile="0.99"} NaN
a_seconds_sum 2
a_seconds_count 2
# TYPE b_seconds summary
b_seconds_sum 2
b_seconds_count 2
`);
  expect(families['a_seconds']).toMatchObject({ type: 'summary', quantiles: [0.5, 0.99] });
  expect(families['b_seconds']).toMatchObject({ type: 'summary', quantiles: [] });
});

test('a metric without a type, and one whose name only looks like part of a histogram', async () => {
  const families = await read('shop_things 1\nshop_people_count 3\n');
  expect(families['shop_things']?.type).toBe('untyped');
  expect(families['shop_people_count']?.type).toBe('untyped');
});

test('OpenMetrics names a counter without _total and an info without _info; created series are no metrics', async () => {
  const families = await read(
    `# TYPE shop_orders counter
# UNIT shop_seconds seconds
shop_orders_total{a="b"} 1 # {trace_id="x"} 1
shop_orders_created{a="b"} 1.6e9
# TYPE shop_build info
shop_build_info{version="1"} 1
# TYPE shop_state stateset
shop_state{shop_state="on"} 1
shop_state{shop_state="off"} 0
# TYPE shop_seconds summary
shop_seconds_count 1
shop_seconds_sum 1
shop_seconds_created 1.6e9
# EOF
`,
    'openmetrics',
  );
  expect(Object.keys(families)).toEqual(['shop_build_info', 'shop_orders_total', 'shop_seconds', 'shop_state']);
  expect(families['shop_orders_total']?.type).toBe('counter');
  expect(families['shop_build_info']?.type).toBe('info');
  expect(families['shop_seconds']?.unit).toBe('seconds');
});

test('clients that expose created series as gauges of the text format', async () => {
  const families = await read(`# TYPE shop_orders_total counter
shop_orders_total 1
# TYPE shop_orders_created gauge
shop_orders_created 1.6e9
`);
  expect(Object.keys(families)).toEqual(['shop_orders_total']);
});

test('what cannot become a contract is left out with the reason', async () => {
  const { skipped, families } = await readExposition(
    pieces('# TYPE a counter\n# TYPE b gaugehistogram\nb_bucket{le="1"} 1\nc 1\n'),
    'test',
    'either',
  );
  expect(families.map(({ name }) => name)).toEqual(['c']);
  expect(skipped).toEqual([
    { name: 'a', reason: 'it has no samples, so its labels are unknown' },
    { name: 'b', reason: 'a gauge histogram has no contract' },
  ]);
});

test('Windows line ends', async () => {
  expect(Object.keys(await read('# TYPE a_total counter\r\na_total 1\r\n'))).toEqual(['a_total']);
});

test.each<[string, Format, string]>([
  ['up 1\nup{ 2\n', 'text', 'test:2:5: unexpected "2" where a label name must stand'],
  ['# TYPE up gauge\n# TYPE up counter\nup 1\n', 'text', 'test:2:1: up was a gauge before and is a counter here'],
  ['up 1\n# TYPE up gauge\n', 'text', 'test:2:1: # TYPE up comes after samples of it'],
  ['# TYPE up meter\n', 'text', 'test:1:1: "meter" is not a metric type: one of counter, gauge, histogram'],
  ['<up> 1\n', 'text', 'test:1:1: "<" cannot begin a metric name'],
  ['', 'text', 'test exposes no metrics'],
  ['# just a comment\n', 'text', 'test exposes no metrics'],
  ['up 1\n', 'openmetrics', 'test:2:1: the exposition was cut off: # EOF is missing'],
  ['up 1\n# EOF\nup 2\n', 'openmetrics', 'test:3:1: nothing may follow # EOF'],
])('%j is refused', async (text, format, message) => {
  await expect(read(text, format)).rejects.toThrow(message);
});

test('bytes that are no text', async () => {
  await expect(readExposition(binary(), 'test', 'text')).rejects.toThrow('test:2: not UTF-8 text');
});

test.each(['<!DOCTYPE html>\n<html>', '\n  <html lang="en">', '<?xml version="1.0"?>'])(
  'a web page: %j',
  async (text) => {
    await expect(read(text)).rejects.toThrow('test is an HTML page, not metrics');
  },
);

test('a line that merely begins with < is an error of its line', async () => {
  await expect(read('up 1\n<html>\n')).rejects.toThrow(/^test:2:1: /);
});
