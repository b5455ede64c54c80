import type { Call, Expr } from '../../ast.ts';
import { hasSamples, joinSame, newColumn, unnamed } from './column.ts';
import { fail } from './failure.ts';
import { scalarsOf } from './operands.ts';
import { type Frame, info, type Use, work } from './query.ts';
import { ABSENT, type Column, type NewColumn, type Value } from './value.ts';
import { eachWindow, type Ranges, rangesOf } from './window.ts';
import type { RangeContext } from '../functions/range-context.ts';
import { RANGE_FUNCTIONS } from '../functions/range-functions.ts';
import { labelValue } from '../labels.ts';

/** Functions that look at the ends of a range with `anchored` or `smoothed`. */
const EXTENDED: Readonly<Record<'anchored' | 'smoothed', readonly string[]>> = {
  anchored: ['changes', 'delta', 'increase', 'rate', 'resets'],
  smoothed: ['delta', 'increase', 'rate'],
};
/** Functions whose result is one of the samples, so that the name still fits. */
const KEEP_NAME: ReadonlySet<string> = new Set(['last_over_time', 'first_over_time']);

/** A function over a range vector: each series' samples in range, step by step. */
export function callRangeFunction(expr: Call, frame: Frame, use: Use): Value | undefined {
  const compute = RANGE_FUNCTIONS.get(expr.func);
  if (compute === undefined) return undefined;
  const at = expr.func === 'quantile_over_time' ? 1 : 0;
  const argument = expr.args[at];
  if (argument === undefined) return fail(`${expr.func} needs a range vector`, expr.span);
  const scalars = expr.args.flatMap((arg, i) => (i === at ? [] : [scalarsOf(arg, frame)]));
  const ranges = rangesOf(argument, frame, use.countsOnly);
  checkExtended(expr, argument, ranges);
  const context: RangeContext = {
    query: frame.query,
    frame,
    call: expr,
    argument,
    scalars,
    ranges,
    extreme: { values: undefined, high: 0, at: 0 },
  };
  const columns = ranges.series.flatMap((samples) => {
    const { labels, dropName } = KEEP_NAME.has(expr.func) ? samples : unnamed(frame.query, samples);
    const column = newColumn(frame, labels, dropName);
    eachWindow(frame, ranges, samples, (window) => {
      work(frame.query, window.high - window.low);
      compute(window, column, context);
    });
    noteNonCounter(context, column, labelValue(samples.labels, '__name__'), labelValue(samples.labels, '__type__'));
    return hasSamples(column) ? [column] : [];
  });
  return { type: 'vector', columns: joinSame(frame, columns, expr.span) };
}

function checkExtended({ func }: Call, argument: Expr, { extended }: Ranges): void {
  if (extended === undefined || EXTENDED[extended].includes(func)) return;
  fail(
    `${extended} modifier can only be used with: ${EXTENDED[extended].join(', ')} - not with ${func}`,
    argument.span,
  );
}

const COUNTER_NAME = /_(?:total|sum|count|bucket)$/;

/** A counter's name says what it is; the rate of something else is at least suspicious. */
function noteNonCounter({ query, call, argument }: RangeContext, column: NewColumn, name: string, type: string): void {
  if ((call.func !== 'rate' && call.func !== 'increase') || name === '') return;
  if (query.typeAndUnit) {
    if (type === 'counter' || type === 'histogram' || !hasFloats(column)) return;
    info(
      query,
      `metric might not be a counter, __type__ label is not set to "counter" or "histogram", got "${type}": ${JSON.stringify(name)}`,
      argument.span,
    );
  } else if (!COUNTER_NAME.test(name) && hasFloats(column)) {
    info(
      query,
      `metric might not be a counter, name does not end in _total/_sum/_count/_bucket: ${JSON.stringify(name)}`,
      argument.span,
    );
  }
}

function hasFloats({ kinds, histograms }: Column): boolean {
  return kinds.some((kind, step) => kind !== ABSENT && histograms[step] === undefined);
}
