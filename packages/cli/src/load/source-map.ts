/** A position in a bundle: 1-based line and column, as stack frames have them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A position in a source file: `source` indexes the map's `sources`; line and column are 1-based. */
export interface Traced extends Position {
  readonly source: number;
}

const COMMA = 44;
const SEMICOLON = 59;
const BASE64 = new Uint8Array(128);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < ALPHABET.length; value++) BASE64[ALPHABET.charCodeAt(value)] = value;

/**
 * Where each position of generated code was written: the last mapping of its line that starts at or before it, or
 * undefined when the line has none. One pass over the `mappings` of a version 3 source map, which keeps nothing of the
 * lines nobody asks for: a general decoder spends most of a cold build's tracing time on those.
 */
export function trace(mappings: string, positions: readonly Position[]): (Traced | undefined)[] {
  const asked = positions
    .map(({ line, column }, index) => ({ line, column, index }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  const found: (Traced | undefined)[] = positions.map(() => undefined);
  const bytes = Buffer.from(mappings, 'latin1');
  let at = 0;

  function readNumber(): number {
    let digit = BASE64[bytes[at++] ?? 0] ?? 0;
    let value = digit & 31;
    for (let shift = 5; digit & 32; shift += 5) {
      digit = BASE64[bytes[at++] ?? 0] ?? 0;
      value |= (digit & 31) << shift;
    }
    return value & 1 ? -(value >>> 1) : value >>> 1;
  }
  const inSegment = (): boolean => at < bytes.length && bytes[at] !== COMMA && bytes[at] !== SEMICOLON;

  // Source, line and column run on through the whole text; the generated column restarts with each line.
  let [source, line, column, next] = [0, 0, 0, 0];
  for (let generatedLine = 1; next < asked.length && at <= bytes.length; generatedLine++) {
    let last: Traced | undefined;
    const isAsked = asked[next]?.line === generatedLine;
    for (let generated = 0; at < bytes.length && bytes[at] !== SEMICOLON;) {
      generated += readNumber();
      const hasSource = inSegment();
      if (hasSource) {
        source += readNumber();
        line += readNumber();
        column += readNumber();
        if (inSegment()) readNumber();
      }
      if (bytes[at] === COMMA) at++;
      if (!isAsked) continue;
      for (let ask = asked[next]; ask?.line === generatedLine && ask.column <= generated; ask = asked[++next]) {
        found[ask.index] = last;
      }
      if (hasSource) last = { source, line: line + 1, column: column + 1 };
    }
    for (let ask = asked[next]; ask?.line === generatedLine; ask = asked[++next]) found[ask.index] = last;
    at++;
  }
  return found;
}
