import type { Expr, UnaryExpr } from '../../ast.ts';
import { isSetOperator } from '../../value-type.ts';
import { aggregate } from './aggregate.ts';
import { binaryOperation } from './binary.ts';
import { callFunction } from './call.ts';
import { joinSame, newColumn, setFloat, setHistogram, unnamed } from './column.ts';
import { fail, unsupported } from './failure.ts';
import { standsStill } from './invariant.ts';
import { ANY_USE, type Frame, spend, work, type Use } from './query.ts';
import { selectInstant } from './selector.ts';
import { setOperation } from './set-operation.ts';
import type { Column, Value } from './value.ts';
import { multiplyHistogram } from '../histogram/arithmetic.ts';
import { FLOAT } from '../storage.ts';

/** Evaluates an expression at all steps of a frame. */
export function evaluate(expr: Expr, frame: Frame, use: Use = ANY_USE): Value {
  if (frame.count > 1 && standsStill(expr)) return repeated(evaluate(expr, { ...frame, count: 1 }, use), frame);
  work(frame.query, frame.count);
  switch (expr.type) {
    case 'NumberLiteral':
      return { type: 'scalar', values: new Float64Array(frame.count).fill(expr.value) };
    case 'StringLiteral':
      return { type: 'string', value: expr.value };
    case 'ParenExpr':
      return evaluate(expr.expr, frame, use);
    case 'VectorSelector':
      return { type: 'vector', columns: selectInstant(frame, expr, use.countsOnly) };
    case 'UnaryExpr':
      return unary(expr, frame, use);
    case 'BinaryExpr':
      return operations(expr, frame, use);
    case 'AggregateExpr':
      return aggregate(expr, frame, use);
    case 'Call':
      return callFunction(expr, frame, use);
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return fail('a range vector stands alone or is the argument of a function', expr.span);
    case 'VariableExpr':
      return unsupported(`${expr.text} is a Grafana variable, which needs a value`, expr.span);
    case 'ErrorExpr':
      return fail('the query could not be read', expr.span);
    default:
      return expr satisfies never;
  }
}

/** Operations lean to the left; a long chain of them is evaluated without recursion along the chain. */
function operations(expr: Extract<Expr, { type: 'BinaryExpr' }>, frame: Frame, use: Use): Value {
  const chain = [expr];
  let first: Expr = expr.left;
  for (; first.type === 'BinaryExpr'; first = first.left) chain.push(first);
  let left = evaluate(first, frame, use);
  for (const operation of chain.toReversed()) {
    const right = evaluate(operation.right, frame, use);
    left = isSetOperator(operation.op)
      ? setOperation(operation, frame, left, right)
      : binaryOperation(operation, frame, left, right);
  }
  return left;
}

function unary({ op, expr, span }: UnaryExpr, frame: Frame, use: Use): Value {
  const value = evaluate(expr, frame, use);
  if (op === '+' || value.type === 'string') return value;
  if (value.type === 'scalar') return { type: 'scalar', values: value.values.map((number) => -number) };
  const columns = value.columns.map((column): Column => {
    const { labels, dropName } = unnamed(frame.query, column);
    const result = newColumn(frame, labels, dropName);
    for (let step = 0; step < frame.count; step++) {
      const histogram = column.histograms[step];
      if (column.kinds[step] === FLOAT) setFloat(result, step, -(column.values[step] ?? NaN));
      else if (histogram !== undefined) setHistogram(result, step, multiplyHistogram(histogram, -1));
    }
    return result;
  });
  return { type: 'vector', columns: joinSame(frame, columns, span) };
}

/** The value of one step at every step of a frame. */
function repeated(value: Value, frame: Frame): Value {
  if (value.type === 'string') return value;
  if (value.type === 'scalar') {
    return { type: 'scalar', values: new Float64Array(frame.count).fill(value.values[0] ?? NaN) };
  }
  const columns = value.columns.map((column): Column => {
    spend(frame.query, frame.count);
    const histogram = column.histograms[0];
    return {
      ...column,
      kinds: new Uint8Array(frame.count).fill(column.kinds[0] ?? 0),
      values: new Float64Array(frame.count).fill(column.values[0] ?? NaN),
      histograms: histogram === undefined ? [] : Array.from({ length: frame.count }, () => histogram),
    };
  });
  return { ...value, columns };
}
