import { describe, expect, test } from 'vitest';
import { type Format, LineError, readLine } from './line.ts';

function sample(line: string, format: Format = 'text'): unknown {
  const read = readLine(line, format);
  return read?.kind === 'sample' ? [read.name, Object.fromEntries(read.labels), read.value] : read;
}

function complaint(line: string, format: Format = 'text'): string {
  try {
    readLine(line, format);
  } catch (error) {
    if (error instanceof LineError) return `${error.column}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('text format 0.0.4', () => {
  test.each([
    ['up 1', ['up', {}, 1]],
    ['up{} 1', ['up', {}, 1]],
    ['up{job="a",} 1 1395066363000', ['up', { job: 'a' }, 1]],
    ['  up { job = "a" , x="b" }   1e3\t12', ['up', { job: 'a', x: 'b' }, 1000]],
    [
      String.raw`up{path="C:\\dir",q="say \"hi\"",n="a\nb"} 0`,
      ['up', { path: 'C:\\dir', q: 'say "hi"', n: 'a\nb' }, 0],
    ],
    ['up{a="},{#"} 1', ['up', { a: '},{#' }, 1]],
    ['a:b:c_total +Inf', ['a:b:c_total', {}, Infinity]],
    ['up -Inf', ['up', {}, -Infinity]],
    ['up NaN', ['up', {}, NaN]],
    ['up 0x1p-2', ['up', {}, 0.25]],
    ['{"my.metric",job="a"} 1', ['my.metric', { job: 'a' }, 1]],
    ['up{"my.label"="a"} 1', ['up', { 'my.label': 'a' }, 1]],
  ])('%s', (line, expected) => {
    expect(sample(line)).toEqual(expected);
  });

  test('metadata', () => {
    expect(readLine(String.raw`# HELP up Says\nthat it is \\ up.`, 'text')).toEqual({
      kind: 'help',
      family: 'up',
      text: 'Says\nthat it is \\ up.',
    });
    expect(readLine('#\tTYPE   up\tgauge ', 'text')).toEqual({ kind: 'type', family: 'up', text: 'gauge' });
    expect(readLine('# HELP up', 'text')).toEqual({ kind: 'help', family: 'up', text: '' });
    expect(readLine('# TYPE "my.metric" counter', 'text')).toEqual({
      kind: 'type',
      family: 'my.metric',
      text: 'counter',
    });
  });

  test('comments, empty lines and what only OpenMetrics knows say nothing', () => {
    for (const line of ['', '   ', '# a comment', '#', '#HELP up x', '# EOF', '# UNIT up seconds']) {
      expect([line, readLine(line, 'text')]).toEqual([line, undefined]);
    }
  });

  test.each([
    ['up', '3: up has no value'],
    ['up one', '4: "one" is not a value'],
    ['up 1 2 3', '8: unexpected "3" after the sample'],
    ['up 1 1.5', '6: "1.5" is not a timestamp in milliseconds'],
    ['up{job="a" 1', '12: no comma between labels'],
    ['up{job="a"', '11: unterminated label set: no } follows'],
    ['up{job="a} 1', '8: unterminated "'],
    ['up{job=a} 1', '8: the value of label job is not quoted'],
    ['up{job} 1', '7: no = after label job'],
    ['up{job="a",job="b"} 1', '12: label job is written twice'],
    ['up{1a="b"} 1', '4: unexpected "1" where a label name must stand'],
    [String.raw`up{a="\d"} 1`, String.raw`7: \d is not an escape: only \\, \" and \n are`],
    ['9up 1', '1: "9" cannot begin a metric name'],
    ['{job="a"} 1', '10: this sample has no metric name'],
    ['# TYPE', '7: # TYPE names no metric'],
    ['up 1 # {trace_id="a"} 1', '6: unexpected "# {trace_id="a"} 1" after the sample'],
  ])('%s', (line, expected) => {
    expect(complaint(line)).toBe(expected);
  });
});

describe('OpenMetrics 1.0', () => {
  test.each([
    ['shop_orders_total 17.0 1520879607.789', ['shop_orders_total', {}, 17]],
    ['shop_seconds_bucket{le="0.5"} 8 # {trace_id="KOO5S4vxi0o"} 0.67', ['shop_seconds_bucket', { le: '0.5' }, 8]],
    ['shop_seconds_bucket{le="1"} 8 1520879607 # {} 0.67 1520879607.789', ['shop_seconds_bucket', { le: '1' }, 8]],
  ])('%s', (line, expected) => {
    expect(sample(line, 'openmetrics')).toEqual(expected);
  });

  test('units and the end', () => {
    expect(readLine('# UNIT shop_seconds seconds', 'openmetrics')).toEqual({
      kind: 'unit',
      family: 'shop_seconds',
      text: 'seconds',
    });
    expect(readLine('# EOF', 'openmetrics')).toEqual({ kind: 'eof' });
  });

  test('a broken exemplar', () => {
    expect(complaint('a_bucket{le="1"} 8 # 0.67', 'openmetrics')).toBe(
      '22: an exemplar has labels in braces after its #',
    );
    expect(complaint('a_bucket{le="1"} 8 # {}', 'openmetrics')).toBe('24: the exemplar has no value');
  });
});
