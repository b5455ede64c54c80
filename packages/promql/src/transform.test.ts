import { expect, it } from 'vitest';
import * as build from './build.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { transform } from './transform.ts';

it('adds a matcher to every selector', () => {
  const { expr } = parse('sum(rate(a[5m])) / topk(3, b{x="y"}) or -(c offset 1h)[1h:5m]');
  const changed = transform(expr, (node) =>
    node.type === 'VectorSelector' ? { ...node, matchers: [...node.matchers, build.matcher('cluster', 'eu')] } : node,
  );
  expect(print(changed)).toBe(
    'sum(rate(a{cluster="eu"}[5m])) / topk(3, b{cluster="eu",x="y"}) or -(c{cluster="eu"} offset 1h)[1h:5m]',
  );
  expect(print(expr)).not.toContain('cluster');
});

it('gives every node a say after what is within it', () => {
  const seen: string[] = [];
  transform(parse('a + b * 2').expr, (node) => {
    seen.push(print(node));
    return node;
  });
  expect(seen).toEqual(['a', 'b', '2', 'b * 2', 'a + b * 2']);
});

it('shares what did not change', () => {
  const { expr } = parse('a + sum(b)');
  const changed = transform(expr, (node) =>
    node.type === 'VectorSelector' && node.name === 'a' ? build.number(1) : node,
  );
  expect(changed.type === 'BinaryExpr' && expr.type === 'BinaryExpr' && changed.right === expr.right).toBe(true);
});

it('refuses to put something else in the place of a range selector', () => {
  expect(() =>
    transform(parse('rate(a[5m])').expr, (node) => (node.type === 'VectorSelector' ? build.number(1) : node)),
  ).toThrow(TypeError);
});
