/** One line of an exposition that says something. Label values are unescaped. */
export type ExpositionLine =
  | { readonly kind: 'help' | 'unit' | 'type'; readonly family: string; readonly text: string }
  | {
      readonly kind: 'sample';
      readonly name: string;
      readonly labels: ReadonlyMap<string, string>;
      readonly value: number;
    }
  | { readonly kind: 'eof' };

/** `text` is Prometheus's text format 0.0.4, `openmetrics` is OpenMetrics 1.0; `either` accepts what one of them does. */
export type Format = 'text' | 'openmetrics' | 'either';

/** What is wrong with a line, and the 1-based column it is wrong at. */
export class LineError extends Error {
  readonly column: number;
  constructor(message: string, at: number) {
    super(message);
    this.column = at + 1;
  }
}

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const TOKEN = /[^ \t]+/y;
/** What Go's ParseFloat reads. */
const NUMBER =
  /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+)p[+-]?\d+|inf|infinity|nan)$/i;
const HEX = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i;

function toNumber(text: string, at: number, what: string): number {
  if (!NUMBER.test(text)) throw new LineError(`"${text}" is not a ${what}`, at);
  const hex = HEX.exec(text);
  if (hex !== null) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
    const value = parseInt(`${whole}${fraction}`, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
    return sign === '-' ? -value : value;
  }
  if (/nan$/i.test(text)) return NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

function unescape(text: string, at: number): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.?)/gs, (sequence, char: string, index: number) => {
    if (char === 'n') return '\n';
    if (char === '\\' || char === '"') return char;
    throw new LineError(`${sequence} is not an escape: only \\\\, \\" and \\n are`, at + index);
  });
}

/** Help text: 0.0.4 knows `\\` and `\n`, and leaves any other backslash as it is. */
function unescapeHelp(text: string): string {
  return text.replace(/\\([\\n"])/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

/** Reads one line from left to right. */
function createCursor(line: string) {
  let position = 0;

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = position;
    const found = pattern.exec(line)?.[0];
    if (found !== undefined) position += found.length;
    return found;
  }

  function error(message: string): LineError {
    return new LineError(message, position);
  }

  return {
    match,
    error,
    at: (): number => position,
    peek: (): string => line.charAt(position),
    rest: (): string => line.slice(position),
    ended: (): boolean => position >= line.length,
    /** Spaces and tabs; their number. */
    space(): number {
      return match(/[ \t]*/y)?.length ?? 0;
    },
    take(char: string): boolean {
      if (line.charAt(position) !== char) return false;
      position += 1;
      return true;
    },
    quoted(): string {
      const start = position + 1;
      const text = match(/"(?:[^"\\]|\\.)*"/y);
      if (text === undefined) throw error('unterminated "');
      return unescape(text.slice(1, -1), start);
    },
  };
}

type Cursor = ReturnType<typeof createCursor>;

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

function readNumber(cursor: Cursor, what: string): number | undefined {
  cursor.space();
  const at = cursor.at();
  const text = cursor.match(TOKEN);
  return text === undefined ? undefined : toNumber(text, at, what);
}

function readExemplar(cursor: Cursor): void {
  cursor.space();
  if (!cursor.take('{')) throw cursor.error('an exemplar has labels in braces after its #');
  readLabels(cursor, new Map());
  if (readNumber(cursor, 'value of an exemplar') === undefined) throw cursor.error('the exemplar has no value');
  readNumber(cursor, 'timestamp');
}

function readSample(line: string, format: Format): ExpositionLine {
  const cursor = createCursor(line);
  cursor.space();
  const labels = new Map<string, string>();
  let name = cursor.match(NAME);
  if (name === undefined && cursor.peek() !== '{') throw cursor.error(`"${cursor.peek()}" cannot begin a metric name`);
  cursor.space();
  if (cursor.take('{')) {
    const quoted = readLabels(cursor, labels);
    if (name !== undefined && quoted !== undefined) throw cursor.error('a second metric name');
    name ??= quoted;
  }
  if (name === undefined || name === '') throw cursor.error('this sample has no metric name');
  const value = readNumber(cursor, 'value');
  if (value === undefined) throw cursor.error(`${name} has no value`);
  cursor.space();
  if (!cursor.ended() && cursor.peek() !== '#') {
    const at = cursor.at();
    const timestamp = cursor.match(TOKEN) ?? '';
    if (format === 'text' ? !/^-?\d+$/.test(timestamp) : !NUMBER.test(timestamp)) {
      throw new LineError(`"${timestamp}" is not a timestamp${format === 'text' ? ' in milliseconds' : ''}`, at);
    }
    cursor.space();
  }
  if (format !== 'text' && cursor.take('#')) readExemplar(cursor);
  cursor.space();
  if (!cursor.ended()) throw cursor.error(`unexpected "${cursor.rest()}" after the sample`);
  return { kind: 'sample', name, labels, value };
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
