import type { Comment, ObjectExpression } from 'oxc-parser';
import type { Edit } from './edits.ts';

/** Whitespace a line begins with. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Whitespace before the entries of an object. */
export function entryIndent(text: string, object: ObjectExpression): string {
  const [first] = object.properties;
  const own = indentAt(text, object.end - 1);
  if (first === undefined || !text.slice(object.start, first.start).includes('\n')) return `${own}  `;
  return indentAt(text, first.start);
}

/** The first place after `from` that is neither space nor comment. */
function skip(text: string, from: number, comments: readonly Comment[]): number {
  let position = from;
  for (;;) {
    while (/\s/.test(text.charAt(position))) position += 1;
    const comment = comments.find(({ start }) => start === position);
    if (comment === undefined) return position;
    position = comment.end;
  }
}

/** Adds entries, each a whole line or several with its comma, after the last one of an object. Comments stay where they are. */
export function appendEntries(
  text: string,
  object: ObjectExpression,
  { entries, comments }: { entries: readonly string[]; comments: readonly Comment[] },
): Edit[] {
  if (entries.length === 0) return [];
  const added = entries.join('\n');
  const brace = object.end - 1;
  const last = object.properties.at(-1);
  const edits: Edit[] = [];
  const comma = last === undefined ? undefined : skip(text, last.end, comments);
  if (last !== undefined && text.charAt(comma ?? 0) !== ',') edits.push({ start: last.end, end: last.end, text: ',' });
  const line = text.lastIndexOf('\n', brace - 1) + 1;
  if (line > object.start && /^\s*$/.test(text.slice(line, brace))) {
    edits.push({ start: line, end: line, text: `${added}\n` });
  } else {
    const start = Math.max(text.slice(0, brace).trimEnd().length, last?.end ?? 0);
    edits.push({ start, end: brace, text: `\n${added}\n${indentAt(text, object.start)}` });
  }
  return edits;
}
