import type { AggregateExpr, Call, Expr } from '../ast.ts';
import { print, printLabels } from '../print.ts';
import { operationParts } from './operation.ts';
import { changed, type Compare, placed, type PlacedPart } from './part.ts';
import { printed, selectorParts, subqueryParts } from './selector.ts';

function grouping({ grouping: labels, without }: AggregateExpr): string {
  if (labels.length === 0 && !without) return '';
  // The order in which labels are named does not matter.
  const sorted = labels.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return `${without ? 'without' : 'by'} (${printLabels(sorted)})`;
}

function head({ op, opVariable = op, param }: AggregateExpr): string {
  return param === undefined ? opVariable : `${opVariable}(${print(param)}, …)`;
}

function aggregateParts(before: AggregateExpr, after: AggregateExpr, compare: Compare): readonly PlacedPart[] {
  return [
    ...changed(head(before), head(after)),
    ...changed(grouping(before), grouping(after)),
    ...compare(before.expr, after.expr),
  ];
}

function callParts(before: Call, after: Call, compare: Compare): readonly PlacedPart[] | undefined {
  if (before.args.length !== after.args.length) return undefined;
  const args = before.args.flatMap((arg, i) => {
    const other = after.args[i];
    if (other === undefined) return [];
    const parts = compare(arg, other);
    // `rate(x[5m])` says more than `x[5m]`.
    return arg.type === 'MatrixSelector' ? placed(parts, before, after) : parts;
  });
  return [...changed(before.func, after.func), ...args];
}

/** Differences of two expressions that are built alike, part by part; undefined when they are not. */
export function structureParts(before: Expr, after: Expr, compare: Compare): readonly PlacedPart[] | undefined {
  switch (before.type) {
    case 'VectorSelector':
      if (after.type !== before.type) return undefined;
      return placed(selectorParts(before, after), before, after);
    case 'MatrixSelector':
      if (after.type !== before.type) return undefined;
      return placed(
        [
          ...selectorParts(before.selector, after.selector),
          ...changed(`[${printed(before.range)}]`, `[${printed(after.range)}]`),
        ],
        before,
        after,
      );
    case 'SubqueryExpr':
      if (after.type !== before.type) return undefined;
      return [...compare(before.expr, after.expr), ...subqueryParts(before, after)];
    case 'Call':
      return after.type === before.type ? callParts(before, after, compare) : undefined;
    case 'AggregateExpr':
      return after.type === before.type ? aggregateParts(before, after, compare) : undefined;
    case 'BinaryExpr':
      return after.type === before.type ? operationParts(before, after, compare) : undefined;
    case 'UnaryExpr':
      return after.type === before.type && after.op === before.op ? compare(before.expr, after.expr) : undefined;
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
    case 'ParenExpr':
      return undefined;
    default:
      return before satisfies never;
  }
}
