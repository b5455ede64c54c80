import { print } from '@binnacle/promql';
import { describe, expect, it } from 'vitest';
import {
  bytes,
  celsius,
  days,
  gibibytes,
  hours,
  kibibytes,
  mebibytes,
  milliseconds,
  minutes,
  number,
  percent,
  quantity,
  ratio,
  seconds,
  tebibytes,
} from './quantity.ts';

describe('quantities are written in base units', () => {
  it.each([
    ['seconds', seconds(0.3), '0.3'],
    ['milliseconds', milliseconds(300), '0.3'],
    ['minutes', minutes(5), '300'],
    ['hours', hours(1), '3600'],
    ['days', days(1), '86400'],
    ['bytes', bytes(512), '512'],
    ['kibibytes', kibibytes(1), '1024'],
    ['mebibytes', mebibytes(1), '1048576'],
    ['gibibytes', gibibytes(1), '1073741824'],
    ['tebibytes', tebibytes(1), '1099511627776'],
    ['ratio', ratio(0.05), '0.05'],
    ['percent', percent(5), '0.05'],
    ['celsius', celsius(80), '80'],
    ['quantity', quantity(3, 'requests'), '3'],
    ['number', number(-1), '-1'],
  ])('%s', (_, value, text) => {
    expect(Number(print(value.expr))).toBe(Number(text));
  });

  it('do not pick up noise', () => {
    expect(print(percent(7).expr)).toBe('0.07');
    expect(print(milliseconds(1).expr)).toBe('0.001');
  });
});
