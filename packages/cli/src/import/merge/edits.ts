/** A replacement of `text.slice(start, end)`. Edits of one list do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits; those at one place in the order of the list. The text's own line ends are kept. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const crlf = text.includes('\r\n');
  let result = '';
  let position = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(position, edit.start) + (crlf ? edit.text.replaceAll('\n', '\r\n') : edit.text);
    position = edit.end;
  }
  return result + text.slice(position);
}
