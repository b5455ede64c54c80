import type { BinaryExpr } from '../../ast.ts';
import { joinSame, masked } from './column.ts';
import { fail } from './failure.ts';
import { matchGroups } from './matching.ts';
import { type Frame, work } from './query.ts';
import { ABSENT, type Column, type Value } from './value.ts';

/** `and`, `or`, `unless`: at each step by which series of the other side are there. */
export function setOperation({ op, span, matching }: BinaryExpr, frame: Frame, left: Value, right: Value): Value {
  if (left.type !== 'vector' || right.type !== 'vector') return fail(`${op} works on instant vectors`, span);
  const groups = matchGroups(matching ?? { on: false, labels: [] }, left.columns, right.columns);
  const columns: Column[] = [];
  for (const group of groups) {
    if (op === 'or') {
      const there = presence(frame, group.left);
      columns.push(...group.left);
      for (const column of group.right) {
        columns.push(group.left.length === 0 ? column : masked(frame, column, (step) => there[step] === 0));
      }
    } else {
      const wanted = op === 'and' ? 1 : 0;
      if (group.right.length === 0) {
        if (wanted === 0) columns.push(...group.left);
        continue;
      }
      const there = presence(frame, group.right);
      for (const column of group.left) columns.push(masked(frame, column, (step) => there[step] === wanted));
    }
  }
  return { type: 'vector', columns: op === 'or' ? joinSame(frame, columns, span) : columns };
}

/** 1 at each step at which one of the series has a sample. */
function presence(frame: Frame, columns: readonly Column[]): Uint8Array {
  const there = new Uint8Array(frame.count);
  for (const { kinds } of columns) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) if (kinds[step] !== ABSENT) there[step] = 1;
  }
  return there;
}
