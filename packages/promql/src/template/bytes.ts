const ENCODER = new TextEncoder();
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LOOSE = new TextDecoder('utf-8', { ignoreBOM: true });
const STRAY = /[\udc80-\udcff]/;

/** The bytes of a Go string. */
export function bytesOf(value: string): Uint8Array {
  if (!STRAY.test(value)) return ENCODER.encode(value);
  const bytes: number[] = [];
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else bytes.push(...ENCODER.encode(char));
  }
  return Uint8Array.from(bytes);
}

/** The Go string of these bytes; what is not UTF-8 becomes U+DC80 to U+DCFF, one per byte. */
export function stringOf(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    let value = '';
    for (let start = 0; start < bytes.length;) {
      let end = start + 1;
      let piece: string | undefined;
      for (; end <= Math.min(start + 4, bytes.length) && piece === undefined; end += 1) {
        piece = decoded(bytes.subarray(start, end));
      }
      value += piece ?? String.fromCharCode(0xdc00 + (bytes[start] ?? 0));
      start = piece === undefined ? start + 1 : end - 1;
    }
    return value;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  const text = LOOSE.decode(bytes);
  return Array.from(text).length === 1 && !text.includes('\ufffd') ? text : undefined;
}
