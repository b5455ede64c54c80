import { DefinitionError } from '@binnacle/model';
import {
  build,
  NO_SPAN,
  type AtModifier,
  type BinaryOp,
  type Expr,
  type Matcher,
  type MatrixSelector,
  type SubqueryExpr,
  type VectorMatching,
  type VectorSelector,
} from '@binnacle/promql';
import { offset, window } from './window.ts';
import type { At, Kind, Match, Scalar, Selector, Vector, Window } from './vector.ts';

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
    labels: build.labels(on ?? ignoring),
    include: build.labels(groupLeft ?? groupRight ?? []),
    ...(fillLeft === undefined ? {} : { fillLeft }),
    ...(fillRight === undefined ? {} : { fillRight }),
  };
}

export type Operated = Exclude<Right, number>;

/** `left op right` as an AST node; the printer adds the parentheses that keep its shape. */
export function binary(op: BinaryOp, left: Operated, right: Right, clause?: MatchingClause): Expr {
  if (typeof right !== 'number') argument(right, op, 'right side');
  const vectors = left.type === 'vector' && typeof right !== 'number' && right.type === 'vector';
  return {
    type: 'BinaryExpr',
    span: NO_SPAN,
    op,
    left: left.expr,
    right: scalarNode(right),
    bool: clause?.bool === true,
    ...(vectors ? { matching: matchingOf(op, clause ?? {}) } : {}),
  };
}

function atModifier(when: At): AtModifier {
  return typeof when === 'number' ? { kind: 'timestamp', seconds: when } : { kind: when };
}

/** PromQL's binary operators; `op` makes a scalar of two scalars and a vector of anything else. */
abstract class Operators<E extends Expr> {
  abstract readonly type: 'scalar' | 'vector';
  readonly expr: E;
  constructor(expr: E) {
    this.expr = expr;
  }
  private op(op: BinaryOp, right: Right, clause?: MatchingClause): ScalarExpression | VectorExpression<Expr> {
    const expr = binary(op, this, right, clause);
    return this.type === 'scalar' && (typeof right === 'number' || right.type === 'scalar')
      ? new ScalarExpression(expr)
      : new VectorExpression(expr);
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
}

class ScalarExpression extends Operators<Expr> {
  readonly type = 'scalar';
}

class VectorExpression<E extends Expr> extends Operators<E> {
  readonly type = 'vector';
  neg() {
    return new VectorExpression(build.unary('-', this.expr));
  }
  subquery(over: Window, step?: Window) {
    return new RangeExpression({
      type: 'SubqueryExpr',
      span: NO_SPAN,
      expr: this.expr,
      range: window(over),
      ...(step === undefined ? {} : { step: window(step) }),
    });
  }
}

export class SelectorExpression extends VectorExpression<VectorSelector> {
  protected with(change: Partial<VectorSelector>): SelectorExpression {
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
    return this.with({ offset: offset(by) });
  }
  at(when: At) {
    return this.with({ at: atModifier(when) });
  }
  anchored() {
    return this.with({ extended: 'anchored' });
  }
  smoothed() {
    return this.with({ extended: 'smoothed' });
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
    return this.with({ offset: offset(by) });
  }
  at(when: At) {
    return this.with({ at: atModifier(when) });
  }
}

/** Gives an AST the typed operators. The caller vouches for the types: nothing at run time depends on them. */
export function vector<L extends string, U extends string, K extends Kind>(expr: Expr): Vector<L, U, K>;
export function vector(expr: Expr): object {
  return new VectorExpression(expr);
}

/** {@link vector} of a selector. */
export function selector<L extends string, U extends string, K extends Kind>(expr: VectorSelector): Selector<L, U, K>;
export function selector(expr: VectorSelector): object {
  return new SelectorExpression(expr);
}

/** {@link vector} of an expression that is a single number. */
export function scalarOf<U extends string>(expr: Expr): Scalar<U>;
export function scalarOf(expr: Expr): object {
  return new ScalarExpression(expr);
}

/** `func(args…)` as an AST node. */
export const call = build.call;

function inCamelCase(func: string): string {
  return func.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The AST of an argument: `place` is its position, or the name of an option. Definitions run without being type-checked.
 * @throws DefinitionError when it is no metric or expression, as what was imported by a wrong name.
 */
export function argument<E extends Expr>(
  value: { readonly expr: E } | string | undefined,
  of: string,
  place: number | string = 1,
): E {
  if (typeof value === 'object' && value !== null && 'expr' in value) return value.expr;
  const what = typeof place === 'string' ? `${place} of ${of}` : `argument ${place} of ${inCamelCase(of)}`;
  if (value === undefined) throw new DefinitionError(`${what} is undefined`, { fix: 'is the import right?' });
  if (typeof value === 'string') {
    throw new DefinitionError(`${what} is the text '${value}'`, {
      fix: `write promql\`${value}\` for PromQL as it is, or what counter(), rate() and the like return`,
    });
  }
  throw new DefinitionError(`${what} is not a metric or an expression`, {
    fix: 'write what counter(), rate() and the like return',
  });
}

/** `func(v, args…)` as an AST node. @throws when `v` is no expression. */
export function apply(func: string, v: { readonly expr: Expr }, ...args: readonly Expr[]): Expr {
  return call(func, argument(v, func), ...args);
}

/** A number as an AST node. */
export const numberLiteral = build.number;

/** A string as an AST node. */
export const stringLiteral = build.string;

/** A number or a scalar as an AST node. */
export function scalarNode(value: number | { readonly expr: Expr }): Expr {
  return typeof value === 'number' ? numberLiteral(value) : argument(value, 'a function', 'a number');
}
