import { describe, expect, it } from 'vitest';
import { LogqlError, parseLogql } from './logql.ts';

const matchers = (query: string): unknown => {
  const read = parseLogql(query);
  return read.kind === 'lines' ? read.selector.matchers.map(({ label, op, value }) => `${label}${op}${value}`) : [];
};

describe('queries of lines', () => {
  it('are a stream selector', () => {
    expect(matchers('{service="shop", level=~"error|warning"}')).toEqual(['service=shop', 'level=~error|warning']);
    expect(matchers('{path="/{id}"}')).toEqual(['path=/{id}']);
  });

  it('and line filters', () => {
    expect(parseLogql('{a="b"} |= "error" != `de"bug` |~ "5.." !~ "x\\\\.y"')).toMatchObject({
      selector: {
        filters: [
          { op: '|=', text: 'error' },
          { op: '!=', text: 'de"bug' },
          { op: '|~', text: '5..' },
          { op: '!~', text: 'x\\.y' },
        ],
      },
    });
  });
});

describe('queries of numbers', () => {
  it('are PromQL around ranges of lines', () => {
    const read = parseLogql('sum by (level) (rate({a="b"} |= "x" [1m30s])) / 2 - count_over_time({c="d"}[5m])');
    expect(read).toMatchObject({
      kind: 'numbers',
      promql: 'sum by (level) (binnacle_logs_0) / 2 - binnacle_logs_1',
      ranges: [
        { func: 'rate', range: 90_000, selector: { filters: [{ op: '|=', text: 'x' }] } },
        { func: 'count_over_time', range: 300_000 },
      ],
    });
  });
});

it.each([
  ['{a="b"} | json', 'not "| json"'],
  ['{a="b"} | line_format "x"', 'not "| line_format'],
  ['quantile_over_time(0.9, {a="b"} | unwrap d [5m])', 'not "quantile_over_time'],
  ['rate({a="b"})', 'not ")"'],
  ['{a=}', 'is no stream selector'],
  ['{a="b"', 'no stream selector begins with'],
  ['', 'not ""'],
])('%s says what is not known', (query, message) => {
  expect(() => parseLogql(query)).toThrow(LogqlError);
  expect(() => parseLogql(query)).toThrow(message);
});
