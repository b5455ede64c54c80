import type { Span } from '../ast.ts';
import type { Action, Block, Pipeline, Template, TemplateError } from './ast.ts';
import { FUNCTIONS, VARIABLES } from './functions.ts';
import { type ActionTokens, lex } from './lex.ts';
import { createPipelineParser, type Names, Refused } from './pipeline.ts';

type Opening =
  | { readonly keyword: 'if' | 'with' | 'range'; readonly pipeline: Pipeline }
  | { readonly keyword: 'define'; readonly name: string }
  | { readonly keyword: 'block'; readonly name: string; readonly at: number; readonly pipeline: Pipeline };

interface Frame {
  readonly opening: Opening;
  readonly span: Span;
  readonly body: Action[];
  readonly otherwise: Action[];
  /** Variables in scope before it began. */
  readonly scope: readonly string[];
  /** `else if` closes with the `end` of its `if`. */
  readonly chained: boolean;
  inElse: boolean;
}

const KEYWORDS: ReadonlySet<string> = new Set('if with range else end define block template break continue'.split(' '));

function isConditional(opening: Opening): opening is Opening & { readonly keyword: 'if' | 'with' | 'range' } {
  const { keyword } = opening;
  return keyword === 'if' || keyword === 'with' || keyword === 'range';
}

function saysSomething(action: Action): boolean {
  return action.type !== 'text' || action.text.trim() !== '';
}

function actionOf({ opening, body, otherwise }: Frame): Action {
  switch (opening.keyword) {
    case 'define':
      return { type: 'define', name: opening.name, body };
    case 'block':
      return { type: 'template', name: opening.name, at: opening.at, pipeline: opening.pipeline, body };
    case 'if':
    case 'with':
    case 'range':
      return { type: opening.keyword, pipeline: opening.pipeline, body, otherwise };
    default:
      return opening satisfies never;
  }
}

/** Turns the parts of a template into a tree, one at a time. */
function createTreeBuilder({ variables, functions }: Names) {
  const root: Action[] = [];
  const stack: Frame[] = [];
  /** Templates that say something, by name: each may be defined once. */
  const defined = new Set<string>();

  function current(): Action[] {
    const top = stack.at(-1);
    return top === undefined ? root : top.inElse ? top.otherwise : top.body;
  }

  function restore(scope: readonly string[]): void {
    variables.splice(0, variables.length, ...scope);
  }

  function open(opening: Opening, span: Span, scope: readonly string[], chained = false): void {
    stack.push({ opening, span, body: [], otherwise: [], scope, chained, inElse: false });
    // A template sees the variables of no other.
    if (!isConditional(opening)) restore(['$']);
  }

  function close(): void {
    const frame = stack.pop();
    if (frame === undefined) return;
    restore(frame.scope);
    const { opening, body, span } = frame;
    if (!isConditional(opening) && body.some(saysSomething)) {
      if (defined.has(opening.name)) throw new Refused(`a second definition of template "${opening.name}"`, span);
      defined.add(opening.name);
    }
    current().push(actionOf(frame));
    if (frame.chained) close();
  }

  /** Whether `{{break}}` here leaves a range of the same template. */
  function isInRange(): boolean {
    const inner = stack.slice(stack.findLastIndex(({ opening }) => !isConditional(opening)) + 1);
    return inner.some(({ opening }) => opening.keyword === 'range');
  }

  function otherwise(parser: ReturnType<typeof createPipelineParser>, span: Span): void {
    const frame = stack.at(-1);
    if (frame === undefined || frame.inElse || !isConditional(frame.opening)) {
      throw new Refused('unexpected {{else}}', span);
    }
    frame.inElse = true;
    const scope = [...variables];
    const next = parser.keyword(KEYWORDS);
    if (next === undefined) {
      if (!parser.atEnd()) parser.refuse('unexpected value in {{else}}');
      return;
    }
    const { keyword } = frame.opening;
    if (keyword === 'range' || next !== keyword) parser.refuse(`unexpected ${next} in {{else}}`);
    open({ keyword, pipeline: parser.pipeline() }, span, scope, true);
  }

  function read(action: ActionTokens): void {
    const parser = createPipelineParser(action, { variables, functions });
    const { span } = action;
    const scope = [...variables];
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
        open({ keyword, pipeline: parser.pipeline(undefined, keyword === 'range') }, span, scope);
        return;
      case 'define': {
        const { name } = parser.templateName();
        if (stack.length > 0) throw new Refused('{{define}} must not stand inside another action', span);
        if (!parser.atEnd()) parser.refuse('unexpected value in {{define}}');
        open({ keyword, name }, span, scope);
        return;
      }
      case 'block':
        open({ keyword, ...parser.templateName(), pipeline: parser.pipeline() }, span, scope);
        return;
      case 'template': {
        const named = parser.templateName();
        const pipeline = parser.atEnd() ? undefined : parser.pipeline();
        current().push({ type: 'template', ...named, pipeline, body: undefined });
        return;
      }
      case 'else':
        otherwise(parser, span);
        return;
      case 'end':
        if (stack.length === 0) throw new Refused('unexpected {{end}}', span);
        if (!parser.atEnd()) parser.refuse('unexpected value in {{end}}');
        close();
        return;
      case 'break':
      case 'continue':
        if (!isInRange()) throw new Refused(`{{${keyword}}} outside {{range}}`, span);
        if (!parser.atEnd()) parser.refuse(`unexpected value in {{${keyword}}}`);
        current().push({ type: keyword });
        return;
      default:
        parser.refuse(`unexpected ${keyword}`);
    }
  }

  return {
    read,
    text: (text: string): void => void current().push({ type: 'text', text }),
    finish(): { readonly block: Block; readonly unclosed: Frame | undefined } {
      return { block: root, unclosed: stack.at(-1) };
    },
  };
}

/** Reads a template as Prometheus does: the same syntax, functions and predefined variables. */
export function parseTemplate(text: string, variables: readonly string[] = VARIABLES): Template {
  const { parts, errors } = lex(text);
  const tree = createTreeBuilder({ variables: [...variables], functions: FUNCTIONS });
  const found: TemplateError[] = [...errors];
  for (const part of parts) {
    try {
      if ('text' in part) tree.text(part.text);
      else tree.read(part);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { block: tree.finish().block, errors: [{ message: error.message, span: error.span }, ...found] };
    }
  }
  const { block, unclosed } = tree.finish();
  if (unclosed !== undefined && found.length === 0) {
    found.push({ message: `{{${unclosed.opening.keyword}}} has no {{end}}`, span: unclosed.span });
  }
  return { block, errors: found };
}
