import { RE2JS } from 're2js';
import type { Call } from '../../ast.ts';
import { joinSame } from '../evaluate/column.ts';
import { fail, QueryFailure } from '../evaluate/failure.ts';
import { columnsOf, textOf } from '../evaluate/operands.ts';
import type { Frame, Use } from '../evaluate/query.ts';
import type { Column, Value } from '../evaluate/value.ts';
import { argument } from './times.ts';
import { type LabelSet, labelValue, withLabel } from '../labels.ts';

/** Sets a label of every series; `undefined` leaves the series as it is. A name that is written anew is there to stay. */
function relabel(
  call: Call,
  frame: Frame,
  use: Use,
  target: string,
  valueFor: (labels: LabelSet) => string | undefined,
): Value {
  const columns = columnsOf(argument(call, 0), frame, use).map((column): Column => {
    const value = valueFor(column.labels);
    if (value === undefined) return column;
    if (value.length > LONGEST) failTooLong(call);
    const dropName = target === '__name__' ? false : column.dropName;
    return { ...column, labels: withLabel(column.labels, target, value), dropName };
  });
  return { type: 'vector', columns: joinSame(frame, columns, call.span) };
}

/** Longest value that a label may be given: joining a label with itself again and again would fill the memory. */
const LONGEST = 1_000_000;

function failTooLong({ func, span }: Call): never {
  throw new QueryFailure({ kind: 'limit', message: `${func} makes a label of more than ${LONGEST} characters`, span });
}

function checkName(name: string, { func, args, span }: Call): void {
  if (name !== '' && !/\p{Surrogate}/u.test(name)) return;
  fail(`invalid destination label name in ${func}(): ${name}`, args[1]?.span ?? span);
}

export function labelReplace(call: Call, frame: Frame, use: Use): Value {
  const target = textOf(argument(call, 1));
  const template = textOf(argument(call, 2));
  const source = textOf(argument(call, 3));
  const pattern = textOf(argument(call, 4));
  let regex: RE2JS;
  try {
    regex = RE2JS.compile(`^(?s:${pattern})$`);
  } catch {
    return fail(`invalid regular expression in label_replace(): ${pattern}`, argument(call, 4).span);
  }
  checkName(target, call);
  const replacements = new Map<string, string | undefined>();
  return relabel(call, frame, use, target, (labels) => {
    const value = labelValue(labels, source);
    if (!replacements.has(value)) replacements.set(value, replacement(regex, template, value));
    return replacements.get(value);
  });
}

/** The template filled in with what the groups have matched; `undefined` when the value does not match. */
function replacement(regex: RE2JS, template: string, value: string): string | undefined {
  const matcher = regex.matcher(value);
  if (!matcher.matches()) return undefined;
  const names = regex.namedGroups();
  return template.replaceAll(
    /\$(?:\$|\{(\w+)\}|(\w+))/g,
    (_whole, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare;
      if (name === undefined) return '$';
      const group = /^\d+$/.test(name) ? Number(name) : names[name];
      return group === undefined || group > matcher.groupCount() ? '' : (matcher.group(group) ?? '');
    },
  );
}

export function labelJoin(call: Call, frame: Frame, use: Use): Value {
  const target = textOf(argument(call, 1));
  const separator = textOf(argument(call, 2));
  const sources = call.args.slice(3).map(textOf);
  checkName(target, call);
  return relabel(call, frame, use, target, (labels) => sources.map((name) => labelValue(labels, name)).join(separator));
}
