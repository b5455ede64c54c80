import type { Call, Expr, ParseError, VectorSelector } from './ast.ts';
import { checkRegex } from './regex.ts';
import { hasVariable } from './variable.ts';
import { walk } from './walk.ts';

/**
 * What Prometheus reads without complaint and then fails to evaluate, every time: a broken regular expression or label name in
 * `label_replace` and its like, `anchored` and `smoothed` under a function that cannot use them, NaN as a parameter.
 */
export function checkEvaluation(expr: Expr): readonly ParseError[] {
  const errors: ParseError[] = [];
  walk(expr, (node, parents) => {
    if (node.type === 'Call') checkCall(node, errors);
    else if (node.type === 'AggregateExpr') {
      const { op, param } = node;
      if (op === 'count_values' && param !== undefined) checkLabel(param, op, errors);
      if (NUMERIC.has(op) && param?.type === 'NumberLiteral' && Number.isNaN(param.value)) {
        errors.push({ message: `the parameter of ${op} is NaN`, span: param.span, hint: 'write a number' });
      }
    } else if (node.type === 'MatrixSelector') checkExtended(node.selector, node, parents.at(-1), errors);
  });
  return errors.toSorted((a, b) => a.span.start - b.span.start);
}

const NUMERIC: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function checkCall({ func, args }: Call, errors: ParseError[]): void {
  if (func !== 'label_replace' && func !== 'label_join') return;
  const target = args[1];
  if (target !== undefined) checkLabel(target, func, errors);
  const pattern = func === 'label_replace' ? args[4] : undefined;
  if (pattern?.type !== 'StringLiteral') return;
  const problem = checkRegex(pattern.value);
  if (problem !== undefined) errors.push({ ...problem, span: pattern.span });
}

function checkLabel(label: Expr, name: string, errors: ParseError[]): void {
  if (label.type !== 'StringLiteral' || hasVariable(label.value)) return;
  if (label.value !== '' && !/\p{Surrogate}/u.test(label.value)) return;
  errors.push({ message: `${name} sets a label with an invalid name`, span: label.span, hint: 'write a label name' });
}

/** Functions that can use a range with interpolated ends. */
const EXTENDED: Readonly<Record<'anchored' | 'smoothed', readonly string[]>> = {
  anchored: ['changes', 'delta', 'increase', 'rate', 'resets'],
  smoothed: ['delta', 'increase', 'rate'],
};

function checkExtended(
  { extended }: VectorSelector,
  range: Expr,
  parent: Expr | undefined,
  errors: ParseError[],
): void {
  if (extended === undefined || parent?.type !== 'Call' || hasVariable(parent.func)) return;
  const able = EXTENDED[extended];
  if (able.includes(parent.func)) return;
  errors.push({
    message: `${extended} does not go with ${parent.func}`,
    span: range.span,
    hint: `use it within ${able.join(', ')}`,
  });
}
