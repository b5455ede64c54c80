import {
  NO_SPAN,
  type AtModifier,
  type BinaryOp,
  type Expr,
  type LabelRef,
  type Matcher,
  type MatrixSelector,
  type SubqueryExpr,
  type VectorMatching,
  type VectorSelector,
} from '@binnacle/promql';
import { window } from './window.ts';
import type { At, Kind, Labels, Match, Range, Scalar, Selector, Vector, Window } from './vector.ts';

/** What the typed operators are at run time: untyped methods over an AST. The types live in `vector.ts` alone. */
interface MatchingClause {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
  readonly fill?: number;
  readonly fillLeft?: number;
  readonly fillRight?: number;
  readonly bool?: boolean;
}

type Right = number | { readonly type: 'scalar' | 'vector'; readonly expr: Expr };

const SET_OPS: ReadonlySet<BinaryOp> = new Set<BinaryOp>(['and', 'or', 'unless']);

export function labelRefs(names: readonly string[]): readonly LabelRef[] {
  return names.map((name) => ({ span: NO_SPAN, name }));
}

function matchingOf(op: BinaryOp, clause: MatchingClause): VectorMatching {
  const { groupLeft, groupRight, on, ignoring = [] } = clause;
  const fillLeft = clause.fillLeft ?? clause.fill;
  const fillRight = clause.fillRight ?? clause.fill;
  return {
    card: SET_OPS.has(op)
      ? 'many-to-many'
      : groupLeft !== undefined
        ? 'many-to-one'
        : groupRight !== undefined
          ? 'one-to-many'
          : 'one-to-one',
    on: on !== undefined,
    labels: labelRefs(on ?? ignoring),
    include: labelRefs(groupLeft ?? groupRight ?? []),
    ...(fillLeft === undefined ? {} : { fillLeft }),
    ...(fillRight === undefined ? {} : { fillRight }),
  };
}

/** Binding strength, weakest first (Prometheus's operator precedence). */
const PRECEDENCE: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};

function grouped(expr: Expr, op: BinaryOp, side: 'left' | 'right'): Expr {
  const weak =
    expr.type === 'BinaryExpr'
      ? PRECEDENCE[expr.op] < PRECEDENCE[op] ||
        (PRECEDENCE[expr.op] === PRECEDENCE[op] && (side === 'right') !== (op === '^'))
      : expr.type === 'UnaryExpr' && (op === '^' || side === 'right');
  return weak ? { type: 'ParenExpr', span: NO_SPAN, expr } : expr;
}

/** A number as PromQL writes it; a negative one is a literal too. */
export function numberLiteral(value: number): Expr {
  return { type: 'NumberLiteral', span: NO_SPAN, value };
}

function binary(op: BinaryOp, left: Expr, right: Right, clause: MatchingClause | undefined): Expr {
  const rightExpr = typeof right === 'number' ? numberLiteral(right) : right.expr;
  const vectors = typeof right !== 'number' && right.type === 'vector';
  return {
    type: 'BinaryExpr',
    span: NO_SPAN,
    op,
    left: grouped(left, op, 'left'),
    right: grouped(rightExpr, op, 'right'),
    bool: clause?.bool === true,
    ...(vectors ? { matching: matchingOf(op, clause ?? {}) } : {}),
  };
}

export function atModifier(when: At): AtModifier {
  return typeof when === 'number' ? { kind: 'timestamp', seconds: when } : { kind: when };
}

class VectorExpression<E extends Expr> {
  readonly type = 'vector';
  readonly expr: E;
  constructor(expr: E) {
    this.expr = expr;
  }
  private op(op: BinaryOp, right: Right, clause?: MatchingClause): VectorExpression<Expr> {
    return new VectorExpression(binary(op, this.expr, right, clause));
  }
  add(right: Right, match?: MatchingClause) {
    return this.op('+', right, match);
  }
  sub(right: Right, match?: MatchingClause) {
    return this.op('-', right, match);
  }
  mul(right: Right, match?: MatchingClause) {
    return this.op('*', right, match);
  }
  div(right: Right, match?: MatchingClause) {
    return this.op('/', right, match);
  }
  mod(right: Right, match?: MatchingClause) {
    return this.op('%', right, match);
  }
  pow(right: Right, match?: MatchingClause) {
    return this.op('^', right, match);
  }
  atan2(right: Right, match?: MatchingClause) {
    return this.op('atan2', right, match);
  }
  eq(right: Right, match?: MatchingClause) {
    return this.op('==', right, match);
  }
  ne(right: Right, match?: MatchingClause) {
    return this.op('!=', right, match);
  }
  gt(right: Right, match?: MatchingClause) {
    return this.op('>', right, match);
  }
  lt(right: Right, match?: MatchingClause) {
    return this.op('<', right, match);
  }
  ge(right: Right, match?: MatchingClause) {
    return this.op('>=', right, match);
  }
  le(right: Right, match?: MatchingClause) {
    return this.op('<=', right, match);
  }
  and(right: Right, match?: MatchingClause) {
    return this.op('and', right, match);
  }
  or(right: Right, match?: MatchingClause) {
    return this.op('or', right, match);
  }
  unless(right: Right, match?: MatchingClause) {
    return this.op('unless', right, match);
  }
  neg() {
    const { expr } = this;
    const operand: Expr = expr.type === 'BinaryExpr' ? { type: 'ParenExpr', span: NO_SPAN, expr } : expr;
    return new VectorExpression({ type: 'UnaryExpr', span: NO_SPAN, op: '-', expr: operand });
  }
  subquery(over: Window, step?: Window) {
    const { expr } = this;
    const inner: Expr =
      expr.type === 'BinaryExpr' || expr.type === 'UnaryExpr' ? { type: 'ParenExpr', span: NO_SPAN, expr } : expr;
    return new RangeExpression({
      type: 'SubqueryExpr',
      span: NO_SPAN,
      expr: inner,
      range: window(over),
      ...(step === undefined ? {} : { step: window(step) }),
    });
  }
}

class SelectorExpression extends VectorExpression<VectorSelector> {
  private with(change: Partial<VectorSelector>): SelectorExpression {
    return new SelectorExpression({ ...this.expr, ...change });
  }
  where(matchers: Readonly<Record<string, string | Match | undefined>>) {
    const added: Matcher[] = [];
    for (const [label, match] of Object.entries(matchers)) {
      if (match === undefined) continue;
      const { op, value } = typeof match === 'string' ? { op: '=' as const, value: match } : match;
      added.push({ span: NO_SPAN, label, op, value });
    }
    return this.with({ matchers: [...this.expr.matchers, ...added] });
  }
  offset(by: Window) {
    return this.with({ offset: window(by) });
  }
  at(when: At) {
    return this.with({ at: atModifier(when) });
  }
  range(over: Window) {
    return new RangeExpression({ type: 'MatrixSelector', span: NO_SPAN, selector: this.expr, range: window(over) });
  }
}

class RangeExpression {
  readonly type = 'range';
  readonly expr: MatrixSelector | SubqueryExpr;
  constructor(expr: MatrixSelector | SubqueryExpr) {
    this.expr = expr;
  }
  private with(change: Pick<VectorSelector, 'offset' | 'at'>): RangeExpression {
    const { expr } = this;
    return new RangeExpression(
      expr.type === 'MatrixSelector' ? { ...expr, selector: { ...expr.selector, ...change } } : { ...expr, ...change },
    );
  }
  offset(by: Window) {
    return this.with({ offset: window(by) });
  }
  at(when: At) {
    return this.with({ at: atModifier(when) });
  }
}

/** Gives an AST the typed operators. The caller vouches for the types: nothing at run time depends on them. */
export function vector<L extends string, U extends string, K extends Kind>(expr: Expr): Vector<L, U, K> {
  return new VectorExpression(expr) as unknown as Vector<L, U, K>;
}

export function selector<D extends Labels, U extends string, K extends Kind>(expr: VectorSelector): Selector<D, U, K> {
  return new SelectorExpression(expr) as unknown as Selector<D, U, K>;
}

export function range<L extends string, U extends string, K extends Kind>(
  expr: MatrixSelector | SubqueryExpr,
): Range<L, U, K> {
  return new RangeExpression(expr);
}

export function scalarOf<U extends string>(expr: Expr): Scalar<U> {
  return { type: 'scalar', expr };
}
