import {
  CUSTOM_SCHEMA,
  histogram,
  NO_BUCKETS,
  type Buckets,
  type Histogram,
  type ResetHint,
} from '../histogram/histogram.ts';

const HINTS: Readonly<Record<string, ResetHint>> = {
  unknown: 'unknown',
  reset: 'reset',
  not_reset: 'notReset',
  gauge: 'gauge',
};
const NUMBERS = ['schema', 'sum', 'count', 'z_bucket', 'z_bucket_w', 'offset', 'n_offset'] as const;
const LISTS = ['buckets', 'n_buckets', 'custom_values'] as const;

/** A histogram in Prometheus's test notation; `hinted` when it says what is known about counter resets. */
export interface HistogramLiteral {
  readonly histogram: Histogram;
  readonly hinted: boolean;
}

/** What stands between `{{` and `}}`, such as `schema:0 sum:5 count:4 buckets:[1 2 1]`; an error as a text. */
export function parseHistogramLiteral(body: string): HistogramLiteral | string {
  const numbers = new Map<string, number>();
  const lists = new Map<string, readonly number[]>();
  let hint: ResetHint | undefined;
  for (const [field, key = '', list, value = ''] of body.matchAll(/([a-z_]+):(?:\[([^\]]*)\]|(\S+))|\S+/g)) {
    if (list !== undefined && LISTS.some((name) => name === key)) {
      lists.set(key, list.split(' ').filter(Boolean).map(parseValue));
    } else if (key === 'counter_reset_hint' && Object.hasOwn(HINTS, value)) hint = HINTS[value];
    else if (NUMBERS.some((name) => name === key)) numbers.set(key, parseValue(value));
    else return `${field} is no part of a histogram; write schema, sum, count, buckets, …`;
  }
  if ([...numbers.values(), ...[...lists.values()].flat()].some((number) => number === undefined)) {
    return `{{${body}}} holds what is no number`;
  }
  const schema = numbers.get('schema') ?? 0;
  return {
    hinted: hint !== undefined,
    histogram: histogram({
      schema,
      sum: numbers.get('sum') ?? 0,
      count: numbers.get('count') ?? 0,
      zeroCount: numbers.get('z_bucket') ?? 0,
      zeroThreshold: numbers.get('z_bucket_w') ?? 0,
      positive: bucketsFrom(lists.get('buckets') ?? [], numbers.get('offset') ?? 0),
      negative: bucketsFrom(lists.get('n_buckets') ?? [], numbers.get('n_offset') ?? 0),
      customBounds: schema === CUSTOM_SCHEMA ? (lists.get('custom_values') ?? []) : [],
      hint: hint ?? 'unknown',
    }),
  };
}

function bucketsFrom(counts: readonly number[], offset: number): Buckets {
  return counts.length === 0 ? NO_BUCKETS : { index: counts.map((_, i) => offset + i), count: counts };
}

/** A float as test files write it: decimal, `Inf`, `NaN`, in any case. */
export function parseValue(text: string): number {
  const size = text.replace(/^[+-]/, '').toLowerCase();
  const value = size === 'inf' ? Infinity : size === 'nan' ? NaN : Number(size);
  return text.startsWith('-') ? -value : value;
}
