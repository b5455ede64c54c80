import { MAX_DURATION_MS, parseDuration } from '../duration.ts';
import type { Lexer } from '../lexer.ts';
import { formatNumber, parseNumber, shiftPoint } from '../number.ts';
import { unquote } from '../quote.ts';
import { shorten } from '../shorten.ts';

/** The value of the current number token; reports one that is no number. */
export function numberValue(lexer: Lexer): number {
  const value = parseNumber(lexer.word);
  if (value !== undefined) return value;
  lexer.reportHere(
    `${shorten(lexer.word)} is not a number`,
    /^\d[\d_.]*[eE]/.test(lexer.word) ? 'the largest is about 1.8e308' : undefined,
  );
  return 0;
}

/** Milliseconds of the current duration token; reports one that is no duration. */
export function durationValue(lexer: Lexer): number {
  const { word } = lexer;
  const ms = parseDuration(word);
  if (ms !== undefined && ms !== Infinity) return ms;
  if (ms === Infinity) lexer.reportHere(`duration ${shorten(word)} is out of range`, 'the longest is about 292y');
  else lexer.reportHere(`${shorten(word)} is neither a number nor a duration`, durationHint(word));
  return 0;
}

function durationHint(word: string): string {
  if (/^\d+\.\d*[smhdwy]/.test(word)) return 'units take whole numbers: 1h30m, not 1.5h';
  if (/^\d+[A-Z]$/.test(word)) return `units are lower case: ${word.toLowerCase()}`;
  const unit = /^\d+(min|minutes?|hr|hours?|sec|seconds?|days?|weeks?|mo|months?|years?)$/.exec(word)?.[1];
  if (unit !== undefined) {
    return unit.startsWith('mo')
      ? 'there is no unit for months: write 30d'
      : `write ${word.slice(0, -unit.length)}${unit[0]}`;
  }
  return 'units are y, w, d, h, m, s, ms, each once and in this order: 1h30m';
}

/** Seconds as milliseconds, exactly: `0.3` is 300. */
export function secondsToMs(seconds: number): number {
  return Number.isInteger(seconds) ? seconds * 1000 : Number(shiftPoint(formatNumber(seconds), 3));
}

/** Whether Prometheus can hold this duration. */
export function inRange(ms: number): boolean {
  return Math.abs(ms) <= MAX_DURATION_MS;
}

/** The value of the current string token; reports broken escapes at their place. */
export function stringValue(lexer: Lexer): string {
  const { word, start } = lexer;
  // Unclosed or curly quotes have been reported; what they enclose is still useful.
  const first = word.charCodeAt(0);
  if (first > 96 || word.length < 2 || word.charCodeAt(word.length - 1) !== first) return word.slice(1);
  const value = unquote(word);
  if (typeof value === 'string') return value;
  const hint = value.message.startsWith('unknown') ? String.raw`write \\ for a backslash, or use backticks` : undefined;
  lexer.report(value.message, start + value.start, start + value.end, hint);
  return word.slice(1, -1);
}
