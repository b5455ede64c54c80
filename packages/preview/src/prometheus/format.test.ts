import { CUSTOM_SCHEMA, histogram } from '@binnacle/promql/engine';
import { expect, it } from 'vitest';
import { histogramJson, resultJson, valueText } from './format.ts';

it.each([
  [1, '1'],
  [0.1 + 0.2, '0.30000000000000004'],
  [-0, '-0'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
  [NaN, 'NaN'],
  [1e20, '100000000000000000000'],
  [1e21, '1e+21'],
  [2.5e-7, '2.5e-07'],
  [1e-6, '0.000001'],
  [1e300, '1e+300'],
])('%d is %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});

it('a native histogram has its buckets with their bounds, and none that counts nothing', () => {
  const native = histogram({
    schema: 0,
    count: 7,
    sum: 9.5,
    zeroThreshold: 0.001,
    zeroCount: 1,
    positive: { index: [0, 1, 2], count: [2, 0, 3] },
    negative: { index: [1], count: [1] },
  });
  expect(histogramJson(native)).toEqual({
    count: '7',
    sum: '9.5',
    buckets: [
      [1, '-2', '-1', '1'],
      [3, '-0.001', '0.001', '1'],
      [0, '0.5', '1', '2'],
      [0, '2', '4', '3'],
    ],
  });
});

it('a histogram with bounds of its own has those', () => {
  const custom = histogram({
    schema: CUSTOM_SCHEMA,
    count: 3,
    sum: 1,
    customBounds: [0.5],
    positive: { index: [0, 1], count: [1, 2] },
  });
  expect(histogramJson(custom)).toEqual({
    count: '3',
    sum: '1',
    buckets: [
      [0, '-Inf', '0.5', '1'],
      [0, '0.5', '+Inf', '2'],
    ],
  });
});

it('numbers and histograms of a series stand apart', () => {
  const native = histogram({ count: 1, sum: 1, positive: { index: [0], count: [1] } });
  const series = {
    labels: { a: 'b' },
    times: Float64Array.of(1000, 2500),
    values: Float64Array.of(5, NaN),
    histograms: [undefined, native],
  };
  expect(resultJson({ type: 'matrix', series: [series] }, 0)).toEqual({
    resultType: 'matrix',
    result: [
      {
        metric: { a: 'b' },
        values: [[1, '5']],
        histograms: [[2.5, { count: '1', sum: '1', buckets: [[0, '0.5', '1', '1']] }]],
      },
    ],
  });
});
