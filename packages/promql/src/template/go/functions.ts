import { sprint, sprintf, sprintln } from '../format/printf.ts';
import type { TemplateFunction } from '../signature.ts';
import { bool, CallError, indirect, isTrue, NIL, text, typeName, type Value } from '../value.ts';
import { equalsAny, isLess, isLessOrEqual } from './compare.ts';
import { elementAt, lengthOf, sliceOf } from './element.ts';
import { escapeHtml, escapeQuery, escapeScript } from './escape.ts';

function all(call: (args: readonly Value[]) => Value): TemplateFunction {
  return { parameters: [], rest: 'any', call };
}

function atLeastOne(call: (first: Value, rest: readonly Value[]) => Value): TemplateFunction {
  return { parameters: ['any'], rest: 'any', call: ([first = NIL, ...rest]) => call(first, rest) };
}

function ofTwo(compare: (a: Value, b: Value) => boolean): TemplateFunction {
  return { parameters: ['any', 'any'], call: ([a = NIL, b = NIL]) => bool(compare(a, b)) };
}

/** The text of the arguments as `print` and the output of a template write them. */
function joined(args: readonly Value[]): string {
  const [only] = args;
  if (args.length === 1 && only?.kind === 'string') return only.value;
  return sprint(
    args.map((arg) => (arg.kind === 'nil' ? text('<no value>') : arg.kind === 'pointer' ? pointed(arg) : arg)),
  );
}

/** What prints itself through its pointer keeps it. */
function pointed(value: Value & { readonly kind: 'pointer' }): Value {
  return value.to.kind === 'time' || value.to.kind === 'opaque' ? value : indirect(value);
}

function called(value: Value): never {
  if (value.kind === 'nil') throw new CallError('call of nil');
  throw new CallError(`non-function of type ${typeName(value)}`);
}

/** The functions of Go's text/template. The executor itself evaluates `and` and `or`, which stop early. */
export const GO_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  and: atLeastOne((first, rest) => [first, ...rest].find((arg) => !isTrue(arg)) ?? rest.at(-1) ?? first),
  or: atLeastOne((first, rest) => [first, ...rest].find(isTrue) ?? rest.at(-1) ?? first),
  not: { parameters: ['any'], call: ([value = NIL]) => bool(!isTrue(value)) },
  len: { parameters: ['any'], call: ([value = NIL]) => lengthOf(value) },
  index: atLeastOne(elementAt),
  slice: atLeastOne(sliceOf),
  print: all((args) => text(sprint(args))),
  printf: {
    parameters: ['string'],
    rest: 'any',
    call: ([format, ...args]) => text(sprintf(format?.kind === 'string' ? format.value : '', args)),
  },
  println: all((args) => text(sprintln(args))),
  html: all((args) => text(escapeHtml(joined(args)))),
  js: all((args) => text(escapeScript(joined(args)))),
  urlquery: all((args) => text(escapeQuery(joined(args)))),
  call: atLeastOne(called),
  eq: atLeastOne((first, rest) => bool(equalsAny(first, rest))),
  ne: ofTwo((a, b) => !equalsAny(a, [b])),
  lt: ofTwo(isLess),
  le: ofTwo(isLessOrEqual),
  gt: ofTwo((a, b) => !isLessOrEqual(a, b)),
  ge: ofTwo((a, b) => !isLess(a, b)),
};
