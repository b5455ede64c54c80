import type { InstantAnswer, RangeAnswer } from '@binnacle/promql/engine';
import type { ApiAnswer } from './prometheus.ts';

/** Samples of a result by series and time, as text: `{"job":"a"} 1700000000`. */
type Samples = ReadonlyMap<string, number>;

interface ApiSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}

const TOLERANCE = 1e-9;

function key(labels: Readonly<Record<string, string>>, seconds: number): string {
  return `${JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))} ${seconds}`;
}

function number(text: string): number {
  return text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text);
}

function theirs(answer: Extract<ApiAnswer, { status: 'success' }>): Samples {
  const { resultType, result } = answer.data;
  if (resultType === 'scalar') {
    const [seconds, text] = result as [number, string];
    return new Map([[key({}, seconds), number(text)]]);
  }
  return new Map(
    (result as readonly ApiSeries[]).flatMap(({ metric, value, values }) =>
      (values ?? (value === undefined ? [] : [value])).map(
        ([seconds, text]) => [key(metric, seconds), number(text)] as const,
      ),
    ),
  );
}

function ours(result: Extract<InstantAnswer | RangeAnswer, { ok: true }>['result'], time: number): Samples {
  if (result.type === 'scalar') return new Map([[key({}, time / 1000), result.value]]);
  if (result.type === 'vector') {
    return new Map(result.samples.map(({ labels, value }) => [key(labels, time / 1000), value]));
  }
  if (result.type === 'string') return new Map();
  return new Map(
    result.series.flatMap(({ labels, times, values }) =>
      Array.from(times, (at, i) => [key(labels, at / 1000), values[i] ?? NaN] as const),
    ),
  );
}

function same(a: number, b: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** The first difference between an answer of the engine and one of Prometheus; `undefined` when there is none. */
export function difference(own: InstantAnswer | RangeAnswer, other: ApiAnswer, time: number): string | undefined {
  if (other.status === 'error') {
    const alike = !own.ok && firstWords(own.error.message) === firstWords(other.error);
    return alike ? undefined : `Prometheus fails: ${other.error}; here ${own.ok ? 'not' : own.error.message}`;
  }
  if (!own.ok) return `the engine fails: ${own.error.message}`;
  const left = ours(own.result, time);
  const right = theirs(other);
  for (const [at, value] of right) {
    const found = left.get(at);
    if (found === undefined) return `${at} is ${value} and missing here`;
    if (!same(found, value)) return `${at} is ${value}, here ${found}`;
  }
  for (const [at, value] of left) if (!right.has(at)) return `${at} is ${value} here only`;
  return undefined;
}

/** Whether a query was answered with no sample at all. */
export function isEmpty(own: InstantAnswer | RangeAnswer): boolean {
  return own.ok && ours(own.result, 0).size === 0;
}

/** What kind of error a message tells, without the series it names. */
function firstWords(message: string): string {
  return message.replace('execution: ', '').split(' ').slice(0, 3).join(' ');
}

/** Whether both have the same values at each time, whatever the series. */
export function sameValues(own: InstantAnswer | RangeAnswer, other: ApiAnswer, time: number): boolean {
  if (!own.ok || other.status === 'error') return false;
  const left = valuesByTime(ours(own.result, time));
  const right = valuesByTime(theirs(other));
  return left.length === right.length && left.every((text, i) => text === right[i]);
}

function valuesByTime(samples: Samples): readonly string[] {
  return [...samples].map(([at, value]) => `${at.slice(at.lastIndexOf(' '))} ${value.toPrecision(9)}`).toSorted();
}
