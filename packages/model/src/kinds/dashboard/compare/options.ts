import type { Difference } from '../../../diff/difference.ts';
import { shownValue } from '../../../diff/words.ts';
import { DEFAULTS } from './defaults.ts';
import { optionName } from './option-names.ts';
import type { Leaves } from './view.ts';

type Leaf = string | number | boolean;

function shownLeaf(value: Leaf): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : shownValue(value);
}

/** What one option says of itself. */
export type OptionChange = Pick<Difference, 'change' | 'text'> & { readonly path: string };

/** What changed among options; one that is written with its default is one that is left out. */
export function compareOptions(before: Leaves, after: Leaves): OptionChange[] {
  const paths = [...new Set([...after.keys(), ...before.keys()])];
  return paths.flatMap((path): OptionChange[] => {
    const [old, next] = [before.get(path), after.get(path)].map((value) => value ?? DEFAULTS[path] ?? false);
    if (old === undefined || next === undefined || old === next) return [];
    const name = optionName(path);
    // What is off where it is left out says no more than that it came or went.
    if (old === false && next !== true) return [{ path, change: 'added', text: `${name} ${shownLeaf(next)}` }];
    if (next === false && old !== true) return [{ path, change: 'removed', text: `${name} ${shownLeaf(old)} removed` }];
    return [{ path, change: 'changed', text: `${name} ${shownLeaf(old)} → ${shownLeaf(next)}` }];
  });
}
