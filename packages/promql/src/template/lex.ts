import type { Span } from '../ast.ts';
import type { TemplateError } from './ast.ts';

type TokenType = 'word' | 'field' | 'variable' | 'string' | 'char' | 'number' | 'dot' | 'operator' | 'space';

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

/** Text as it is, or an action. */
export type Part = { readonly text: string } | ActionTokens;

const TOKEN = new RegExp(
  [
    /(?<space>[ \t\r\n]+)/,
    /(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)/,
    /(?<char>'(?:[^'\\\n]|\\.)+')/,
    /(?<number>[+-]?(?:0[xX][\da-fA-F_.]*(?:[pP][+-]?)?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?)?)[\p{L}\p{N}_]*)/u,
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
const TYPES = ['space', 'string', 'char', 'number', 'variable', 'field', 'dot', 'word', 'operator'] as const;

function describe(text: string, at: number): string {
  const char = text[at] ?? '';
  if (char === '"' || char === '`' || char === "'") return `unterminated ${char}`;
  return `unexpected ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} in an action`;
}

/** Reads the tokens of the action that begins at `open`, from `position` on; where it ends and whether it trims. */
function lexAction(
  text: string,
  open: number,
  from: number,
): { readonly action: ActionTokens; readonly trims: boolean } | TemplateError {
  const tokens: Token[] = [];
  for (let position = from; ;) {
    const trims = /^[ \t\r\n]-\}\}/.test(text.slice(position, position + 4));
    if (trims || text.startsWith('}}', position)) {
      return { action: { tokens, span: { start: open, end: position + (trims ? 4 : 2) } }, trims };
    }
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    const type = TYPES.find((name) => match?.groups?.[name] !== undefined);
    if (match === null || type === undefined) {
      if (position < text.length && !text.startsWith('{{', position)) {
        return { message: describe(text, position), span: { start: position, end: position + 1 } };
      }
      return {
        message: 'unclosed action: no }} follows',
        span: { start: open, end: Math.min(open + 2, text.length) },
      };
    }
    // A space before the closing trim marker belongs to the marker.
    const spaced = type === 'space' && text.startsWith('-}}', TOKEN.lastIndex);
    const end = spaced ? TOKEN.lastIndex - 1 : TOKEN.lastIndex;
    if (end > position) tokens.push({ type, text: text.slice(position, end), span: { start: position, end } });
    position = end;
  }
}

/** Splits a Go template into its texts and actions; comments are dropped. */
export function lex(text: string): { readonly parts: readonly Part[]; readonly errors: readonly TemplateError[] } {
  const parts: Part[] = [];
  let position = 0;
  let trimsLeft = false;
  const addText = (end: number, trimsRight: boolean): void => {
    let piece = text.slice(position, end);
    if (trimsLeft) piece = piece.replace(/^[ \t\r\n]+/, '');
    if (trimsRight) piece = piece.replace(/[ \t\r\n]+$/, '');
    if (piece !== '') parts.push({ text: piece });
  };
  for (;;) {
    const open = text.indexOf('{{', position);
    if (open < 0) {
      addText(text.length, false);
      return { parts, errors: [] };
    }
    const trims = /^-[ \t\r\n]/.test(text.slice(open + 2, open + 4));
    addText(open, trims);
    position = open + (trims ? 4 : 2);
    if (text.startsWith('/*', position)) {
      const close = /\*\/(?<trims>[ \t\r\n]-)?\}\}/g;
      close.lastIndex = position;
      const end = close.exec(text);
      if (end === null) {
        return { parts, errors: [{ message: 'unclosed comment', span: { start: open, end: text.length } }] };
      }
      position = close.lastIndex;
      trimsLeft = end.groups?.['trims'] !== undefined;
      continue;
    }
    const read = lexAction(text, open, position);
    if ('message' in read) return { parts, errors: [read] };
    parts.push(read.action);
    position = read.action.span.end;
    trimsLeft = read.trims;
  }
}
