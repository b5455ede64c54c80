import type { Histogram } from '../engine/histogram/histogram.ts';
import { readComposite } from './composite.ts';
import { createCursor, type Cursor, LineError } from './cursor.ts';
import { readNumber, NUMBER } from './number.ts';

export { LineError };

/** One line of an exposition that says something. Label values are unescaped. */
export type ExpositionLine =
  | { readonly kind: 'help' | 'unit' | 'type'; readonly family: string; readonly text: string }
  | {
      readonly kind: 'sample';
      readonly name: string;
      readonly labels: ReadonlyMap<string, string>;
      /** NaN of a native histogram. */
      readonly value: number;
      readonly histogram?: Histogram;
      /** Unix milliseconds, when the line has one. */
      readonly timestamp?: number;
    }
  | { readonly kind: 'eof' };

/** `text` is Prometheus's text format 0.0.4, `openmetrics` is OpenMetrics 1.0; `either` accepts what one of them does. */
export type Format = 'text' | 'openmetrics' | 'either';

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
/** Where either format may be meant: seconds of the year 5138, milliseconds of 1973. */
const SECONDS_BELOW = 1e11;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;

/** Help text: 0.0.4 knows `\\` and `\n`, and leaves any other backslash as it is. */
function unescapeHelp(text: string): string {
  return text.replace(/\\([\\n"])/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

/** `{a="b",…}` after the brace; a bare quoted string among them is the metric's name, for names outside the old alphabet. */
function readLabels(cursor: Cursor, labels: Map<string, string>): string | undefined {
  let metric: string | undefined;
  for (;;) {
    cursor.space();
    if (cursor.take('}')) return metric;
    const start = cursor.at();
    const quoted = cursor.peek() === '"';
    const name = quoted ? cursor.quoted() : cursor.match(LABEL);
    if (name === undefined) {
      throw cursor.error(
        cursor.ended()
          ? 'unterminated label set: no } follows'
          : `unexpected "${cursor.peek()}" where a label name must stand`,
      );
    }
    cursor.space();
    if (quoted && cursor.peek() !== '=') {
      if (metric !== undefined) throw new LineError('a second metric name', start);
      metric = name;
    } else {
      if (!cursor.take('=')) throw cursor.error(`no = after label ${name}`);
      cursor.space();
      if (cursor.peek() !== '"') throw cursor.error(`the value of label ${name} is not quoted`);
      if (labels.has(name)) throw new LineError(`label ${name} is written twice`, start);
      labels.set(name, cursor.quoted());
    }
    cursor.space();
    if (!cursor.take(',') && cursor.peek() !== '}') {
      throw cursor.error(cursor.ended() ? 'unterminated label set: no } follows' : 'no comma between labels');
    }
  }
}

function readExemplar(cursor: Cursor): void {
  cursor.space();
  if (!cursor.take('{')) throw cursor.error('an exemplar has labels in braces after its #');
  readLabels(cursor, new Map());
  if (readNumber(cursor, 'value of an exemplar') === undefined) throw cursor.error('the exemplar has no value');
  readNumber(cursor, 'timestamp');
}

/** Milliseconds: 0.0.4 writes them, OpenMetrics seconds. OpenMetrics 2.0 adds the time at which counting began. */
function readTimestamp(cursor: Cursor, format: Format): number | undefined {
  let timestamp: number | undefined;
  for (cursor.space(); !cursor.ended() && cursor.peek() !== '#'; cursor.space()) {
    const at = cursor.at();
    const written = cursor.match(/[^ \t]+/y) ?? '';
    const isStart = format !== 'text' && written.startsWith('st@');
    const text = isStart ? written.slice(3) : written;
    if (!isStart && timestamp !== undefined) throw new LineError(`unexpected "${written}" after the sample`, at);
    if (format === 'text' ? !/^-?\d+$/.test(text) : !NUMBER.test(text)) {
      throw new LineError(`"${written}" is not a timestamp${format === 'text' ? ' in milliseconds' : ''}`, at);
    }
    if (isStart) continue;
    const isSeconds = format === 'openmetrics' || (format === 'either' && Math.abs(Number(text)) < SECONDS_BELOW);
    timestamp = isSeconds ? Math.round(Number(text) * 1000) : Number(text);
  }
  return timestamp;
}

/** A value in braces, unlike labels, has a colon after each name. */
function isComposite(cursor: Cursor): boolean {
  return /^\{[a-z_]+:/.test(cursor.rest());
}

function readSample(line: string, format: Format): ExpositionLine {
  const cursor = createCursor(line);
  cursor.space();
  const labels = new Map<string, string>();
  let name = cursor.match(NAME);
  if (name === undefined && cursor.peek() !== '{') throw cursor.error(`"${cursor.peek()}" cannot begin a metric name`);
  cursor.space();
  if (!isComposite(cursor) && cursor.take('{')) {
    const quoted = readLabels(cursor, labels);
    if (name !== undefined && quoted !== undefined) throw cursor.error('a second metric name');
    name ??= quoted;
  }
  if (name === undefined || name === '') throw cursor.error('this sample has no metric name');
  cursor.space();
  const histogram = format !== 'text' && isComposite(cursor) ? readComposite(cursor) : undefined;
  const value = histogram === undefined ? readNumber(cursor, 'value') : NaN;
  if (value === undefined) throw cursor.error(`${name} has no value`);
  const timestamp = readTimestamp(cursor, format);
  if (format !== 'text') {
    while (cursor.take('#')) {
      readExemplar(cursor);
      cursor.space();
    }
  }
  if (!cursor.ended()) throw cursor.error(`unexpected "${cursor.rest()}" after the sample`);
  return {
    kind: 'sample',
    name,
    labels,
    value,
    ...(histogram === undefined ? {} : { histogram }),
    ...(timestamp === undefined ? {} : { timestamp }),
  };
}

function readMetadata(line: string, kind: 'help' | 'unit' | 'type'): ExpositionLine {
  const cursor = createCursor(line);
  cursor.match(/[ \t]*#[ \t]+\w+/y);
  if (cursor.space() === 0) throw cursor.error(`# ${kind.toUpperCase()} names no metric`);
  const family = cursor.peek() === '"' ? cursor.quoted() : cursor.match(NAME);
  if (family === undefined) throw cursor.error(`# ${kind.toUpperCase()} names no metric`);
  const spaces = cursor.space();
  if (!cursor.ended() && spaces === 0) throw cursor.error(`unexpected "${cursor.peek()}" in a metric name`);
  const text = cursor.rest();
  return { kind, family, text: kind === 'help' ? unescapeHelp(text) : text.trimEnd() };
}

/** Reads one line, without its line end; undefined when it says nothing. Throws a {@link LineError}. */
export function readLine(line: string, format: Format): ExpositionLine | undefined {
  if (/^[ \t]*$/.test(line)) return undefined;
  const comment = /^[ \t]*#(?:[ \t]+(HELP|TYPE|UNIT|EOF)(?=[ \t]|$))?/.exec(line);
  if (comment === null) return readSample(line, format);
  const keyword = comment[1]?.toLowerCase();
  if (keyword === 'eof') return format === 'text' ? undefined : { kind: 'eof' };
  if (keyword === 'help' || keyword === 'type') return readMetadata(line, keyword);
  return keyword === 'unit' && format !== 'text' ? readMetadata(line, keyword) : undefined;
}
