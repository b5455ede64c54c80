import type { Span } from '../../ast.ts';
import { warnMixedSchemas } from '../evaluate/notes.ts';
import { info, type Query, warn } from '../evaluate/query.ts';
import type { Window } from '../evaluate/window.ts';
import { histogramsOf, metricName } from './floats.ts';
import type { RangeContext, RateKind } from './range-context.ts';
import { toSchema } from '../histogram/align.ts';
import { addHistograms, compact, subtractHistograms } from '../histogram/arithmetic.ts';
import { type Histogram, histogram, isCustom } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';

/** Where notes about one series' histograms go. */
export interface Subject {
  readonly query: Query;
  readonly name: string;
  readonly span: Span;
}

export function warnNotCounter({ query, name, span }: Subject): void {
  warn(query, `this native histogram metric is not a counter: ${JSON.stringify(name)}`, span);
}

export function warnNotGauge({ query, name, span }: Subject): void {
  warn(query, `this native histogram metric is not a gauge: ${JSON.stringify(name)}`, span);
}

/** A sum or difference; `undefined`, and a warning, when custom meet exponential buckets. */
export function combineNoted(
  subject: Subject,
  left: Histogram,
  right: Histogram,
  what: 'addition' | 'subtraction',
): Histogram | undefined {
  const result = what === 'addition' ? addHistograms(left, right) : subtractHistograms(left, right);
  if (result === undefined) {
    warnMixedSchemas(subject.query, subject.name, subject.span);
    return undefined;
  }
  if (result.reconciled) {
    info(subject.query, `mismatched custom buckets were reconciled during ${what}`, subject.span);
  }
  return result.histogram;
}

/** The growth of a histogram between the first and last sample of a window, counter resets made up for. */
export function histogramIncrease(
  window: Window,
  context: RangeContext,
  { isCounter }: RateKind,
): Histogram | undefined {
  const all = histogramsOf(window).values;
  const subject: Subject = { query: context.query, name: metricName(window), span: context.argument.span };
  const first = all[0];
  const second = all[1];
  const last = all.at(-1);
  if (first === undefined || second === undefined || last === undefined) return undefined;
  if (isCounter && all.some(({ hint }) => hint === 'gauge')) warnNotCounter(subject);
  // What was before a reset right after the first sample does not matter, and neither does its layout.
  let previous =
    isCounter && detectReset(second, first)
      ? histogram({ schema: second.schema, customBounds: second.customBounds })
      : first;
  const relevant = [previous, ...(isCounter ? all.slice(1, -1) : []), last];
  if (relevant.some((one) => isCustom(one) !== isCustom(last))) {
    warnMixedSchemas(subject.query, subject.name, subject.span);
    return undefined;
  }
  const schema = Math.min(...relevant.map((one) => one.schema));
  let growth = combineNoted(subject, toSchema(last, schema), previous, 'subtraction');
  if (isCounter) {
    for (const current of all.slice(1)) {
      if (growth !== undefined && detectReset(current, previous)) {
        growth = combineNoted(subject, growth, previous, 'addition');
      }
      previous = current;
    }
  } else if (first.hint !== 'gauge' || last.hint !== 'gauge') warnNotGauge(subject);
  return growth === undefined ? undefined : compact({ ...growth, hint: 'gauge' });
}
