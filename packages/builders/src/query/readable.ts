import type { KindOf, Operand } from './vector.ts';

/** Name of the metric a value is, where the type still knows it. */
type NameOf<V> = V extends { readonly '~named'?: readonly [name: infer N extends string, help: string] }
  ? string extends N
    ? 'this'
    : N
  : 'this';

/**
 * The value itself when a person can read it on a panel or an alert can be put on it; of a raw counter or a raw native
 * histogram, a sentence that the compiler shows. Use as `query<V extends Operand>(v: Readable<V>)`.
 */
export type Readable<V extends Operand> = V extends number
  ? V
  : KindOf<V> extends 'counter'
    ? `${NameOf<V>} is a raw counter: use rate() or increase()`
    : KindOf<V> extends 'histogram'
      ? `${NameOf<V>} is a raw native histogram: use rate(), then histogramQuantile()`
      : V;
