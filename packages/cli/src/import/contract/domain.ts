import type { LabelDomain, MetricType } from '@binnacle/model';
import type { ObservedLabel } from '../observed.ts';

/** A label's domain as it is proposed, with what was seen in a few words. */
export interface ProposedDomain {
  readonly domain: LabelDomain;
  /** For a comment; absent when the domain says it all. */
  readonly seen?: string;
}

/** More values than this are no enumeration, however they look. */
const MOST_ENUMERATED = 12;
/** Steps a bound is rounded up to, in every power of ten. */
const STEPS = [1, 2, 5, 10];
const LEAST_BOUND = 10;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 24;

/** Labels whose values come from where the service runs or what it is asked, and not from its code. */
const OPEN =
  /(?:^|_)(?:name|id|uid|uuid|device|interface|iface|disk|mount|mountpoint|path|dir|file|filename|address|addr|ip|host|hostname|node|nodename|pod|container|image|cpu|core|chip|sensor|zone|region|cluster|namespace|database|datname|db|dbname|user|usename|username|role|client|server|tenant|topic|queue|partition|shard|key|table|relname|schema|schemaname|index|handler|route|endpoint|url|uri|query|job|instance|target|group|rule|config|scrape|version|revision|branch|goversion|tags|release|sysname|machine|domainname|build|commit|date|time|os|arch|command|cmd|collector|param|setting)(?:_|$)/;
/** Addresses and ids are of the one instance that was asked, and may be nobody else's business. */
const PLACE = /\d+\.\d+\.\d+\.\d+|:\/\/|:\d+$|@|^[0-9a-f-]{16,}$/i;
/** A word as code writes one: no digits but at its end, no dots, no slashes. */
const WORD = /^[A-Za-z][A-Za-z_ -]{0,30}\d?$/;
const HTTP_METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'CONNECT',
  'TRACE',
]);

/** A bound with room to grow: the next 10, 20, 50, 100, … */
export function roundUp(count: number): number {
  for (let power = 1; ; power *= 10) {
    const step = STEPS.find((candidate) => candidate * power >= Math.max(count, LEAST_BOUND));
    if (step !== undefined) return step * power;
  }
}

function example(value: string): string {
  const plain = value.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
  return plain.length > LONGEST_EXAMPLE ? `${plain.slice(0, LONGEST_EXAMPLE)}…` : plain;
}

function seenOf({ values, overflowed, perInstance }: ObservedLabel): string {
  const telling = [...values].filter((value) => !PLACE.test(value)).toSorted();
  const count = `${overflowed ? 'about ' : ''}${perInstance} seen`;
  if (telling.length === 0) return count;
  const examples = telling.slice(0, EXAMPLES).map(example).join(', ');
  return `${count}: ${examples}${values.size > Math.min(telling.length, EXAMPLES) ? ', …' : ''}`;
}

function all(values: ReadonlySet<string>, pattern: RegExp): boolean {
  return [...values].every((value) => pattern.test(value));
}

/** What a label's values tell of its domain: an enumeration when they read like words of the code, else a bound. */
export function proposeDomain(name: string, label: ObservedLabel, type: MetricType): ProposedDomain {
  const { values, overflowed, perInstance } = label;
  const count = Math.max(perInstance, 1);
  if (/code|status/.test(name) && all(values, /^[1-5]\d\d$/)) return { domain: { kind: 'http-status', form: 'code' } };
  if (all(values, /^[1-5]xx$/)) return { domain: { kind: 'http-status', form: 'class' } };
  if (all(values, /^(?:true|false)$/)) return { domain: { kind: 'one-of', values: ['false', 'true'] } };
  const sorted = [...values].toSorted();
  const methods = sorted.every((value) => HTTP_METHODS.has(value));
  const words = !OPEN.test(name) && all(values, WORD);
  if (!overflowed && sorted.length >= 2 && sorted.length <= MOST_ENUMERATED && (methods || words)) {
    return { domain: { kind: 'one-of', values: sorted } };
  }
  // What an info metric says of an instance is one thing at a time.
  const bound = type === 'info' && count === 1 ? 1 : roundUp(count);
  return { domain: { kind: 'bounded', bound }, seen: seenOf(label) };
}
