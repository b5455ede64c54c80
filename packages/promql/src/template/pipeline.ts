import type { Span } from '../ast.ts';
import { unquote } from '../quote.ts';
import type { Command, Pipeline, Term } from './ast.ts';
import type { ActionTokens, Token } from './lex.ts';
import { parseChar, parseConstant } from './literal.ts';

/** Deeper parentheses are refused. */
const MAX_DEPTH = 500;

/** Thrown inside one action; the template is reported as broken there and read no further. */
export class Refused extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** Variables an action may use and adds to, and the functions there are. */
export interface Names {
  readonly variables: string[];
  readonly functions: ReadonlySet<string>;
}

/** Parses the pipelines of one action. */
export function createPipelineParser({ tokens, span }: ActionTokens, { variables, functions }: Names) {
  let position = 0;
  let depth = 0;

  function peek(): Token | undefined {
    return tokens[position];
  }

  function skipSpace(): void {
    while (peek()?.type === 'space') position += 1;
  }

  function refuse(message: string, token = peek()): never {
    throw new Refused(message, token?.span ?? span);
  }

  function path(): string[] {
    const keys: string[] = [];
    for (let token = peek(); token?.type === 'field'; token = peek()) {
      keys.push(token.text.slice(1));
      position += 1;
    }
    return keys;
  }

  function quoted(token: Token): string {
    const value = unquote(token.text);
    return typeof value === 'string' ? value : refuse(value.message, token);
  }

  function name(token: Token): { readonly path: readonly string[]; readonly at: number; readonly span: Span } {
    const next = peek();
    const keys = path();
    return {
      path: keys,
      at: keys.length > 0 && next !== undefined ? next.span.start : token.span.start,
      span: { start: token.span.start, end: tokens[position - 1]?.span.end ?? token.span.end },
    };
  }

  function word(token: Token): Term {
    const base = { span: token.span, at: token.span.start };
    switch (token.text) {
      case 'true':
      case 'false':
        return { type: 'bool', value: token.text === 'true', ...base };
      case 'nil':
        return { type: 'nil', ...base };
      default:
        if (!functions.has(token.text)) refuse(`function ${token.text} is not defined`, token);
        return { type: 'function', name: token.text, ...name(token) };
    }
  }

  function term(): Term {
    const token = peek();
    if (token === undefined) refuse('missing value');
    position += 1;
    const base = { span: token.span, at: token.span.start };
    switch (token.type) {
      case 'dot':
        return { type: 'dot', ...base };
      case 'field': {
        const { path: keys, ...where } = name(token);
        return { type: 'field', path: [token.text.slice(1), ...keys], ...where };
      }
      case 'variable':
        if (!variables.includes(token.text)) refuse(`undefined variable ${token.text}`, token);
        return { type: 'variable', name: token.text, ...name(token) };
      case 'string':
        return { type: 'string', value: quoted(token), quoted: token.text, ...base };
      case 'char':
      case 'number': {
        const value = token.type === 'char' ? parseChar(token.text) : parseConstant(token.text);
        return typeof value === 'string' ? refuse(value, token) : { type: 'number', text: token.text, value, ...base };
      }
      case 'word':
        return word(token);
      case 'operator': {
        if (token.text !== '(') refuse(`unexpected ${token.text}`, token);
        depth += 1;
        if (depth > MAX_DEPTH) refuse(`more than ${MAX_DEPTH} parentheses inside one another`, token);
        const inner = pipeline(')');
        depth -= 1;
        const where = name(token);
        return { type: 'pipeline', pipeline: inner, ...where, at: where.path.length > 0 ? where.at : inner.at };
      }
      case 'space':
        return refuse('missing value', token);
      default:
        return token.type satisfies never;
    }
  }

  /** `$x :=`, `$x =` or, of a range, `$k, $v :=` at the start of a pipeline. */
  function declarations(mayBeTwo: boolean): Pick<Pipeline, 'declares' | 'assigns'> {
    const start = position;
    const names: string[] = [];
    for (;;) {
      skipSpace();
      const token = peek();
      if (token?.type !== 'variable') break;
      names.push(token.text);
      position += 1;
      skipSpace();
      const operator = peek()?.text;
      if (operator === ',' && names.length === 1) {
        if (!mayBeTwo) refuse('only range declares two variables');
        position += 1;
        continue;
      }
      if (operator !== ':=' && operator !== '=') break;
      const unknown = operator === '=' ? names.find((variable) => !variables.includes(variable)) : undefined;
      if (unknown !== undefined) refuse(`undefined variable ${unknown}`, token);
      position += 1;
      return { declares: names, assigns: operator === '=' };
    }
    position = start;
    return { declares: [], assigns: false };
  }

  function command(close: ')' | undefined): Command {
    const terms: Term[] = [];
    for (;;) {
      skipSpace();
      const token = peek();
      const ends =
        token === undefined ||
        (token.type === 'operator' && (token.text === '|' || (close !== undefined && token.text === close)));
      if (ends) {
        const [head, ...rest] = terms;
        return head === undefined ? refuse('missing value for command') : [head, ...rest];
      }
      const read = term();
      terms.push(read);
      const next = peek();
      if (next === undefined || next.type === 'space' || next.text === '|' || next.text === ')') continue;
      if (next.type === 'field') refuse(`unexpected . after ${read.type === 'dot' ? '.' : 'a value'}`, next);
      refuse(`unexpected ${next.text} after a value`, next);
    }
  }

  function pipeline(close?: ')', isRange = false): Pipeline {
    skipSpace();
    const at = peek()?.span.start ?? span.end;
    const declared = declarations(isRange);
    const commands: Command[] = [];
    for (;;) {
      const read = command(close);
      if (commands.length > 0 && ['string', 'number', 'bool', 'nil', 'dot'].includes(read[0].type)) {
        refuse('a value cannot take the result of a pipe: a function must stand there');
      }
      commands.push(read);
      const token = peek();
      if (token?.text === '|') {
        position += 1;
        continue;
      }
      if (token === undefined && close !== undefined) refuse('unclosed left parenthesis');
      if (token !== undefined) position += 1;
      if (!declared.assigns) variables.push(...declared.declares);
      return { at, ...declared, commands };
    }
  }

  return {
    pipeline,
    /** The next word, when it is one of `words`. */
    keyword(words: ReadonlySet<string>): string | undefined {
      skipSpace();
      const token = peek();
      if (token?.type !== 'word' || !words.has(token.text)) return undefined;
      position += 1;
      return token.text;
    },
    /** The quoted name of a template, and where it stands. */
    templateName(): { readonly name: string; readonly at: number } {
      skipSpace();
      const token = peek();
      if (token?.type !== 'string') refuse('a template name in quotes must stand here');
      position += 1;
      skipSpace();
      return { name: quoted(token), at: token.span.start };
    },
    atEnd(): boolean {
      skipSpace();
      return peek() === undefined;
    },
    refuse,
  };
}
