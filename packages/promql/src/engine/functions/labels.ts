import { RE2JS } from 're2js';
import type { Call } from '../../ast.ts';
import { joinSame } from '../evaluate/column.ts';
import { fail } from '../evaluate/failure.ts';
import { columnsOf, textOf } from '../evaluate/operands.ts';
import type { Frame, Use } from '../evaluate/query.ts';
import type { Value } from '../evaluate/value.ts';
import { argument } from './times.ts';
import { type LabelSet, labelValue, withLabels } from '../labels.ts';

function relabel(call: Call, frame: Frame, use: Use, change: (labels: LabelSet) => LabelSet): Value {
  const target = textOf(argument(call, 1));
  const columns = columnsOf(argument(call, 0), frame, use).map((column) => {
    const labels = change(column.labels);
    // A name that is written anew is there to stay.
    return { ...column, labels, dropName: target === '__name__' ? false : column.dropName };
  });
  return { type: 'vector', columns: joinSame(frame, columns, call.span) };
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
  return relabel(call, frame, use, (labels) => {
    const value = labelValue(labels, source);
    if (!replacements.has(value)) replacements.set(value, replacement(regex, template, value));
    const replaced = replacements.get(value);
    return replaced === undefined ? labels : withLabels(labels, { [target]: replaced });
  });
}

/** The template filled in with what the groups have matched; `undefined` when the value does not match. */
function replacement(regex: RE2JS, template: string, value: string): string | undefined {
  const matcher = regex.matcher(value);
  if (!matcher.matches()) return undefined;
  const names = regex.namedGroups();
  return template.replaceAll(
    /\$(?:\$|\{(\w+)\}|(\w+))/g,
    (whole, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare;
      if (name === undefined) return '$';
      const group = /^\d+$/.test(name) ? Number(name) : names[name];
      if (group === undefined || group > matcher.groupCount()) return '';
      return whole === '' ? '' : (matcher.group(group) ?? '');
    },
  );
}

export function labelJoin(call: Call, frame: Frame, use: Use): Value {
  const target = textOf(argument(call, 1));
  const separator = textOf(argument(call, 2));
  const sources = call.args.slice(3).map(textOf);
  checkName(target, call);
  return relabel(call, frame, use, (labels) => {
    const joined = sources.map((name) => labelValue(labels, name)).join(separator);
    return withLabels(labels, { [target]: joined });
  });
}
