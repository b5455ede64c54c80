import { expect, test } from 'vitest';
import { key, printContract, quote } from './print.ts';

test('the quotes that need fewer escapes', () => {
  expect(quote('plain')).toBe("'plain'");
  expect(quote("it's")).toBe('"it\'s"');
  expect(quote(`it's "both"`)).toBe(`'it\\'s "both"'`);
});

test('what cannot be seen is written out', () => {
  expect(quote('a\\b\nc\u001b[31m\u202e\u2028')).toBe(String.raw`'a\\b\nc\u001b[31m\u202e\u2028'`);
});

test('keys are quoted where they must be', () => {
  expect([key('job'), key('http.route'), key('2xx')]).toEqual(['job', "'http.route'", "'2xx'"]);
});

test('a declaration too long for one line, and buckets too many for it', () => {
  const name = `shop_${'long_'.repeat(20)}seconds`;
  const buckets = Array.from({ length: 40 }, (_, index) => (index + 1) / 8);
  const spec = {
    name,
    type: 'histogram',
    help: 'Time.',
    unit: 'seconds',
    labels: [],
    targetLabels: [],
    buckets,
  } as const;
  const text = printContract('time', { spec, seen: new Map() }, { indent: '  ', waiver: undefined, call: (b) => b });
  expect(text.split('\n').slice(0, 4)).toEqual([
    '  time: histogram(',
    `    '${name}',`,
    '    {',
    "      help: 'Time.',",
  ]);
  expect(text.split('\n').every((line) => line.length <= 120)).toBe(true);
});
