import { describe, expect, it } from 'vitest';
import { prometheusFormat } from './format.ts';

describe('the value of a variable in a query', () => {
  it('is itself where the variable has one value', () => {
    expect(prometheusFormat('a.b', {})).toBe('a.b');
  });

  it('keeps the quotes around it whole', () => {
    expect(prometheusFormat('a"b\\c', {})).toBe(String.raw`a\"b\\c`);
  });

  it('is part of a regular expression where the variable may have several', () => {
    expect(prometheusFormat('a.b', { multi: true })).toBe(String.raw`a\\.b`);
  });

  it('is a choice when there are several', () => {
    expect(prometheusFormat(['a', 'b.c'], { multi: true })).toBe(String.raw`(a|b\\.c)`);
  });
});
