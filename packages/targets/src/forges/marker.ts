/** The invisible line by which a comment or issue is found again. Only word characters, `-`, `.` and `/` of the key are kept. */
function marker(key: string): string {
  return `<!-- binnacle:${key.replaceAll(/[^\w./-]/g, '-')} -->`;
}

/** The body with its marker on the first line. */
export function marked(key: string, body: string): string {
  return `${marker(key)}\n${body.trimEnd()}\n`;
}

/** True for a body that carries the marker of this key. */
export function hasMarker(body: string | null | undefined, key: string): boolean {
  return body?.startsWith(marker(key)) ?? false;
}

/** Equal but for line ends and outer white space, which forges change. */
export function sameBody(a: string | null | undefined, b: string): boolean {
  return a?.replaceAll('\r\n', '\n').trim() === b.trim();
}
