/** At most 40 characters of a text, on one line. */
export function shorten(text: string): string {
  const line = text.slice(0, 80).replaceAll(/\s+/g, ' ');
  return line.length > 40 || text.length > 80 ? `${line.slice(0, 37)}...` : line;
}
