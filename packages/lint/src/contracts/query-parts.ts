import type { AggregateExpr, BinaryExpr, Call, Expr, VectorSelector } from '@binnacle/promql';
import { walk } from '@binnacle/promql';
import { forgetful } from '../memo.ts';

/** The expressions within a query that rules look at, each kind in the order of the text. */
export interface QueryParts {
  readonly selectors: readonly VectorSelector[];
  readonly aggregations: readonly AggregateExpr[];
  readonly operations: readonly BinaryExpr[];
  readonly calls: readonly Call[];
}

/** The rules ask about a query one after the other; a weak map of every query of a project makes collecting garbage slow. */
const known = forgetful<Expr, QueryParts>(500);

function collect(expr: Expr): QueryParts {
  const selectors: VectorSelector[] = [];
  const aggregations: AggregateExpr[] = [];
  const operations: BinaryExpr[] = [];
  const calls: Call[] = [];
  walk(expr, (node) => {
    if (node.type === 'VectorSelector') selectors.push(node);
    else if (node.type === 'AggregateExpr') aggregations.push(node);
    else if (node.type === 'BinaryExpr') operations.push(node);
    else if (node.type === 'Call') calls.push(node);
  });
  return { selectors, aggregations, operations, calls };
}

/** Walks a query once, whatever the number of rules that ask. */
export function partsOf(query: Expr): QueryParts {
  const parts = known.get(query) ?? collect(query);
  known.set(query, parts);
  return parts;
}
