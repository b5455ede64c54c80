import { describe, expect, it } from 'vitest';
import { float, int, NIL, stringMap, text, type Value } from '../value.ts';
import { sprint, sprintf, sprintln } from './printf.ts';

/** What Go 1.26 prints for these. */
describe('floats', () => {
  it.each([
    [1e6, '1e+06|1e+06|1e+06|1000000.000000|1.00e+06|1000000.0|0x1.e848p+19'],
    [123456789, '1.23456789e+08|1.23456789e+08|1.235e+08|123456789.000000|1.23e+08|123456789.0|0x1.d6f3454p+26'],
    [100000, '100000|100000|1e+05|100000.000000|1.00e+05|100000.0|0x1.86ap+16'],
    [1e-5, '1e-05|1e-05|1e-05|0.000010|1.00e-05|0000.0|0x1.4f8b588e368f1p-17'],
    [0, '0|0|0|0.000000|0.00e+00|0000.0|0x0p+00'],
    [1.5, '1.5|1.5|1.5|1.500000|1.50e+00|0001.5|0x1.8p+00'],
    [NaN, 'NaN|NaN|NaN|NaN|NaN|   NaN|NaN'],
    [-Infinity, '-Inf|-Inf|-Inf|-Inf|-Inf|  -Inf|-Inf'],
  ])('%d', (value, expected) => {
    const values = Array.from({ length: 7 }, () => float(value));
    expect(sprintf('%v|%g|%.4g|%f|%.2e|%06.1f|%x', values)).toBe(expected);
  });
});

describe('verbs', () => {
  it.each<[string, readonly Value[], string]>([
    [
      '%5d|%-5d|%05d|%+d|%x|%X|%o|%b|%c|%q|%U',
      Array.from({ length: 11 }, () => int(65)),
      "   65|65   |00065|+65|41|41|101|1000001|A|'A'|U+0041",
    ],
    [
      '%s|%5s|%-5s|%.1s|%q|%x|% X',
      Array.from({ length: 7 }, () => text('hé')),
      'hé|   hé|hé   |h|"hé"|68c3a9|68 C3 A9',
    ],
    [
      '%v|%+v|%#v',
      Array.from({ length: 3 }, () => stringMap({ b: '2', a: '1' })),
      'map[a:1 b:2]|map[a:1 b:2]|map[string]string{"a":"1", "b":"2"}',
    ],
    ['%T %T %T', [float(1), int(1), NIL], 'float64 int <nil>'],
    ['%d', [float(1)], '%!d(float64=1)'],
    ['%d %s', [int(1)], '1 %!s(MISSING)'],
    ['%d', [int(1), text('a')], '1%!(EXTRA string=a)'],
    ['%', [], '%!(NOVERB)'],
    ['100%%', [], '100%'],
    ['%[2]d %[1]d', [int(1), int(2)], '2 1'],
    ['%*d|%.*f', [int(4), int(1), int(1), float(2.25)], '   1|2.2'],
    ['%v %s', [NIL, NIL], '<nil> %!s(<nil>)'],
  ])('%s', (format, values, expected) => {
    expect(sprintf(format, values)).toBe(expected);
  });
});

it('print puts spaces between what is no text', () => {
  expect(sprint([int(1), int(2), text('a'), int(3), NIL])).toBe('1 2a3 <nil>');
  expect(sprintln([int(1), text('a')])).toBe('1 a\n');
});
