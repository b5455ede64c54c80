import { NO_SPAN, type Matcher } from '@binnacle/promql';
import { apply, vector } from './expression.ts';
import type { Instant, Selector, Vector } from './vector.ts';

/**
 * The vector with labels of an info metric of the same target, without saying how the two match (`info` in PromQL; experimental).
 * Series whose target has no info metric stay, without the labels.
 */
export function withInfo<V extends Instant, I extends Selector, const L extends I['~']['labels']>(
  v: V,
  info: I,
  labels: readonly [L, ...L[]],
): Vector<V['~']['labels'] | L, V['~']['unit'], V['~']['kind']> {
  const { name = '', matchers } = info.expr;
  const wanted: readonly Matcher[] = labels
    .filter((label) => !matchers.some((m) => m.label === label))
    .map((label) => ({ span: NO_SPAN, label, op: '=~', value: '.*' }));
  const called: Matcher = { span: NO_SPAN, label: '__name__', op: '=', value: name };
  return vector(
    apply('info', v, { type: 'VectorSelector', span: NO_SPAN, matchers: [called, ...matchers, ...wanted] }),
  );
}
