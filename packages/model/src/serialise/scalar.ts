/** Words that a YAML 1.1 or 1.2 reader takes for a boolean, a number or null, in lower case. */
const RESERVED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf']);
const LONGEST_RESERVED = 5;

/** Printable without escape in every style (YAML 1.2.2, 5.1) and no line break to a 1.1 reader; no tab, because tabs beside indentation confuse people. */
const PRINTABLE =
  '[ -~\\u{a0}-\\u{2027}\\u{202a}-\\u{d7ff}\\u{e000}-\\u{fefe}\\u{ff00}-\\u{fffd}\\u{10000}-\\u{10ffff}]';
const PRINTABLE_LINE = new RegExp(`^${PRINTABLE}*$`, 'u');
/** A value that starts like a word, a path or a parenthesis. */
const PLAIN = new RegExp(`^[A-Za-z_/(]${PRINTABLE}*$`, 'u');
/** A Prometheus duration: starts with a digit, but no reader takes it for a number. */
const DURATION = /^(?:\d{1,15}(?:ms|[smhdwy]))+$/;
const PLAIN_KEY = /^[A-Za-z_][\w./-]{0,127}$/;
const NOT_PRINTABLE = new RegExp(PRINTABLE.replace('[', '[^'), 'gu');

function isReserved(text: string): boolean {
  return text.length <= LONGEST_RESERVED && RESERVED.has(text.toLowerCase());
}

function isPlain(text: string): boolean {
  if (!PLAIN.test(text)) return DURATION.test(text);
  return (
    !text.includes(': ') && !text.includes(' #') && !text.endsWith(':') && !text.endsWith(' ') && !isReserved(text)
  );
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(text: string): string {
  if (!text.includes("'") && PRINTABLE_LINE.test(text)) return `'${text}'`;
  return JSON.stringify(text).replace(NOT_PRINTABLE, escaped);
}

/** A string on one line: plain where readers of YAML 1.1 and 1.2 agree on it, else single or double quoted. */
export function yamlString(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/** A mapping key: plain for identifiers, paths and label keys, else quoted. */
export function yamlKey(key: string): string {
  return PLAIN_KEY.test(key) && !isReserved(key) ? key : quoted(key);
}

/** A number as every reader takes it (YAML 1.1 wants a point in every exponent form). NaN and the infinities are null, as in JSON. */
export function yamlNumber(value: number): string {
  const text = JSON.stringify(value);
  const exponent = text.indexOf('e');
  if (exponent < 0 || text.includes('.')) return text;
  return `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}

/** Header and lines of a multi-line string when it can be a literal block that every reader gives back unchanged. */
export interface LiteralBlock {
  readonly header: '|' | '|-';
  readonly lines: readonly string[];
}

/** The string as a literal block, or undefined when it must be quoted: one line, leading or trailing blank lines, characters that need an escape. */
export function literalBlock(text: string): LiteralBlock | undefined {
  if (!text.includes('\n') || text.startsWith(' ') || text.startsWith('\n')) return undefined;
  const clipped = text.endsWith('\n');
  const lines = (clipped ? text.slice(0, -1) : text).split('\n');
  if ((lines.at(-1) ?? '').trim() === '' || !lines.every((line) => PRINTABLE_LINE.test(line))) return undefined;
  return { header: clipped ? '|' : '|-', lines };
}
