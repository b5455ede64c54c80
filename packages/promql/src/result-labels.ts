import type { AggregateExpr, BinaryExpr, Call, Expr } from './ast.ts';
import { isSetOperator, valueType } from './value-type.ts';

/**
 * The labels the result's series have: exactly these, sorted; `series` for those of the stored series it comes from, as far
 * as no aggregation took them; undefined where it cannot be told without them.
 */
export type ResultLabels = readonly string[] | 'series' | undefined;

/** True for labels that are known one by one. */
function isKnown(labels: ResultLabels): labels is readonly string[] {
  return labels !== undefined && labels !== 'series';
}

/** Aggregations that pass series on instead of making new ones. */
const SELECTING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
/** Functions that give their series other labels, or none. */
const RELABELLING: ReadonlySet<string> = new Set(['absent', 'absent_over_time', 'info', 'label_join', 'label_replace']);

function sorted(labels: Iterable<string>): readonly string[] {
  return [...new Set(labels)].toSorted();
}

function ofAggregation({ op, expr, grouping, without, param, opVariable }: AggregateExpr): ResultLabels {
  if (opVariable !== undefined || grouping.some(({ variable = false }) => variable)) return undefined;
  if (SELECTING.has(op)) return resultLabels(expr);
  if (without) {
    const inner = resultLabels(expr);
    const gone = new Set(grouping.map(({ name }) => name));
    return isKnown(inner) ? inner.filter((label) => !gone.has(label)) : undefined;
  }
  const labels = grouping.map(({ name }) => name);
  if (op !== 'count_values') return sorted(labels);
  return param?.type === 'StringLiteral' ? sorted([...labels, param.value]) : undefined;
}

function ofCall({ func, args }: Call): ResultLabels {
  if (RELABELLING.has(func)) return undefined;
  const from = args.find((arg) => ['vector', 'matrix'].includes(valueType(arg)));
  if (from === undefined) return func === 'vector' ? [] : undefined;
  const labels = resultLabels(from);
  const takesBucket = func === 'histogram_quantile' || func === 'histogram_fraction';
  return takesBucket && isKnown(labels) ? labels.filter((label) => label !== 'le') : labels;
}

function ofBinary({ op, left, right, matching }: BinaryExpr): ResultLabels {
  const [isLeft, isRight] = [valueType(left) === 'vector', valueType(right) === 'vector'];
  if (!isLeft || !isRight) return isLeft ? resultLabels(left) : isRight ? resultLabels(right) : undefined;
  if (isSetOperator(op)) return op === 'or' ? undefined : resultLabels(left);
  if (matching === undefined || matching.card === 'one-to-one') {
    if (matching?.on === true) return sorted(matching.labels.map(({ name }) => name));
    if (matching !== undefined && matching.labels.length > 0) return undefined;
    // Only what has the same labels matches.
    const [own, other] = [resultLabels(left), resultLabels(right)];
    return isKnown(own) ? own : other;
  }
  const many = resultLabels(matching.card === 'many-to-one' ? left : right);
  return isKnown(many) ? sorted([...many, ...matching.include.map(({ name }) => name)]) : undefined;
}

/** The labels that an instant vector's series have, as far as its expression tells. */
export function resultLabels(expr: Expr): ResultLabels {
  switch (expr.type) {
    case 'ParenExpr':
    case 'UnaryExpr':
    case 'SubqueryExpr':
      return resultLabels(expr.expr);
    case 'AggregateExpr':
      return ofAggregation(expr);
    case 'Call':
      return ofCall(expr);
    case 'BinaryExpr':
      return ofBinary(expr);
    case 'VectorSelector':
    case 'MatrixSelector':
      return 'series';
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return undefined;
    default:
      return expr satisfies never;
  }
}
