import { RE2JS } from 're2js';
import type { Matcher } from '../ast.ts';
import { labelValue, type LabelSet } from './labels.ts';

/** Whether a label value is accepted. */
export type ValueTest = (value: string) => boolean;

const MAX_REMEMBERED = 10_000;
const MAX_COMPILED = 200;
const compiled = new Map<string, ValueTest>();
/** Alternatives without special characters, such as `GET|POST`. */
const ALTERNATIVES = /^[\w\-/:,;=@ ]*(?:\|[\w\-/:,;=@ ]*)*$/;

/** Test of a value against a regular expression of Prometheus: RE2, anchored at both ends. Linear in the length of the value. */
export function regexTest(pattern: string): ValueTest {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  const test = makeTest(pattern);
  compiled.set(pattern, test);
  return test;
}

function makeTest(pattern: string): ValueTest {
  if (pattern === '.*') return () => true;
  if (pattern === '.+') return (value) => value !== '';
  if (ALTERNATIVES.test(pattern)) {
    const values = new Set(pattern.split('|'));
    return (value) => values.has(value);
  }
  const regex = RE2JS.compile(pattern, RE2JS.DOTALL);
  const results = new Map<string, boolean>();
  return (value) => {
    const known = results.get(value);
    if (known !== undefined) return known;
    if (results.size >= MAX_REMEMBERED) results.clear();
    const result = regex.matches(value);
    results.set(value, result);
    return result;
  };
}

/** Test of one label's value. */
export function matcherTest({ op, value: wanted }: Matcher): ValueTest {
  switch (op) {
    case '=':
      return (value) => value === wanted;
    case '!=':
      return (value) => value !== wanted;
    case '=~':
      return regexTest(wanted);
    case '!~': {
      const matches = regexTest(wanted);
      return (value) => !matches(value);
    }
    default:
      return op satisfies never;
  }
}

/** Test of a whole series against all matchers. */
export function seriesMatcher(matchers: readonly Matcher[]): (labels: LabelSet) => boolean {
  const tests = matchers.map((matcher) => ({ label: matcher.label, test: matcherTest(matcher) }));
  return (labels) => tests.every(({ label, test }) => test(labelValue(labels, label)));
}
