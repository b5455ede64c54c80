import type { AggregateExpr, AggregateOp, Expr, LabelRef, Span } from '../ast.ts';
import { AGGREGATORS } from '../aggregators.ts';
import type { Lexer } from '../lexer.ts';
import { Tok } from '../token.ts';
import { valueType } from '../value-type.ts';
import { errorExpr } from './error-expr.ts';
import { parseLabels } from './labels.ts';

/** A `by` or `without` clause. */
export interface Grouping {
  readonly grouping: readonly LabelRef[];
  readonly without: boolean;
}

/** No clause at all. */
export const NO_GROUPING: Grouping = { grouping: [], without: false };

/** Whether the current token starts a clause. */
export function startsGrouping(lexer: Lexer): boolean {
  return lexer.kind === Tok.by || lexer.kind === Tok.without;
}

/** A clause from its `by` or `without` on. */
export function parseGrouping(lexer: Lexer): Grouping {
  const without = lexer.kind === Tok.without;
  lexer.next();
  return { grouping: parseLabels(lexer, without ? 'without' : 'by'), without };
}

/** An aggregation up to its arguments. */
export interface AggregateHead extends Grouping {
  readonly op: AggregateOp;
  readonly opVariable?: string;
  readonly start: number;
}

/** The last argument is what is aggregated, the one before it the parameter. With a wrong number the first vector is taken. */
export function aggregateExpr(lexer: Lexer, head: AggregateHead, args: readonly Expr[]): AggregateExpr {
  const { op, opVariable, start, grouping, without } = head;
  const span = { start, end: lexer.lastEnd };
  const wanted =
    opVariable === undefined ? (AGGREGATORS.get(op)?.param === undefined ? 1 : 2) : Math.min(args.length, 2);
  const right = args.length === wanted && wanted > 0;
  if (!right) reportArguments(lexer, opVariable ?? op, span, args);
  const chosen = right ? args.at(-1) : args.find((arg) => valueType(arg) === 'vector');
  const expr = chosen ?? errorExpr(span.end, span.end);
  const base: AggregateExpr = { type: 'AggregateExpr', span, op, expr, grouping, without };
  const param = right && wanted === 2 ? args[0] : undefined;
  const node = param === undefined ? base : { ...base, param };
  return opVariable === undefined ? node : { ...node, opVariable };
}

function reportArguments(lexer: Lexer, op: string, span: Span, args: readonly Expr[]): void {
  const aggregator = AGGREGATORS.get(op);
  const takes = aggregator?.param === undefined ? 'one argument, a vector' : 'two arguments, a parameter and a vector';
  const scalars = args.length === 2 && args.every((arg) => valueType(arg) === 'scalar');
  const hint =
    scalars && (op === 'min' || op === 'max')
      ? `write ${op}_of(...) for two numbers`
      : `write ${aggregator?.example ?? `${op}(metric)`}`;
  lexer.report(`${op} takes ${takes}; got ${args.length === 0 ? 'none' : args.length}`, span.start, span.end, hint);
}
