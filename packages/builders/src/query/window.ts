import { build, NO_SPAN, parse, parseDuration, type Duration } from '@binnacle/promql';
import type { Window } from './vector.ts';

const windows = new Map<Window, Duration>();

/**
 * A window as a duration node: `5m`, `$__rate_interval`, or an expression such as `step() * 4` (feature
 * `promql-duration-expr`).
 * @throws on text that is none of them.
 */
export function window(text: Window): Duration {
  const seen = windows.get(text);
  if (seen !== undefined) return seen;
  const node = parseDuration(text) === undefined ? ranged(text) : build.duration(text);
  if (node === undefined) {
    throw new Error(`"${text}" is not a duration; write one like "5m", "1h30m" or "$__rate_interval"`);
  }
  windows.set(text, node);
  return node;
}

/** How far an `offset` goes: a {@link window}, or a negative duration to look ahead. @throws on other text. */
export function offset(text: Window): Duration {
  if (!text.startsWith('-')) return window(text);
  const ahead = window(text.slice(1));
  return ahead.type === 'DurationLiteral'
    ? { ...ahead, ms: -ahead.ms }
    : { type: 'DurationUnary', span: NO_SPAN, op: '-', operand: ahead };
}

function ranged(text: string): Duration | undefined {
  const { expr, errors } = parse(`x[${text}]`);
  return errors.length === 0 && expr.type === 'MatrixSelector' ? expr.range : undefined;
}
