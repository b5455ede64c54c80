import { describe, expect, it } from 'vitest';
import { formatNumber, formatShortest, parseNumber, shiftPoint } from './number.ts';

describe('parseNumber', () => {
  it.each([
    ['7', 7],
    ['5.', 5],
    ['.5', 0.5],
    ['5e-3', 0.005],
    ['1E+3', 1000],
    ['0xC', 12],
    ['0x_1F', 31],
    ['017', 15],
    ['08', 8],
    ['1_000_000', 1_000_000],
    ['.123_456', 0.123456],
    ['Inf', Infinity],
    ['NaN', NaN],
    ['01777777777777777777777777', Number('1777777777777777777777777')],
  ])('%s is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['1__0', '1_', '1_.5', '0x', '1e', '1e400', '0x1_', '2.5.', 'infinity', '0xffffffffffffffffff'])(
    '%s is no number',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [0.001, '0.001'],
    [1e-9, '0.000000001'],
    [1.5e-7, '0.00000015'],
    [1e21, '1000000000000000000000'],
    [-1.25e22, '-12500000000000000000000'],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
    [NaN, 'NaN'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('formatShortest', () => {
  it.each([
    [23, '23'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [100000, '100000'],
    [1e6, '1e+06'],
    [1234567.5, '1.2345675e+06'],
    [1e21, '1e+21'],
    [NaN, 'NaN'],
  ])('%d is %s', (value, text) => {
    expect(formatShortest(value)).toBe(text);
  });
});

it('shiftPoint moves the point without rounding', () => {
  expect(shiftPoint('0.3', 3)).toBe('300');
  expect(shiftPoint('1004.9999999999999', -3)).toBe('1.0049999999999999');
  expect(shiftPoint('-5', -3)).toBe('-0.005');
});
