const LONGEST = 63;

/** A tag in Backstage's form: lower-case letters, digits, `:`, `+`, `#`, parts joined by `-`, at most 63 long; empty when nothing remains. */
export function backstageTag(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9:+#]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
}

/** An entity name in Backstage's form: letters, digits, `-`, `_`, `.`, at most 63 long; empty when nothing remains. */
export function backstageName(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^[-_.]+|[-_.]+$/g, '');
}
