/** One condition on a label. */
export interface Matcher {
  readonly name: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** Text in double quotes, and text without any. */
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const MATCHER = new RegExp(`^\\s*(${QUOTED}|[^\\s=!~{},"'\`\\\\]+)\\s*(=~|!~|!=|=)\\s*(${QUOTED}|[^"]*?)\\s*$`, 's');
const COMMA = new RegExp(`,(?=(?:[^"\\\\]|\\\\.|${QUOTED})*$)`, 's');

function unquoted(text: string): string {
  return text.startsWith('"')
    ? text.slice(1, -1).replaceAll(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char))
    : text;
}

function isOperator(text: string): text is Matcher['op'] {
  return ['=', '!=', '=~', '!~'].includes(text);
}

/** The conditions in one entry of `matchers` (`team="payments"`, `{a="b", c=~"d"}`); undefined when it is none. */
export function parseMatchers(text: string): readonly Matcher[] | undefined {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1] ?? text;
  const found: Matcher[] = [];
  for (const part of inner.replace(/,\s*$/, '').split(COMMA)) {
    const [, name, op, value] = MATCHER.exec(part) ?? [];
    if (name === undefined || op === undefined || value === undefined || !isOperator(op)) return undefined;
    found.push({ name: unquoted(name), op, value: unquoted(value) });
  }
  return found;
}
