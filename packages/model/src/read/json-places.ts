import { pointerToken } from '../pointer.ts';

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** What a JSON text should have had at an offset (UTF-16) where it has something else. */
export interface JsonProblem {
  readonly offset: number;
  readonly expected: string;
}

/** Offsets of all parts of a JSON text by pointer: a member at its key, an item at its value; or the first thing wrong with it. */
export type JsonPlaces = ReadonlyMap<string, number> | JsonProblem;

/** Reads a JSON text for the places of its parts. */
export function jsonPlaces(text: string): JsonPlaces {
  const places = new Map<string, number>();
  let at = 0;
  let problem: JsonProblem | undefined;

  /** Steps over what a sticky expression matches; notes a problem when it does not. */
  function skip(pattern: RegExp, expected: string): boolean {
    pattern.lastIndex = at;
    if (pattern.test(text)) at = pattern.lastIndex;
    else problem ??= { offset: at, expected };
    return problem === undefined;
  }

  /** Steps over one of these characters and the space after it, and says which it was. */
  function step(characters: string, expected: string): string | undefined {
    const character = text[at];
    if (character === undefined || !characters.includes(character)) problem ??= { offset: at, expected };
    else at++;
    skip(SPACE, '');
    return problem === undefined ? character : undefined;
  }

  function members(path: string): void {
    if (text[at] === '}') return;
    do {
      const start = at;
      if (!skip(TEXT, 'a name in double quotes')) return;
      const below = `${path}/${pointerToken(String(JSON.parse(text.slice(start, at))))}`;
      places.set(below, start);
      skip(SPACE, '');
      step(':', "':'");
      value(below);
      if (text[at] === '}') return;
    } while (step(',', "',' or '}'") !== undefined);
  }

  function items(path: string): void {
    if (text[at] === ']') return;
    let i = 0;
    do {
      places.set(`${path}/${i}`, at);
      value(`${path}/${i}`);
      if (text[at] === ']') return;
      i++;
    } while (step(',', "',' or ']'") !== undefined);
  }

  function value(path: string): void {
    if (problem !== undefined) return;
    if (text[at] === '{') {
      step('{', '');
      members(path);
      step('}', "'}'");
    } else if (text[at] === '[') {
      step('[', '');
      items(path);
      step(']', "']'");
    } else {
      skip(text[at] === '"' ? TEXT : LITERAL, 'a value');
      skip(SPACE, '');
    }
  }

  skip(SPACE, '');
  places.set('', at);
  value('');
  if (at < text.length) problem ??= { offset: at, expected: 'the end' };
  return problem ?? places;
}
