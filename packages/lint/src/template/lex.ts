import type { Span } from '@binnacle/promql';
import type { TemplateError } from './ast.ts';

type TokenType = 'word' | 'field' | 'variable' | 'string' | 'literal' | 'dot' | 'operator' | 'space';

export interface Token {
  readonly type: TokenType;
  readonly text: string;
  readonly span: Span;
}

/** The tokens between one `{{` and its `}}`. */
export interface ActionTokens {
  readonly tokens: readonly Token[];
  readonly span: Span;
}

const TOKEN = new RegExp(
  [
    /(?<space>\s+)/,
    /(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)/,
    /(?<literal>'(?:[^'\\\n]|\\.)+'|[+-]?(?:\d[\w.]*|\.\d[\w]*)|(?:true|false|nil)\b)/,
    /(?<variable>\$[\p{L}_\p{N}]*)/u,
    /(?<field>\.[\p{L}_][\p{L}_\p{N}]*)/u,
    /(?<dot>\.)/,
    /(?<word>[\p{L}_][\p{L}_\p{N}]*)/u,
    /(?<operator>:=|[=|(),])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'uy',
);
const TYPES = ['space', 'string', 'literal', 'variable', 'field', 'dot', 'word', 'operator'] as const;

function describe(text: string, at: number): string {
  const char = text[at] ?? '';
  if (char === '"' || char === '`' || char === "'") return `unterminated ${char}`;
  return `unexpected ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} in an action`;
}

/** Splits a Go template into its actions; text and comments are dropped. */
export function lex(text: string): {
  readonly actions: readonly ActionTokens[];
  readonly errors: readonly TemplateError[];
} {
  const actions: ActionTokens[] = [];
  const errors: TemplateError[] = [];
  let position = 0;
  for (;;) {
    const open = text.indexOf('{{', position);
    if (open < 0) return { actions, errors };
    position = open + 2;
    if (/^-\s/.test(text.slice(position, position + 2))) position += 2;
    if (text.startsWith('/*', position)) {
      const close = /\*\/(?:\s+-)?\}\}/g;
      close.lastIndex = position;
      const end = close.exec(text);
      if (end === null)
        return {
          actions,
          errors: [...errors, { message: 'unclosed comment', span: { start: open, end: text.length } }],
        };
      position = close.lastIndex;
      continue;
    }
    const tokens: Token[] = [];
    for (;;) {
      const trim = /^\s-\}\}/.exec(text.slice(position, position + 4));
      if (trim !== null || text.startsWith('}}', position)) {
        position += trim === null ? 2 : 4;
        actions.push({ tokens, span: { start: open, end: position } });
        break;
      }
      TOKEN.lastIndex = position;
      const match = TOKEN.exec(text);
      const type = TYPES.find((name) => match?.groups?.[name] !== undefined);
      if (match === null || type === undefined) {
        const end = position >= text.length || text.startsWith('{{', position);
        const span = end
          ? { start: open, end: Math.min(open + 2, text.length) }
          : { start: position, end: position + 1 };
        const message = end ? 'unclosed action: no }} follows' : describe(text, position);
        return { actions, errors: [...errors, { message, span }] };
      }
      tokens.push({ type, text: match[0], span: { start: position, end: TOKEN.lastIndex } });
      position = TOKEN.lastIndex;
    }
  }
}
