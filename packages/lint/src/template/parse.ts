import type { Span } from '@binnacle/promql';
import type { Action, Pipeline, Template, TemplateError, Term } from './ast.ts';
import { FUNCTIONS, VARIABLES } from './functions.ts';
import { type ActionTokens, lex, type Token } from './lex.ts';

/** Thrown inside one action; the template is reported as broken there and read no further. */
class Refused extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

type Opening = 'if' | 'with' | 'range' | 'define' | 'block';

interface Frame {
  readonly keyword: Opening;
  readonly span: Span;
  readonly body: Action[];
  readonly otherwise: Action[];
  readonly pipeline: Pipeline | undefined;
  /** Variables in scope before it began. */
  readonly scope: number;
  /** `else if` closes with the `end` of its `if`. */
  readonly chained: boolean;
  inElse: boolean;
}

const NO_PIPELINE: Pipeline = { declares: [], commands: [] };

function unquote(text: string): string {
  if (text.startsWith('`')) return text.slice(1, -1);
  return text
    .slice(1, -1)
    .replace(
      /\\(?:([abfnrtv\\'"])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3}))/g,
      (_, simple: string | undefined, ...codes: (string | undefined)[]) => {
        if (simple !== undefined)
          return { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }[simple] ?? simple;
        const octal = codes[3];
        const code =
          octal === undefined ? parseInt(codes.find((part) => part !== undefined) ?? '0', 16) : parseInt(octal, 8);
        return String.fromCodePoint(Math.min(code, 0x10ffff));
      },
    );
}

/** Parses the pipelines of one action; `scope` is the list of variables it may use and adds to. */
function createPipelineParser({ tokens, span }: ActionTokens, scope: string[]) {
  let position = 0;

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

  function term(): Term {
    const token = peek();
    if (token === undefined) refuse('missing value');
    position += 1;
    switch (token.type) {
      case 'dot':
        return { type: 'dot', span: token.span };
      case 'field': {
        const keys = [token.text.slice(1), ...path()];
        return { type: 'field', path: keys, span: until(token) };
      }
      case 'variable': {
        if (!scope.includes(token.text)) refuse(`undefined variable ${token.text}`, token);
        return { type: 'variable', name: token.text, path: path(), span: until(token) };
      }
      case 'string':
        return { type: 'string', value: unquote(token.text), span: token.span };
      case 'literal':
        return { type: 'literal', span: token.span };
      case 'word':
        if (!FUNCTIONS.has(token.text)) refuse(`function ${token.text} is not defined`, token);
        return { type: 'function', name: token.text, span: token.span };
      case 'operator': {
        if (token.text !== '(') refuse(`unexpected ${token.text}`, token);
        const inner = pipeline(')');
        return { type: 'pipeline', pipeline: inner, path: path(), span: until(token) };
      }
      case 'space':
        return refuse('missing value', token);
      default:
        return token.type satisfies never;
    }
  }

  function until({ span: { start } }: Token): Span {
    return { start, end: tokens[position - 1]?.span.end ?? start };
  }

  /** `$x :=`, `$x =` or `$k, $v :=` at the start of a pipeline. */
  function declarations(): string[] {
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
      if (operator === ',') {
        position += 1;
        continue;
      }
      if (operator !== ':=' && operator !== '=') break;
      if (operator === '=' && !names.every((name) => scope.includes(name)))
        refuse(`undefined variable ${names[0] ?? ''}`, token);
      position += 1;
      return names;
    }
    position = start;
    return [];
  }

  function pipeline(close?: ')'): Pipeline {
    const declares = close === undefined ? declarations() : [];
    const commands: Term[][] = [];
    let command: Term[] = [];
    for (;;) {
      skipSpace();
      const token = peek();
      const ends = token === undefined || (close !== undefined && token.text === close && token.type === 'operator');
      if (ends || (token.type === 'operator' && token.text === '|')) {
        if (command.length === 0) refuse('missing value for command');
        const head = command[0];
        if (
          commands.length > 0 &&
          head !== undefined &&
          (head.type === 'string' || head.type === 'literal' || head.type === 'dot')
        ) {
          refuse('a value cannot take the result of a pipe: a function must stand there');
        }
        commands.push(command);
        command = [];
        if (!ends) {
          position += 1;
          continue;
        }
        if (token === undefined && close !== undefined) refuse('unclosed left parenthesis');
        if (token !== undefined) position += 1;
        scope.push(...declares);
        return { declares, commands };
      }
      command.push(term());
      const next = peek();
      if (next !== undefined && next.type !== 'space' && next.text !== '|' && next.text !== ')') {
        refuse(`unexpected ${next.text} after a value`, next);
      }
    }
  }

  return {
    pipeline: (): Pipeline => pipeline(),
    /** The next word, when it is one of `words`. */
    keyword(words: ReadonlySet<string>): string | undefined {
      skipSpace();
      const token = peek();
      if (token?.type !== 'word' || !words.has(token.text)) return undefined;
      position += 1;
      return token.text;
    },
    string(): void {
      skipSpace();
      if (peek()?.type !== 'string') refuse('a template name in quotes must stand here');
      position += 1;
      skipSpace();
    },
    atEnd(): boolean {
      skipSpace();
      return peek() === undefined;
    },
    refuse,
  };
}

const KEYWORDS: ReadonlySet<string> = new Set('if with range else end define block template break continue'.split(' '));

/** Reads a template as Prometheus does: the same syntax, functions and predefined variables. */
export function parseTemplate(text: string): Template {
  const { actions, errors } = lex(text);
  const root: Action[] = [];
  const stack: Frame[] = [];
  const scope: string[] = [...VARIABLES];
  const current = (): Action[] => {
    const top = stack.at(-1);
    return top === undefined ? root : top.inElse ? top.otherwise : top.body;
  };

  function open(
    keyword: Opening,
    span: Span,
    options: { pipeline?: Pipeline; scope: number; chained?: boolean },
  ): void {
    const { pipeline, scope: before, chained = false } = options;
    stack.push({ keyword, span, body: [], otherwise: [], pipeline, scope: before, chained, inElse: false });
  }

  function close(): void {
    const frame = stack.pop();
    if (frame === undefined) return;
    scope.length = frame.scope;
    const { keyword, body, otherwise, pipeline } = frame;
    if (keyword === 'define') current().push({ type: 'define', body });
    else if (keyword === 'block') current().push({ type: 'template', pipeline, body });
    else current().push({ type: keyword, pipeline: pipeline ?? NO_PIPELINE, body, otherwise });
    if (frame.chained) close();
  }

  function read(action: ActionTokens): void {
    const parser = createPipelineParser(action, scope);
    const { span } = action;
    const before = scope.length;
    const keyword = parser.keyword(KEYWORDS);
    switch (keyword) {
      case undefined:
        if (parser.atEnd()) parser.refuse('missing value for command');
        current().push({ type: 'output', pipeline: parser.pipeline() });
        return;
      case 'if':
      case 'with':
      case 'range':
        if (parser.atEnd()) parser.refuse(`${keyword} has no value`);
        open(keyword, span, { pipeline: parser.pipeline(), scope: before });
        return;
      case 'define':
      case 'block':
        parser.string();
        open(keyword, span, keyword === 'block' ? { pipeline: parser.pipeline(), scope: before } : { scope: before });
        return;
      case 'template':
        parser.string();
        current().push({ type: 'template', pipeline: parser.atEnd() ? undefined : parser.pipeline(), body: [] });
        return;
      case 'else': {
        const frame = stack.at(-1);
        if (frame === undefined || frame.inElse || !['if', 'with', 'range'].includes(frame.keyword)) {
          throw new Refused('unexpected {{else}}', span);
        }
        frame.inElse = true;
        const next = parser.keyword(KEYWORDS);
        if (next === undefined) {
          if (!parser.atEnd()) parser.refuse('unexpected value in {{else}}');
          return;
        }
        if (next !== 'if' && next !== 'with') return parser.refuse(`unexpected ${next} in {{else}}`);
        open(next, span, { pipeline: parser.pipeline(), scope: before, chained: true });
        return;
      }
      case 'end':
        if (stack.length === 0) throw new Refused('unexpected {{end}}', span);
        if (!parser.atEnd()) parser.refuse('unexpected value in {{end}}');
        close();
        return;
      case 'break':
      case 'continue':
        if (!stack.some((frame) => frame.keyword === 'range'))
          throw new Refused(`{{${keyword}}} outside {{range}}`, span);
        return;
      default:
        parser.refuse(`unexpected ${keyword}`);
    }
  }

  const found: TemplateError[] = [...errors];
  for (const action of actions) {
    try {
      read(action);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { block: root, errors: [{ message: error.message, span: error.span }, ...found] };
    }
  }
  const unclosed = stack.at(-1);
  if (unclosed !== undefined && found.length === 0) {
    found.push({ message: `{{${unclosed.keyword}}} has no {{end}}`, span: unclosed.span });
  }
  while (stack.length > 0) close();
  return { block: root, errors: found };
}
