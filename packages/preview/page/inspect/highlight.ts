import { AGGREGATORS, FUNCTIONS } from '@binnacle/promql';

/** What a piece of a query is, for its colour. */
export type TokenKind = 'function' | 'keyword' | 'string' | 'number' | 'variable' | 'label' | 'comment' | 'plain';

/** A piece of a query. All pieces together are the query. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const KEYWORDS = new Set([
  'and',
  'bool',
  'by',
  'group_left',
  'group_right',
  'ignoring',
  'offset',
  'on',
  'or',
  'unless',
  'without',
]);
const PIECES =
  /(?<comment>#[^\n]*)|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?<variable>\$\{[^}]*\}|\$\w+|\[\[\w+(?::\w+)?\]\])|(?<number>\b(?:\d+(?:ms|[smhdwy]))+\b|\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b|\bInf\b|\bNaN\b)|(?<name>[A-Za-z_:][\w:]*)/gi;

function nameKind(name: string, after: string): TokenKind {
  if (KEYWORDS.has(name.toLowerCase())) return 'keyword';
  if (/^\s*(?:=~|!~|!=|=(?!=))/.test(after)) return 'label';
  const known = FUNCTIONS.has(name) || AGGREGATORS.has(name.toLowerCase());
  return known ? 'function' : 'plain';
}

/** A query in pieces that know what they are. */
export function highlight(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of query.matchAll(PIECES)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: query.slice(at, match.index) });
    const [text] = match;
    at = match.index + text.length;
    const { comment, string, variable, number } = match.groups ?? {};
    const kind: TokenKind =
      comment !== undefined
        ? 'comment'
        : string !== undefined
          ? 'string'
          : variable !== undefined
            ? 'variable'
            : number !== undefined
              ? 'number'
              : nameKind(text, query.slice(at));
    tokens.push({ kind, text });
  }
  return at < query.length ? [...tokens, { kind: 'plain', text: query.slice(at) }] : tokens;
}
