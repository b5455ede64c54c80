import type { QueryComparison } from './difference.ts';

/** Longest text of a value that a difference shows whole, and of a piece of code. */
const LONGEST = 60;
const LONGEST_CODE = 160;

/** One line of a text, at most so many characters of it. */
export function cut(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** A value as a reader sees it: text as it is, the rest as JSON, cut where it is long; no backticks. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return cut(text.replaceAll('`', "'"), LONGEST);
}

/** A piece of code between backticks. */
export function code(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return `\`${cut(text.replaceAll('`', "'"), LONGEST_CODE)}\``;
}

/** Changed parts of a query: `` `[5m]` → `[1m]`, `code="500"` added ``. */
export function partsText(parts: NonNullable<ReturnType<QueryComparison>>): string {
  return parts
    .map(({ before, after }) => {
      if (before === '') return `${code(after)} added`;
      return after === '' ? `${code(before)} removed` : `${code(before)} → ${code(after)}`;
    })
    .join(', ');
}

/** Characters before the first that differs. */
const LEAD = 16;

/** Two long texts from shortly before where they differ, for what would look the same when it is cut. */
function aroundChange(before: string, after: string): readonly [string, string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const from = Math.max(0, start - LEAD);
  const [old, next] = [before.slice(from), after.slice(from)];
  return from === 0 ? [old, next] : [`…${old}`, `…${next}`];
}

/** A named value that changed, came or went: `title A → B`, `unit added: s`, `runbook removed: https://…`. */
export function changedText(name: string, before: unknown, after: unknown, shown = shownValue): string {
  if (isNothing(before)) return `${name} added: ${shown(after)}`;
  if (isNothing(after)) return `${name} removed: ${shown(before)}`;
  const [old, next] = [shown(before), shown(after)];
  const isCut = old === next && typeof before === 'string' && typeof after === 'string';
  const [from, to] = isCut ? aroundChange(before, after).map((text) => shown(text)) : [old, next];
  return `${name} ${from} → ${to}`;
}

/** True for what a resource leaves out in one way or another. */
export function isNothing(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

/** `1 alert`, `2 alerts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400e3],
  ['hour', 3600e3],
  ['minute', 60e3],
  ['second', 1e3],
];

/** A span of time in words, in the largest unit that divides it: `5 minutes`, `90 seconds`. */
export function spanInWords(ms: number): string {
  const [unit, size] = UNITS.find(([, each]) => ms >= each && ms % each === 0) ?? ['millisecond', 1];
  return counted(ms / size, unit);
}
