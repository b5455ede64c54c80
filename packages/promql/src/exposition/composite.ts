import { histogram, type Buckets, type Histogram } from '../engine/histogram/histogram.ts';
import { type Cursor, LineError } from './cursor.ts';
import { toNumber } from './number.ts';

const FIELD = /([a-z_]+):(\[[^\]]*\]|[^,[\]{}\s]+)(?=[,}])/y;
const NATIVE = ['schema', 'zero_threshold', 'zero_count'] as const;

function numbersOf(list: string, at: number, what: string): number[] {
  const inner = list.slice(1, -1);
  return inner === '' ? [] : inner.split(',').map((text) => toNumber(text, at, what));
}

/** Buckets of spans `offset:length`, the first offset from bucket 0 and each other from the end of the span before. */
function bucketsOf(spans: string, counts: string, at: number): Buckets {
  const index: number[] = [];
  let next = 0;
  for (const span of spans.slice(1, -1).split(',').filter(Boolean)) {
    const [, offset = '', length = ''] = /^(-?\d+):(\d+)$/.exec(span) ?? [];
    if (offset === '') throw new LineError(`"${span}" is no span: write offset:length`, at);
    next += Number(offset);
    for (let i = 0; i < Number(length); i += 1) index.push(next++);
  }
  const count = numbersOf(counts, at, 'bucket');
  if (count.length !== index.length) {
    throw new LineError(`the spans have room for ${index.length} buckets and there are ${count.length}`, at);
  }
  return { index, count };
}

/**
 * A native histogram as OpenMetrics 2.0 writes it: `{count:2,sum:120,schema:0,zero_threshold:1e-4,zero_count:0,positive_spans:[1:2],
 * positive_buckets:[1,1]}`. Classic buckets beside it are left out.
 */
export function readComposite(cursor: Cursor): Histogram {
  const at = cursor.at();
  cursor.take('{');
  const fields = new Map<string, string>();
  do {
    const found = cursor.match(FIELD);
    if (found === undefined) throw cursor.error('a field of a histogram such as count:1 must stand here');
    const colon = found.indexOf(':');
    fields.set(found.slice(0, colon), found.slice(colon + 1));
  } while (cursor.take(','));
  if (!cursor.take('}')) throw cursor.error('unterminated histogram: no } follows');
  const missing = NATIVE.filter((name) => !fields.has(name));
  if (missing.length > 0) {
    throw new LineError(`only native histograms are read as one value, and this has no ${missing.join(', ')}`, at);
  }
  const field = (name: string, otherwise: string): string => fields.get(name) ?? otherwise;
  const number = (name: string, gauge: string): number => toNumber(field(name, field(gauge, '0')), at, name);
  return histogram({
    count: number('count', 'gcount'),
    sum: number('sum', 'gsum'),
    schema: toNumber(field('schema', '0'), at, 'schema'),
    zeroThreshold: toNumber(field('zero_threshold', '0'), at, 'zero_threshold'),
    zeroCount: toNumber(field('zero_count', '0'), at, 'zero_count'),
    positive: bucketsOf(field('positive_spans', '[]'), field('positive_buckets', '[]'), at),
    negative: bucketsOf(field('negative_spans', '[]'), field('negative_buckets', '[]'), at),
    hint: fields.has('gcount') ? 'gauge' : 'unknown',
  });
}
