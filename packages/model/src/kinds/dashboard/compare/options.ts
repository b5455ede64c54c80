import { changedText, shownValue } from '../../../diff/words.ts';
import { DEFAULTS } from './defaults.ts';
import { optionName } from './option-names.ts';
import type { Leaves } from './view.ts';

function shown(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : shownValue(value);
}

/** What changed among options, by path; one that is written with its default is one that is left out. */
export function compareOptions(before: Leaves, after: Leaves): { readonly path: string; readonly text: string }[] {
  const paths = [...new Set([...after.keys(), ...before.keys()])];
  return paths.flatMap((path) => {
    const [old, next] = [before.get(path) ?? DEFAULTS[path], after.get(path) ?? DEFAULTS[path]];
    // What is left out and has no default is off.
    if ((old ?? false) === (next ?? false)) return [];
    const isSwitch = typeof (old ?? next) === 'boolean' && typeof (next ?? old) === 'boolean';
    const [from, to] = isSwitch ? [old ?? false, next ?? false] : [old, next];
    return [{ path, text: changedText(optionName(path), from, to, shown) }];
  });
}
