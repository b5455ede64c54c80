import type { Command, Pipeline, Term } from './ast.ts';
import { hasMethods, methodOf } from './methods.ts';
import { commandText, pipelineText, termText } from './print.ts';
import { PARAMETER_TYPES, type Parameter, type TemplateFunction } from './signature.ts';
import { bool, CallError, float, indirect, int, isTrue, NIL, text, typeName, type Value } from './value.ts';

/** A part of the template that an error may name. */
export interface Place {
  readonly at: number;
  readonly text: () => string;
}

/** Ends the execution; the message lacks the template and the place. */
export class ExecutionError extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** Arguments of a call as they stand in the template, and the result of the command before it. */
interface Arguments {
  readonly terms: readonly Term[];
  readonly piped: Value | undefined;
}

const NO_ARGUMENTS: Arguments = { terms: [], piped: undefined };

function constant(term: Term & { readonly type: 'bool' | 'number' | 'string' }): Value {
  if (term.type === 'bool') return bool(term.value);
  if (term.type === 'string') return text(term.value);
  return term.value.kind === 'int' ? int(term.value.value) : float(term.value.value);
}

/** Evaluates pipelines. Variables live until the block that declared them ends, which `mark` and `release` bound. */
export function createEvaluator(functions: Readonly<Record<string, TemplateFunction>>) {
  let variables: { readonly name: string; value: Value }[] = [];
  let place: Place = { at: 0, text: () => '' };

  function fail(message: string): never {
    throw new ExecutionError(message, place);
  }

  function visit(term: Term): void {
    place = { at: term.at, text: () => termText(term) };
  }

  function variableNamed(name: string): { value: Value } {
    return variables.findLast((variable) => variable.name === name) ?? fail(`undefined variable: ${name}`);
  }

  function literal(term: Term & { readonly type: 'bool' | 'number' | 'string' }, parameter: Parameter): Value {
    switch (parameter) {
      case 'any':
        return constant(term);
      case 'string':
        return term.type === 'string' ? text(term.value) : fail(`expected string; found ${termText(term)}`);
      case 'int':
      case 'time.Duration': {
        if (term.type === 'number') {
          const { value } = term.value;
          if (typeof value === 'bigint' || Number.isInteger(value)) return int(value, parameter);
        }
        return fail(`expected integer; found ${termText(term)}`);
      }
      case 'vector':
      case 'sample':
      case 'time.Time':
        return fail(`can't handle ${termText(term)} for arg of type ${PARAMETER_TYPES[parameter]}`);
      default:
        return parameter satisfies never;
    }
  }

  /** The value as the parameter takes it; one pointer is followed. */
  function checked(value: Value, parameter: Parameter): Value {
    if (parameter === 'any') return value;
    const type = PARAMETER_TYPES[parameter];
    if (value.kind === 'nil') {
      return parameter === 'vector' || parameter === 'sample' ? NIL : fail(`invalid value; expected ${type}`);
    }
    if (typeName(value) === type) return value;
    if (value.kind === 'pointer' && typeName(value.to) === type) return value.to;
    return fail(`wrong type for value; expected ${type}; got ${typeName(value)}`);
  }

  function argument(dot: Value, parameter: Parameter, term: Term): Value {
    visit(term);
    switch (term.type) {
      case 'dot':
        return checked(dot, parameter);
      case 'nil':
        if (parameter === 'any' || parameter === 'vector' || parameter === 'sample') return NIL;
        return fail(`cannot assign nil to ${PARAMETER_TYPES[parameter]}`);
      case 'bool':
      case 'number':
      case 'string':
        return literal(term, parameter);
      case 'field':
      case 'variable':
      case 'function':
      case 'pipeline':
        return checked(valueOf(dot, term, NO_ARGUMENTS, [term]), parameter);
      default:
        return term satisfies never;
    }
  }

  function called(
    dot: Value,
    { name, callee, from }: { readonly name: string; readonly callee: TemplateFunction; readonly from: Place },
    { terms, piped }: Arguments,
  ): Value {
    const { parameters, rest } = callee;
    const count = terms.length + (piped === undefined ? 0 : 1);
    if (rest !== undefined && count < parameters.length) {
      fail(`wrong number of args for ${name}: want at least ${parameters.length} got ${terms.length}`);
    } else if (rest === undefined && count !== parameters.length) {
      fail(`wrong number of args for ${name}: want ${parameters.length} got ${count}`);
    }
    const values: Value[] = [];
    for (const [i, term] of terms.entries()) {
      const value = argument(dot, parameters[i] ?? rest ?? 'any', term);
      // `and` and `or` evaluate no more than they must.
      if ((name === 'and' && !isTrue(value)) || (name === 'or' && isTrue(value))) return value;
      values.push(value);
    }
    if (piped !== undefined) values.push(checked(piped, parameters[terms.length] ?? rest ?? 'any'));
    try {
      return callee.call(values);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      place = from;
      return fail(`error calling ${name}: ${error.message}`);
    }
  }

  function field(dot: Value, receiver: Value, name: string, args: Arguments, from: Place): Value {
    if (receiver.kind === 'nil') return NIL;
    const callee = methodOf(receiver, name);
    if (callee !== undefined) return called(dot, { name, callee, from }, args);
    const hasArguments = args.terms.length > 0 || args.piped !== undefined;
    const target = indirect(receiver);
    if (target.kind === 'struct') {
      const found = target.fields.get(name);
      if (found !== undefined) {
        return hasArguments ? fail(`${name} has arguments but cannot be invoked as function`) : found;
      }
    }
    if (target.kind === 'map') {
      if (hasArguments) fail(`${name} is not a method but has arguments`);
      return target.entries.get(name) ?? (target.type === 'map[string]string' ? text('') : NIL);
    }
    if (hasMethods(receiver)) fail(`${name} of ${typeName(receiver)} is not supported in templates here`);
    return fail(`can't evaluate field ${name} in type ${typeName(receiver)}`);
  }

  function followed(dot: Value, start: Value, path: readonly string[], args: Arguments): Value {
    const from = place;
    return path.reduce(
      (receiver, name, i) => field(dot, receiver, name, i === path.length - 1 ? args : NO_ARGUMENTS, from),
      start,
    );
  }

  /** The value of a term that may take arguments; `command` is what errors show of a call. */
  function valueOf(dot: Value, term: Term, args: Arguments, command: Command): Value {
    const hasArguments = args.terms.length > 0 || args.piped !== undefined;
    const refuseArguments = (): void => {
      if (hasArguments) fail(`can't give argument to non-function ${termText(term)}`);
    };
    switch (term.type) {
      case 'field':
        visit(term);
        return followed(dot, dot, term.path, args);
      case 'variable': {
        visit(term);
        const { value } = variableNamed(term.name);
        if (term.path.length === 0) refuseArguments();
        return followed(dot, value, term.path, args);
      }
      case 'function': {
        visit(term);
        const callee = functions[term.name] ?? fail(`"${term.name}" is not a defined function`);
        const isChain = term.path.length > 0;
        const shown = {
          at: isChain ? term.span.start : command[0].at,
          text: () => (isChain ? term.name : commandText(command)),
        };
        const value = called(dot, { name: term.name, callee, from: shown }, isChain ? NO_ARGUMENTS : args);
        return isChain ? followed(dot, value, term.path, args) : value;
      }
      case 'pipeline': {
        if (term.path.length === 0) refuseArguments();
        else visit(term);
        return followed(dot, pipeline(dot, term.pipeline), term.path, args);
      }
      case 'dot':
      case 'nil':
      case 'bool':
      case 'number':
      case 'string':
        visit(term);
        refuseArguments();
        if (term.type === 'dot') return dot;
        return term.type === 'nil' ? fail('nil is not a command') : constant(term);
      default:
        return term satisfies never;
    }
  }

  function pipeline(dot: Value, read: Pipeline): Value {
    place = { at: read.at, text: () => pipelineText(read) };
    let piped: Value | undefined;
    for (const command of read.commands) {
      const [head, ...terms] = command;
      piped = valueOf(dot, head, { terms, piped }, command);
    }
    const value = piped ?? NIL;
    for (const name of read.declares) {
      if (read.assigns) variableNamed(name).value = value;
      else variables.push({ name, value });
    }
    return value;
  }

  return {
    pipeline,
    fail,
    at: (next: Place): void => void (place = next),
    mark: (): number => variables.length,
    release: (mark: number): void => void (variables.length = mark),
    /** Gives the variable declared `fromTop`-last, or the one that is assigned, another value. */
    assign(name: string, value: Value): void {
      variableNamed(name).value = value;
    },
    /** Runs with no variable but `$`: a template sees those of no other. */
    isolated<T>(dot: Value, run: () => T): T {
      const outer = variables;
      variables = [{ name: '$', value: dot }];
      const result = run();
      variables = outer;
      return result;
    },
  };
}

export type Evaluator = ReturnType<typeof createEvaluator>;
