/** Text that Markdown and HTML leave as it is; code between backticks stays code. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replaceAll(/[\\`*_{}[\]<>|#~@]/g, (character) => (character === '@' ? '&#64;' : `\\${character}`)),
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '@': '&#64;',
};

/** Text inside an HTML element such as `<summary>`, where Markdown is not read. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"@]/g, (character) => ENTITIES[character] ?? character);
}

/** A block of code whatever it holds: the fence is longer than any in it. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
