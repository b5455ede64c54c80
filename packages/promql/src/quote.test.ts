import { describe, expect, it } from 'vitest';
import { quote, unquote } from './quote.ts';

describe('unquote', () => {
  it.each([
    ['"a"', 'a'],
    ['\'say "hi"\'', 'say "hi"'],
    [String.raw`"a\"b"`, 'a"b'],
    [String.raw`'a\'b'`, "a'b"],
    ['`a\\d`', 'a\\d'],
    [String.raw`"\n\t\\"`, '\n\t\\'],
    [String.raw`"\x41\101\u00e9\U0001F600"`, 'AAé😀'],
    [String.raw`"\xe2\x98\xba"`, '☺'],
    [String.raw`"\xff\377"`, '\udcff\udcff'],
  ])('%s', (text, value) => {
    expect(unquote(text)).toBe(value);
  });

  it.each([
    [String.raw`"a\q"`, { start: 2, end: 4 }],
    [String.raw`"\'"`, { start: 1, end: 3 }],
    [String.raw`"\x4"`, { start: 1, end: 5 }],
    [String.raw`"\400"`, { start: 1, end: 5 }],
    [String.raw`"\ud800"`, { start: 1, end: 7 }],
    [String.raw`"\U00110000"`, { start: 1, end: 11 }],
  ])('%s is refused, at its place', (text, span) => {
    expect(unquote(text)).toMatchObject(span);
  });
});

describe('quote', () => {
  it.each([
    ['plain', '"plain"'],
    ['a"b\\c', String.raw`"a\"b\\c"`],
    ['tab\tnew\n', String.raw`"tab\tnew\n"`],
    ['é☺😀', '"é☺😀"'],
    ['\u0000\u007f\u200b', String.raw`"\x00\x7f\u200b"`],
    ['\udcff', String.raw`"\xff"`],
    ['\ufffd', String.raw`"\ufffd"`],
  ])('%j', (value, text) => {
    expect(quote(value)).toBe(text);
    expect(unquote(text)).toBe(value);
  });
});
