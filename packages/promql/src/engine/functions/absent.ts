import type { Call, Expr } from '../../ast.ts';
import { newColumn, setFloat } from '../evaluate/column.ts';
import { columnsOf } from '../evaluate/operands.ts';
import { type Frame, work } from '../evaluate/query.ts';
import { allMatchers } from '../evaluate/selector.ts';
import { ABSENT, type Value } from '../evaluate/value.ts';
import { eachWindow, rangesOf } from '../evaluate/window.ts';
import { argument } from './times.ts';
import { labelSet, type LabelSet } from '../labels.ts';

export function absent(call: Call, frame: Frame): Value {
  const there = new Uint8Array(frame.count);
  for (const { kinds } of columnsOf(argument(call, 0), frame)) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) if (kinds[step] !== ABSENT) there[step] = 1;
  }
  return missing(argument(call, 0), frame, there);
}

export function absentOverTime(call: Call, frame: Frame): Value {
  const there = new Uint8Array(frame.count);
  const ranges = rangesOf(argument(call, 0), frame, false);
  for (const samples of ranges.series) {
    eachWindow(frame, ranges, samples, ({ step }) => {
      there[step] = 1;
    });
  }
  return missing(argument(call, 0), frame, there);
}

function missing(expr: Expr, frame: Frame, there: Uint8Array): Value {
  const column = newColumn(frame, fixedLabels(expr));
  for (let step = 0; step < frame.count; step++) if (there[step] === 0) setFloat(column, step, 1);
  return { type: 'vector', columns: [column] };
}

/** The labels that a selector fixes to one value: with one matcher, which is `=`. */
function fixedLabels(expr: Expr): LabelSet {
  let inner = expr;
  while (inner.type === 'ParenExpr') inner = inner.expr;
  const selector = inner.type === 'MatrixSelector' ? inner.selector : inner;
  if (selector.type !== 'VectorSelector') return labelSet({});
  const labels: Record<string, string> = {};
  const seen = new Set<string>(['__name__']);
  for (const { label, op, value } of allMatchers(selector)) {
    if (op === '=' && !seen.has(label)) labels[label] = value;
    else delete labels[label];
    seen.add(label);
  }
  return labelSet(labels);
}
