import { describe, expect, it } from 'vitest';
import { createStorage, instant } from '../engine/index.ts';
import { loadExposition, type Loaded, type LoadOptions } from './load.ts';

function answer(text: string, query: string, time: number, options?: LoadOptions): unknown {
  const storage = createStorage();
  const loaded = loadExposition(storage, text, options);
  if (!loaded.ok) return loaded;
  const { ok, ...rest } = instant(query, storage, { time });
  return ok && 'result' in rest && rest.result.type === 'vector'
    ? rest.result.samples.map(({ labels, value }) => [labels, value])
    : rest;
}

const OPENMETRICS = `# HELP requests Requests served.
# TYPE requests counter
requests_total{code="200"} 10 1700000000
requests_total{code="200"} 40 1700000060.000 # {trace_id="a"} 1 1700000059.5
requests_total{code="500"} 1 1700000060
requests_created{code="200"} 1699990000.5 1700000060
# TYPE up gauge
up 1 1700000060
# EOF
`;

describe('OpenMetrics', () => {
  it('is loaded at its timestamps, which are seconds', () => {
    const storage = createStorage();
    expect(loadExposition(storage, OPENMETRICS)).toEqual({ ok: true, series: 3, samples: 4 });
    expect(answer(OPENMETRICS, 'increase(requests_total{code="200"}[61s])', 1_700_000_060_000)).toEqual([
      [{ code: '200' }, 30.5],
    ]);
    expect(answer(OPENMETRICS, 'requests_created', 1_700_000_060_000)).toEqual([]);
  });

  it('may hold native histograms', () => {
    const text = `# TYPE latency histogram
latency{path="/"} {count:4,sum:5,schema:0,zero_threshold:1e-4,zero_count:0,positive_spans:[0:1,0:1,1:1],positive_buckets:[1,2,1]} 10 st@5 # {a="b"} 1 9 # {a="c"} 2 9
# EOF
`;
    expect(answer(text, 'histogram_count(latency) + histogram_sum(latency)', 10_000)).toEqual([[{ path: '/' }, 9]]);
    expect(answer(text, 'histogram_quantile(1, latency)', 10_000)).toEqual([[{ path: '/' }, 8]]);
  });

  it('must end', () => {
    expect(answer('up 1 1\n', 'up', 0, { format: 'openmetrics' })).toEqual({
      ok: false,
      line: 2,
      column: 1,
      message: '# EOF is missing: the text was cut off',
    });
  });
});

describe('the text format', () => {
  it('has milliseconds, or the time that is given', () => {
    expect(answer('up{job="a"} 1 60000\nup{job="b"} 0\n', 'up', 60_000, { time: 60_000 })).toEqual([
      [{ __name__: 'up', job: 'a' }, 1],
      [{ __name__: 'up', job: 'b' }, 0],
    ]);
  });

  it.each<[string, Loaded]>([
    ['up 1\n', { ok: false, line: 1, column: 5, message: 'up has no timestamp: write one, or say which time to take' }],
    [
      'up 1 2000\nup 2 1000\n',
      {
        ok: false,
        line: 2,
        column: 1,
        message: 'this sample of up is not later than the one before of the same series',
      },
    ],
    ['up 1 1\nup{a=b} 1 2', { ok: false, line: 2, column: 6, message: 'the value of label a is not quoted' }],
  ])('%j', (text, expected) => {
    expect(loadExposition(createStorage(), text)).toEqual(expected);
  });
});

it.each([
  ['{count:1}', 'only native histograms are read as one value, and this has no schema, zero_threshold, zero_count'],
  ['{count:1,', 'a field of a histogram such as count:1 must stand here'],
  ['{count:1,sum:1,schema:0,zero_threshold:0,zero_count:0', 'a field of a histogram such as count:1 must stand here'],
  [
    '{count:1,sum:1,schema:0,zero_threshold:0,zero_count:0,positive_spans:[0:2],positive_buckets:[1]}',
    'the spans have room for 2 buckets and there are 1',
  ],
  [
    '{count:1,sum:1,schema:0,zero_threshold:0,zero_count:0,positive_spans:[x],positive_buckets:[1]}',
    '"x" is no span: write offset:length',
  ],
])('%s is no histogram', (value, message) => {
  expect(loadExposition(createStorage(), `h ${value} 1\n# EOF\n`)).toMatchObject({ ok: false, line: 1, message });
});
