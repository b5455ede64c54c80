import type { Token, TokenKind } from '../inspect/highlight.ts';

const PIECES =
  /(?<comment>\/\/[^\n]*)|(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<number>\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)|(?<name>[A-Za-z_$][\w$]*)/g;
const KEYWORDS = new Set(['as', 'const', 'default', 'export', 'false', 'from', 'import', 'true']);

function nameKind(name: string, after: string): TokenKind {
  if (KEYWORDS.has(name)) return 'keyword';
  if (/^\s*[(`]/.test(after)) return 'function';
  return after.startsWith(':') ? 'label' : 'plain';
}

/** TypeScript in pieces that know what they are, as far as definitions need it. */
export function highlightCode(code: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of code.matchAll(PIECES)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: code.slice(at, match.index) });
    const [text] = match;
    at = match.index + text.length;
    const { comment, string, number } = match.groups ?? {};
    const kind =
      comment !== undefined
        ? 'comment'
        : string !== undefined
          ? 'string'
          : number !== undefined
            ? 'number'
            : nameKind(text, code.slice(at, at + 8));
    tokens.push({ kind, text });
  }
  return at < code.length ? [...tokens, { kind: 'plain', text: code.slice(at) }] : tokens;
}
