/** What is wrong with a line, and the 1-based column it is wrong at. */
export class LineError extends Error {
  readonly column: number;
  constructor(message: string, at: number) {
    super(message);
    this.column = at + 1;
  }
}

function unescape(text: string, at: number): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.?)/gs, (sequence, char: string, index: number) => {
    if (char === 'n') return '\n';
    if (char === '\\' || char === '"') return char;
    throw new LineError(`${sequence} is not an escape: only \\\\, \\" and \\n are`, at + index);
  });
}

/** Reads one line from left to right. */
export function createCursor(line: string) {
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

/** A place in a line, and what may be read from there. */
export type Cursor = ReturnType<typeof createCursor>;
