import type { Match } from './vector.ts';

/** Characters with a meaning in RE2. */
const SPECIAL = /[\\^$.|?*+()[\]{}]/g;

/** Text as a regular expression that matches it and nothing else. */
export function escapeRegex(text: string): string {
  return text.replaceAll(SPECIAL, String.raw`\$&`);
}

/** `!=`: any value but this one, and series without the label. */
export function not<const V extends string>(value: V): Match<V> {
  return { op: '!=', value };
}

/** `=~` one of these values; they are matched as text, not as regular expressions. */
export function anyOf<const V extends string>(...values: readonly [V, ...V[]]): Match<V> {
  return { op: '=~', value: values.map(escapeRegex).join('|') };
}

/** `!~` none of these values; they are matched as text, not as regular expressions. */
export function noneOf<const V extends string>(...values: readonly [V, ...V[]]): Match<V> {
  return { op: '!~', value: values.map(escapeRegex).join('|') };
}

/** `=~`: the whole value matches the RE2 expression (Prometheus anchors it at both ends). */
export function regex(pattern: string): Match<never> {
  return { op: '=~', value: pattern };
}

/** `!~`: the whole value does not match the RE2 expression. */
export function notRegex(pattern: string): Match<never> {
  return { op: '!~', value: pattern };
}
