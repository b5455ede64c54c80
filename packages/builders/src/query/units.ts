/**
 * Units as string literal types and the little algebra over them. A unit is a plural base unit of the naming guide
 * (`seconds`, `bytes`, `ratio`) or what is counted (`requests`); `string` means unknown and fits everything.
 */
type Unknown<U extends string> = string extends U ? true : false;

/** Unit of a classic bucket or a native histogram whose observations are in `U`. */
export type BucketOf<U extends string> = `bucket:${U}`;

/** What the observations of a bucket are measured in. */
export type ObservationUnit<U extends string> = U extends `bucket:${infer O}` ? O : U;

/** `rate`, `irate`, `deriv`: seconds per second is a ratio, buckets stay buckets. */
export type PerSecond<U extends string> =
  Unknown<U> extends true ? string : U extends 'seconds' ? 'ratio' : U extends `bucket:${string}` ? U : `${U}/second`;

/** Unit of `a * b`. */
export type Product<A extends string, B extends string> =
  Unknown<A> extends true
    ? string
    : Unknown<B> extends true
      ? string
      : A extends 'ratio'
        ? B
        : B extends 'ratio'
          ? A
          : A extends `${infer X}/second`
            ? B extends 'seconds'
              ? X
              : `${A}*${B}`
            : `${A}*${B}`;

/** Unit of `a / b`. */
export type Quotient<A extends string, B extends string> =
  Unknown<A> extends true
    ? string
    : Unknown<B> extends true
      ? string
      : A extends B
        ? 'ratio'
        : B extends 'ratio'
          ? A
          : B extends 'seconds'
            ? `${A}/second`
            : B extends `${A}/second`
              ? 'seconds'
              : [A, B] extends [`${infer X}/second`, `${infer Y}/second`]
                ? `${X}/${Y}`
                : `${A}/${B}`;

/** True when `a + b`, `a > b` and the like make sense. */
export type Comparable<A extends string, B extends string> =
  Unknown<A> extends true ? true : Unknown<B> extends true ? true : A extends B ? true : false;
