/** Texts of each part of a pattern are combined by place; more would only be more of the same. */
const MOST = 6;
const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' };

interface Cursor {
  readonly pattern: string;
  at: number;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, MOST);
}

/** Every text of the first with one of the second. */
function followed(before: readonly string[], after: readonly string[]): readonly string[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, i) => (before[i % before.length] ?? '') + (after[i % after.length] ?? ''));
}

/** A character that a class such as `[a-z]` allows. */
function readClass(cursor: Cursor): string {
  const end = cursor.pattern.indexOf(']', cursor.at + 2);
  const inner = cursor.pattern.slice(cursor.at + 1, end < 0 ? undefined : end);
  cursor.at = end < 0 ? cursor.pattern.length : end + 1;
  if (!inner.startsWith('^'))
    return inner.startsWith('\\') ? (CLASSES[inner[1] ?? ''] ?? inner[1] ?? '') : (inner[0] ?? '');
  return ['a', '0', '-', '_', '/'].find((one) => !inner.includes(one)) ?? 'a';
}

function readAtom(cursor: Cursor): readonly string[] {
  const { pattern } = cursor;
  const char = pattern[cursor.at] ?? '';
  if (char === '[') return [readClass(cursor)];
  cursor.at += 1;
  if (char === '(') {
    const flags = /^\?(?:P?<\w+>|[imsU-]*:)/.exec(pattern.slice(cursor.at));
    if (flags !== null) cursor.at += flags[0].length;
    const inner = readAlternatives(cursor);
    cursor.at += 1;
    return inner;
  }
  if (char === '\\') {
    const escaped = pattern[cursor.at] ?? '';
    cursor.at += 1;
    return [CLASSES[escaped] ?? (escaped === 'b' ? '' : escaped)];
  }
  if (char === '^' || char === '$') return [''];
  // In `5..` any character is a digit.
  if (char === '.') return [/\d/.test(pattern[cursor.at - 2] ?? '') || pattern[cursor.at - 2] === '.' ? '0' : 'x'];
  return [char];
}

/** What a repetition makes of texts: as few of them as it allows. */
function readRepetition(cursor: Cursor, texts: readonly string[], isDot: boolean): readonly string[] {
  const [sign = ''] = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(cursor.pattern.slice(cursor.at)) ?? [];
  cursor.at += sign.length;
  if (sign === '') return texts;
  if (sign.startsWith('?')) return unique([...texts, '']);
  if (sign.startsWith('*')) return [''];
  if (sign.startsWith('+')) return isDot ? ['x'] : texts;
  return texts.map((one) => one.repeat(Math.min(20, Number.parseInt(sign.slice(1), 10))));
}

function readSequence(cursor: Cursor): readonly string[] {
  let texts: readonly string[] = [''];
  while (cursor.at < cursor.pattern.length && !'|)'.includes(cursor.pattern[cursor.at] ?? '')) {
    const isDot = cursor.pattern[cursor.at] === '.';
    const atom = readAtom(cursor);
    texts = unique(followed(texts, readRepetition(cursor, atom, isDot)));
  }
  return texts;
}

function readAlternatives(cursor: Cursor): readonly string[] {
  const texts = [...readSequence(cursor)];
  while (cursor.pattern[cursor.at] === '|') {
    cursor.at += 1;
    texts.push(...readSequence(cursor));
  }
  return unique(texts);
}

/** Texts that look as if a regular expression matched them; whether it does is for the caller to see. */
export function regexExamples(pattern: string): readonly string[] {
  return readAlternatives({ pattern, at: 0 });
}
