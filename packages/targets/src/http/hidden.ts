/** From this length on a secret is hidden wherever it is; a shorter one may be a part of any word. */
const TELLING = 8;
const MASK = '***';

function masked(text: string, secret: string): string {
  if (secret === '') return text;
  if (secret.length >= TELLING) return text.replaceAll(secret, MASK);
  // What stands alone is no part of a word.
  const literal = secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), MASK);
}

/** The text without secrets: long ones anywhere, short ones where they stand alone. `shown` is left as it is. */
export function hidden(text: string, secrets: readonly string[], shown?: string): string {
  if (shown !== undefined && shown !== '') {
    return text
      .split(shown)
      .map((part) => hidden(part, secrets))
      .join(shown);
  }
  return secrets.reduce(masked, text);
}

/** An address of the configuration: no short secret is looked for in it. */
export function hiddenAddress(url: string, secrets: readonly string[]): string {
  return hidden(
    url,
    secrets.filter(({ length }) => length >= TELLING),
  );
}
