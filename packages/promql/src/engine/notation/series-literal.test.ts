import { describe, expect, it } from 'vitest';
import { parseSeriesLiteral } from './series-literal.ts';

function points(text: string): unknown {
  const series = parseSeriesLiteral(text);
  if (typeof series === 'string') return series;
  return series.points.map((point) => (point.kind === 'float' ? point.value : point.kind));
}

function labels(text: string): unknown {
  const series = parseSeriesLiteral(text);
  return typeof series === 'string' ? series : series.labels;
}

describe('parseSeriesLiteral', () => {
  it('reads names and labels', () => {
    expect(labels('a 1')).toEqual({ __name__: 'a' });
    expect(labels('a{x="1", y="}"} 1')).toEqual({ __name__: 'a', x: '1', y: '}' });
    expect(labels('{x="1"} 1')).toEqual({ x: '1' });
    expect(labels('{} 1')).toEqual({});
    expect(labels('{"my.metric", x="1"} 1')).toEqual({ __name__: 'my.metric', x: '1' });
    expect(labels('a{x=~"1"} 1')).toBe('a{x=~"1"}: labels of a series are set with =');
  });

  it('expands points', () => {
    expect(points('a 1 2+3x2 7-1x1 5x2 _ _x2 stale -1.5e1 Inf NaN')).toEqual([
      1,
      2,
      5,
      8,
      7,
      6,
      5,
      5,
      5,
      'gap',
      'gap',
      'gap',
      'stale',
      -15,
      Infinity,
      NaN,
    ]);
    expect(points('a {{count:1}}x2 {{count:1}}+{{count:2}}x1')).toEqual(Array.from({ length: 5 }, () => 'histogram'));
  });

  it('names what it cannot read', () => {
    expect(points('a one')).toBe('one is no value; write a number, a+bxn, _, stale or {{…}}');
    expect(points('a {{cont:1}}')).toBe('cont:1 is no part of a histogram; write schema, sum, count, buckets, …');
    expect(points('a 1x99999999999')).toBe('more than 10000000 points');
  });
});
