import type { Call } from '../../ast.ts';
import { columnsOf, textOf } from '../evaluate/operands.ts';
import { type Frame, type Use, warn } from '../evaluate/query.ts';
import type { Value } from '../evaluate/value.ts';
import { compareNaturally } from './natural-order.ts';
import { argument } from './times.ts';
import { compareLabels, labelValue } from '../labels.ts';
import { FLOAT } from '../storage.ts';

function noteRange({ span }: Call, { query }: Frame): void {
  if (query.start === query.end) return;
  warn(query, 'sort is ineffective for range queries since results are always ordered by labels', span);
}

/** By value, smallest (`sign` 1) or largest (-1) first, NaN last; histograms are left out. */
export function sortByValue(sign: 1 | -1): (call: Call, frame: Frame, use: Use) => Value {
  return (call, frame) => {
    noteRange(call, frame);
    const columns = columnsOf(argument(call, 0), frame);
    if (frame.count > 1) return { type: 'vector', columns };
    const sorted = columns
      .filter(({ kinds }) => kinds[0] === FLOAT)
      .toSorted((a, b) => {
        const [left, right] = [a.values[0] ?? NaN, b.values[0] ?? NaN];
        if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
        return left === right ? 0 : sign * (left < right ? -1 : 1);
      });
    return { type: 'vector', columns: sorted, ordered: true };
  };
}

/** By the labels named, in natural order, then by all labels. */
export function sortByLabel(sign: 1 | -1): (call: Call, frame: Frame, use: Use) => Value {
  return (call, frame) => {
    noteRange(call, frame);
    const names = call.args.slice(1).map(textOf);
    const columns = columnsOf(argument(call, 0), frame);
    const sorted = columns.toSorted((a, b) => {
      for (const name of names) {
        const order = compareNaturally(labelValue(a.labels, name), labelValue(b.labels, name));
        if (order !== 0) return sign * order;
      }
      return sign * compareLabels(a.labels, b.labels);
    });
    return { type: 'vector', columns: sorted, ordered: true };
  };
}
