/** Whether a text may stand between backquotes in Go: one line without control characters, byte order mark or stray bytes. */
export function fitsBackquotes(text: string): boolean {
  return !Array.from(text, (char) => char.codePointAt(0) ?? 0).some(
    (code) =>
      (code < 0x20 && code !== 0x09) ||
      code === 0x60 ||
      code === 0x7f ||
      code === 0xfeff ||
      (code >= 0xdc80 && code <= 0xdcff),
  );
}
