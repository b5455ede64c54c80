import { RE2JS } from 're2js';
import { quote } from '../../quote.ts';
import { fitsBackquotes } from '../format/backquote.ts';
import { CallError } from '../value.ts';

const MAX_COMPILED = 500;
const compiled = new Map<string, RE2JS | CallError>();

function compile(pattern: string): RE2JS {
  let found = compiled.get(pattern);
  if (found === undefined) {
    try {
      found = RE2JS.compile(pattern);
    } catch (error) {
      found = new CallError(error instanceof Error ? error.message : String(error));
    }
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(pattern, found);
  }
  if (found instanceof CallError) throw found;
  return found;
}

/** Whether an RE2 expression, not anchored, matches anywhere. */
export function matchesAnywhere(pattern: string, value: string): boolean {
  return compile(pattern).matcher(value).find();
}

/** `$1`, `${name}` and `$$` of a replacement; a group that does not exist is empty. */
function expand(replacement: string, group: (name: string) => string): string {
  return replacement.replace(/\$(?:(\$)|\{([\p{L}\p{N}_]+)\}|([\p{L}\p{N}_]+))/gu, (_, dollar, braced, plain) =>
    dollar === undefined ? group(String(braced ?? plain)) : '$',
  );
}

/** Replaces every match of an RE2 expression, as Go's `ReplaceAllString` does. */
export function replaceAll(pattern: string, replacement: string, value: string): string {
  let regex: RE2JS;
  try {
    regex = compile(pattern);
  } catch (error) {
    const shown = fitsBackquotes(pattern) ? `\`${pattern}\`` : quote(pattern);
    throw new CallError(`regexp: Compile(${shown}): ${error instanceof Error ? error.message : String(error)}`);
  }
  const names = regex.namedGroups();
  const matcher = regex.matcher(value);
  let result = '';
  let copied = 0;
  let lastEnd = -1;
  for (let from = 0; from <= value.length && matcher.find(from);) {
    const start = matcher.start();
    const end = matcher.end();
    // An empty match right after another match is none.
    if (end > start || start !== lastEnd) {
      result += value.slice(copied, start);
      result += expand(replacement, (name) => {
        const index = /^\d+$/.test(name) ? Number(name) : names[name];
        return index === undefined || index > matcher.groupCount() ? '' : (matcher.group(index) ?? '');
      });
      copied = end;
    }
    lastEnd = end;
    from = end > start ? end : end + ((value.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return result + value.slice(copied);
}
