import type { AggregateExpr, BinaryExpr, Call, Expr, LabelRef, VectorMatching, VectorSelector } from '@binnacle/promql';
import { forgetful } from '../memo.ts';
import { allBut, ANYTHING, complement, intersection, type LabelBound, NOTHING, only, union } from './bound.ts';

/** An upper bound on the labels of an expression's results. */
export type InferLabels = (expr: Expr) => LabelBound;

/** The labels of a clause as a bound; anything when a Grafana variable stands for some of them. */
function named(refs: readonly LabelRef[]): LabelBound {
  return refs.some((ref) => ref.variable) ? ANYTHING : only(refs.map((ref) => ref.name));
}

function without(bound: LabelBound, refs: readonly LabelRef[]): LabelBound {
  // A variable may stand for no label at all, so only what is written out is sure to go.
  return intersection(bound, allBut(refs.filter((ref) => !ref.variable).map((ref) => ref.name)));
}

function ofAggregate(aggregate: AggregateExpr, infer: InferLabels): LabelBound {
  const { op, opVariable, expr, param, grouping, without: drops } = aggregate;
  if (opVariable !== undefined) return ANYTHING;
  const inner = infer(expr);
  if (op === 'topk' || op === 'bottomk' || op === 'limitk' || op === 'limit_ratio') return inner;
  const grouped = drops ? without(inner, grouping) : intersection(inner, named(grouping));
  if (op !== 'count_values') return grouped;
  return param?.type === 'StringLiteral' ? union(grouped, only([param.value])) : ANYTHING;
}

/** `absent` invents its series from the equality matchers that name a label once. */
function ofAbsent(argument: Expr | undefined): LabelBound {
  let selector = argument;
  while (selector?.type === 'ParenExpr') selector = selector.expr;
  if (selector?.type === 'MatrixSelector') ({ selector } = selector);
  if (selector?.type !== 'VectorSelector') return NOTHING;
  const { matchers } = selector;
  return only(
    matchers
      .filter(({ label, op }) => op === '=' && matchers.filter((other) => other.label === label).length === 1)
      .map(({ label }) => label),
  );
}

function ofCall({ func, args }: Call, infer: InferLabels): LabelBound {
  const [first, second] = args;
  switch (func) {
    case 'absent':
    case 'absent_over_time':
      return ofAbsent(first);
    case 'label_replace':
    case 'label_join': {
      const inner = first === undefined ? ANYTHING : infer(first);
      return second?.type === 'StringLiteral' ? union(inner, only([second.value])) : ANYTHING;
    }
    case 'histogram_quantile': {
      return second === undefined ? ANYTHING : intersection(infer(second), allBut(['le']));
    }
    case 'histogram_quantiles':
    case 'info':
      return ANYTHING;
    case 'time':
    case 'pi':
    case 'vector':
    case 'scalar':
      return NOTHING;
    default: {
      // Any other function answers with the labels of its vector; without one it is about the evaluation time.
      return args.reduce<LabelBound>((bound, argument) => union(bound, infer(argument)), NOTHING);
    }
  }
}

/** The labels whose values are equal on both sides of a match. */
function matchedOn({ on, labels }: VectorMatching): LabelBound {
  return on ? named(labels) : complement(only(labels.filter((ref) => !ref.variable).map((ref) => ref.name)));
}

/** Side `a` of a match with `b`: a label that must be equal on both sides is only there when both can have it. */
function matched(a: LabelBound, b: LabelBound, on: LabelBound): LabelBound {
  return intersection(a, union(b, complement(on)));
}

function ofVectors({ op, matching }: BinaryExpr, left: LabelBound, right: LabelBound): LabelBound {
  if (matching === undefined || op === 'or') return union(left, right);
  if (op === 'unless') return left;
  const on = matchedOn(matching);
  if (op === 'and') return matched(left, right, on);
  const { card, include, fillLeft, fillRight } = matching;
  if (fillLeft !== undefined || fillRight !== undefined) return union(union(left, right), named(include));
  if (card === 'one-to-one') {
    const both = matched(left, right, on);
    return matching.on ? intersection(both, named(matching.labels)) : without(both, matching.labels);
  }
  const [many, one] = card === 'one-to-many' ? [right, left] : [left, right];
  return union(without(matched(many, one, on), include), intersection(one, named(include)));
}

/** The labels a selector's series may have as far as its matchers tell: any that none of them requires to be empty. */
export function ofMatchers({ matchers }: VectorSelector): LabelBound {
  const empty = matchers.filter(({ op, value }) => op === '=' && value === '');
  return empty.length === 0 ? ANYTHING : allBut(empty.map(({ label }) => label));
}

function ofExpr(
  expr: Exclude<Expr, BinaryExpr>,
  ofSelector: (selector: VectorSelector) => LabelBound,
  infer: InferLabels,
): LabelBound {
  switch (expr.type) {
    case 'VectorSelector':
      return ofSelector(expr);
    case 'MatrixSelector':
      return infer(expr.selector);
    case 'SubqueryExpr':
    case 'UnaryExpr':
    case 'ParenExpr':
      return infer(expr.expr);
    case 'NumberLiteral':
    case 'StringLiteral':
      return NOTHING;
    case 'Call':
      return ofCall(expr, infer);
    case 'AggregateExpr':
      return ofAggregate(expr, infer);
    case 'VariableExpr':
    case 'ErrorExpr':
      return ANYTHING;
    default:
      return expr satisfies never;
  }
}

/** Expressions whose labels are remembered: those of some dashboards, which are looked at one after the other. */
const MOST_KNOWN = 20_000;

/**
 * An inference that knows what `ofSelector` knows of series, and infers each expression once. Sound when that is: what a
 * bound excludes cannot be there, whatever the series are.
 */
export function labelInference(ofSelector: (selector: VectorSelector) => LabelBound): InferLabels {
  const known = forgetful<Expr, LabelBound>(MOST_KNOWN);
  function remember(expr: Expr, bound: LabelBound): LabelBound {
    known.set(expr, bound);
    return bound;
  }
  function infer(expr: Expr): LabelBound {
    // A loop, as a chain of operators nests as deep as it is long.
    const chain: BinaryExpr[] = [];
    let innermost = expr;
    while (innermost.type === 'BinaryExpr' && !known.has(innermost)) {
      chain.push(innermost);
      innermost = innermost.left;
    }
    let bound = known.get(innermost);
    if (bound === undefined && innermost.type !== 'BinaryExpr') {
      bound = remember(innermost, ofExpr(innermost, ofSelector, infer));
    }
    return chain.reduceRight(
      (left, outer) => remember(outer, ofVectors(outer, left, infer(outer.right))),
      bound ?? ANYTHING,
    );
  }
  return infer;
}

/**
 * An upper bound on the labels the results of an expression carry. Sound: what it excludes cannot be there, whatever
 * the series are. It knows no series, so a selector may have any label that no matcher requires to be empty.
 */
export function inferLabels(expr: Expr): LabelBound {
  return labelInference(ofMatchers)(expr);
}
