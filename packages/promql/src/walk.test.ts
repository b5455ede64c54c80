import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { children, walk } from './walk.ts';

describe('walk', () => {
  const { expr } = parse('sum(rate(a[5m])) / on (x) topk(3, b) > 1');

  it('visits every expression in the order of the text, outermost first', () => {
    const seen: string[] = [];
    walk(expr, (node) => void seen.push(print(node)));
    expect(seen).toEqual([
      'sum(rate(a[5m])) / on (x) topk(3, b) > 1',
      'sum(rate(a[5m])) / on (x) topk(3, b)',
      'sum(rate(a[5m]))',
      'rate(a[5m])',
      'a[5m]',
      'a',
      'topk(3, b)',
      '3',
      'b',
      '1',
    ]);
  });

  it('tells the way from the root', () => {
    const paths: string[] = [];
    walk(expr, (node, parents) => {
      if (node.type === 'VectorSelector') paths.push(parents.map(({ type }) => type).join(' '));
    });
    expect(paths).toEqual([
      'BinaryExpr BinaryExpr AggregateExpr Call MatrixSelector',
      'BinaryExpr BinaryExpr AggregateExpr',
    ]);
  });

  it('leaves out what is within a node when told so', () => {
    const seen: string[] = [];
    walk(expr, (node) => {
      seen.push(node.type);
      return node.type !== 'AggregateExpr';
    });
    expect(seen).toEqual(['BinaryExpr', 'BinaryExpr', 'AggregateExpr', 'AggregateExpr', 'NumberLiteral']);
  });
});

it('children of an aggregation: its parameter first', () => {
  expect(children(parse('topk(3, b)').expr).map(print)).toEqual(['3', 'b']);
});
