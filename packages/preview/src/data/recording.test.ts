import { instant } from '@binnacle/promql/engine';
import { expect, it } from 'vitest';
import { readRecording } from './recording.ts';

const NOW = 1_800_000_000_000;
const read = (text: string, shift = false) => readRecording(text, { now: NOW, shift });

const OPENMETRICS = [
  '# TYPE a counter',
  'a_total{job="x"} 1 1700000000',
  'a_total{job="x"} 3 1700000060',
  '# EOF',
  '',
].join('\n');
const matrix = (...result: readonly object[]): object => ({
  status: 'success',
  data: { resultType: 'matrix', result },
});

it('OpenMetrics', () => {
  const { names, from, to, samples, storage } = read(OPENMETRICS);
  expect({ names, from, to, samples }).toEqual({
    names: ['a_total'],
    from: 1_700_000_000_000,
    to: 1_700_000_060_000,
    samples: 2,
  });
  expect(instant('a_total', storage, { time: to })).toMatchObject({
    result: { samples: [{ labels: { job: 'x' }, value: 3 }] },
  });
});

it('one scrape, which is of now', () => {
  expect(read('up 1\n')).toMatchObject({ names: ['up'], from: NOW, to: NOW, samples: 1 });
});

it('answers to queries, of which two have parts of the same series', () => {
  const metric = { __name__: 'up', job: 'x' };
  const first = matrix({
    metric,
    values: [
      [1_700_000_000, '1'],
      [1_700_000_060, 'NaN'],
    ],
  });
  const second = matrix({
    metric,
    values: [
      [1_700_000_060, '0'],
      [1_700_000_120.5, '+Inf'],
    ],
  });
  const { samples, to, storage } = read(JSON.stringify([first, second]));
  expect([samples, to]).toEqual([3, 1_700_000_120_500]);
  expect(instant('up[10m]', storage, { time: to }).ok).toBe(true);
  expect(
    read(JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [{ metric, value: [5, '1'] }] } }))
      .samples,
  ).toBe(1);
});

it('moved to now', () => {
  const { from, to, samples } = read(OPENMETRICS, true);
  expect([from, to, samples]).toEqual([NOW - 60_000, NOW, 2]);
});

it.each([
  ['nothing', '', 'there is no sample in it'],
  ['a wrong line', 'up 1\nup{ 1\n', 'line 2, column '],
  ['an error', '{"status":"error","error":"too long"}', 'the answer is an error: too long'],
  ['another answer', '{"status":"success","data":["a"]}', 'this is no answer to a query'],
  [
    'a result without a name',
    JSON.stringify(matrix({ metric: { job: 'x' }, values: [] })),
    'has no name: it is what a query made of a metric',
  ],
  ['an empty result', JSON.stringify(matrix()), 'there is no sample in it'],
  [
    'a native histogram',
    JSON.stringify(matrix({ metric: { __name__: 'a' }, histograms: [] })),
    'a is a native histogram',
  ],
  [
    'a number for a value',
    JSON.stringify(matrix({ metric: { __name__: 'a' }, values: [[1, 1]] })),
    'a value is no text',
  ],
])('%s holds no samples', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
