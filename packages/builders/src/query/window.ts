import { NO_SPAN, type Duration } from '@binnacle/promql';
import type { Window } from './vector.ts';

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};
const DURATION = /^-?(?:\d+(?:ms|[smhdwy]))+$/;
const known = new Map<Window, Duration>();

/** A window as a duration node. @throws on text that is neither a Prometheus duration nor a dashboard variable. */
export function window(text: Window): Duration {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const node = read(text);
  known.set(text, node);
  return node;
}

function read(text: Window): Duration {
  if (text.startsWith('$') || text.startsWith('[[')) return { type: 'DurationVariable', span: NO_SPAN, text };
  if (!DURATION.test(text)) {
    throw new Error(`"${text}" is not a duration; write one like "5m", "1h30m" or "$__rate_interval"`);
  }
  let ms = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g)) ms += Number(count) * (UNIT_MS[unit ?? 's'] ?? 0);
  return { type: 'DurationLiteral', span: NO_SPAN, ms: text.startsWith('-') ? -ms : ms };
}
