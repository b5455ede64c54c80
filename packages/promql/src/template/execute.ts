import type { Action, Block } from './ast.ts';
import { createEvaluator, type Evaluator, ExecutionError } from './evaluate.ts';
import { printValue } from './format/value.ts';
import { templateText } from './print.ts';
import type { TemplateFunction } from './signature.ts';
import { indirect, int, isTrue, text, type Value } from './value.ts';

/** Bounds of one execution: no template may hang or fill the memory. */
const MAX_STEPS = 1_000_000;
const MAX_OUTPUT = 10_000_000;
/** Templates that call one another. Go allows 100,000. */
const MAX_DEPTH = 500;

type Leaving = 'break' | 'continue' | undefined;

/** Templates by name: of two definitions, the one that says something. */
function definitions(block: Block, found = new Map<string, Block>()): Map<string, Block> {
  for (const action of block) {
    if (action.type === 'if' || action.type === 'with' || action.type === 'range') {
      definitions(action.body, found);
      definitions(action.otherwise, found);
    } else if ((action.type === 'define' || action.type === 'template') && action.body !== undefined) {
      const isEmpty = action.body.every((part) => part.type === 'text' && part.text.trim() === '');
      if (!isEmpty || !found.has(action.name)) found.set(action.name, action.body);
      definitions(action.body, found);
    }
  }
  return found;
}

/** What a value is ranged over: positions or keys, with elements. */
function* elements(value: Value, evaluator: Evaluator, variables: number): Generator<readonly [Value, Value]> {
  const target = indirect(value);
  switch (target.kind) {
    case 'nil':
      return;
    case 'slice':
      for (const [i, item] of target.items.entries()) yield [int(i), item];
      return;
    case 'map':
      for (const [key, item] of [...target.entries].toSorted(([a], [b]) => (a < b ? -1 : 1))) yield [text(key), item];
      return;
    case 'int':
      if (variables > 1) evaluator.fail(`can't use ${printValue(target)} to iterate over more than one variable`);
      for (let i = 0n; i < target.value; i += 1n) yield [int(i), int(i, target.type)];
      return;
    case 'bool':
    case 'float':
    case 'string':
    case 'struct':
    case 'time':
    case 'opaque':
      evaluator.fail(`range can't iterate over ${printValue(target)}`);
      return;
    default:
      target satisfies never;
  }
}

/** A failure with the template that was being executed. */
export interface Failure {
  readonly error: ExecutionError;
  readonly template: string;
}

/** Executes a parsed template on a value. */
export function execute(
  block: Block,
  data: Value,
  { name, functions }: { readonly name: string; readonly functions: Readonly<Record<string, TemplateFunction>> },
): string | Failure {
  const evaluator = createEvaluator(functions);
  const templates = definitions(block);
  if (!templates.has(name)) templates.set(name, block);
  let output = '';
  let steps = 0;
  let depth = 0;
  let current = name;

  function write(piece: string): void {
    output += piece;
    if (output.length > MAX_OUTPUT) evaluator.fail(`the template writes more than ${MAX_OUTPUT} characters`);
  }

  function range(dot: Value, action: Action & { readonly type: 'range' }): Leaving {
    const { declares } = action.pipeline;
    const value = evaluator.pipeline(dot, action.pipeline);
    const mark = evaluator.mark();
    let isEmpty = true;
    for (const [key, element] of elements(value, evaluator, declares.length)) {
      isEmpty = false;
      count();
      const [first, second] = declares;
      if (first !== undefined) evaluator.assign(first, second === undefined ? element : key);
      if (second !== undefined) evaluator.assign(second, element);
      const leaving = walk(element, action.body);
      evaluator.release(mark);
      if (leaving === 'break') break;
    }
    return isEmpty ? walk(dot, action.otherwise) : undefined;
  }

  function call(dot: Value, action: Action & { readonly type: 'template' }): void {
    evaluator.at({ at: action.at, text: () => templateText(action) });
    const body = templates.get(action.name);
    if (body === undefined) return evaluator.fail(`template ${JSON.stringify(action.name)} not defined`);
    if (depth >= MAX_DEPTH) return evaluator.fail(`exceeded maximum template depth (${MAX_DEPTH})`);
    const inner = action.pipeline === undefined ? ({ kind: 'nil' } as const) : evaluator.pipeline(dot, action.pipeline);
    const outer = current;
    depth += 1;
    current = action.name;
    evaluator.isolated(inner, () => walk(inner, body));
    current = outer;
    depth -= 1;
  }

  function count(): void {
    steps += 1;
    if (steps > MAX_STEPS) evaluator.fail(`the template takes more than ${MAX_STEPS} steps`);
  }

  function one(dot: Value, action: Action): Leaving {
    count();
    switch (action.type) {
      case 'text':
        write(action.text);
        return undefined;
      case 'output': {
        const value = evaluator.pipeline(dot, action.pipeline);
        if (action.pipeline.declares.length === 0) write(outputText(value));
        return undefined;
      }
      case 'if':
      case 'with': {
        const mark = evaluator.mark();
        const value = evaluator.pipeline(dot, action.pipeline);
        const isChosen = isTrue(value);
        const leaving = walk(
          isChosen && action.type === 'with' ? value : dot,
          isChosen ? action.body : action.otherwise,
        );
        evaluator.release(mark);
        return leaving;
      }
      case 'range': {
        const mark = evaluator.mark();
        const leaving = range(dot, { ...action, type: 'range' });
        evaluator.release(mark);
        return leaving;
      }
      case 'template':
        call(dot, action);
        return undefined;
      case 'break':
      case 'continue':
        return action.type;
      case 'define':
        return undefined;
      default:
        return action satisfies never;
    }
  }

  function walk(dot: Value, actions: Block): Leaving {
    for (const action of actions) {
      const leaving = one(dot, action);
      if (leaving !== undefined) return leaving;
    }
    return undefined;
  }

  try {
    evaluator.isolated(data, () => walk(data, block));
    return output;
  } catch (error) {
    if (error instanceof ExecutionError) return { error, template: current };
    throw error;
  }
}

function outputText(value: Value): string {
  return value.kind === 'nil' ? '<no value>' : printValue(indirect(value));
}
