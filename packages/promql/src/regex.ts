import type { RE2JS } from 're2js';
import { shorten } from './shorten.ts';
import { hasVariable, replaceVariables } from './variable.ts';

type Re2 = typeof RE2JS;

/** What is wrong with a regular expression, and what to write instead when that is known. */
export interface RegexProblem {
  readonly message: string;
  readonly hint?: string;
}

const MAX_CACHED = 10_000;
const MAX_PLAIN = 2_000;
/** Longer patterns are taken as they are: the engine would need seconds for them. */
const MAX_CHECKED = 100_000;
const problems = new Map<string, RegexProblem | undefined>();
let engine: Re2 | undefined;

/** Gives the engine to where it cannot be loaded when it is needed, as in a browser. */
export function useRegexEngine(loaded: Re2): void {
  engine = loaded;
}

/**
 * re2js is loaded when the first pattern needs it, so that importing this package costs nothing. A browser that was given
 * none has none: patterns are then taken as they are.
 */
function loadEngine(): Re2 | undefined {
  if (engine === undefined && typeof process === 'object') {
    const { createRequire } = process.getBuiltinModule('node:module');
    const loaded: unknown = createRequire(import.meta.url)('re2js');
    if (!isEngine(loaded)) throw new Error('re2js has no RE2JS');
    engine = loaded.RE2JS;
  }
  return engine;
}

function isEngine(loaded: unknown): loaded is { readonly RE2JS: Re2 } {
  return typeof loaded === 'object' && loaded !== null && 'RE2JS' in loaded;
}

/** Literals, `.`, `|`, groups and simple repetitions: valid without asking an engine. */
const PLAIN =
  /^(?:(?:[\w .,:;@~%&"'!#=<>/-]|\\[.\-/:|?*+()[\]{}$^\\])(?:[*+?]\??)?|\||\[\^?(?:[\w.,:;@~%&"'!#=<>/]|[A-Z]-Z|[a-z]-z|[0-9]-9)+\](?:[*+?]\??)?)*$/;

/** Whether a label value, anchored as Prometheus anchors it, is a regular expression Prometheus accepts (RE2). */
export function checkRegex(pattern: string, variables = true): RegexProblem | undefined {
  if (pattern.length < MAX_PLAIN && PLAIN.test(pattern)) return undefined;
  if (pattern.length > MAX_CHECKED) return undefined;
  const source = variables && hasVariable(pattern) ? replaceVariables(pattern, 'x') : pattern;
  if (problems.has(source)) return problems.get(source);
  if (problems.size >= MAX_CACHED) problems.clear();
  const problem = compileProblem(source);
  problems.set(source, problem);
  return problem;
}

function compileProblem(pattern: string): RegexProblem | undefined {
  const Re2Js = loadEngine();
  try {
    Re2Js?.compile(pattern, Re2Js.DOTALL);
    return undefined;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace('error parsing regexp: ', '');
    const message = `invalid regular expression: ${reason.replaceAll(pattern, shorten(pattern)).replace('(?s)', '')}`;
    const hint = regexHint(pattern, reason);
    return hint === undefined ? { message } : { message, hint };
  }
}

function regexHint(pattern: string, reason: string): string | undefined {
  if (/\(\?(?:<?[!=])/.test(pattern)) return 'RE2 has no lookaround; use a second matcher with !~';
  if (/\\[1-9]/.test(pattern)) return 'RE2 has no back references';
  if (/^[*+?]/.test(pattern)) return `write .${pattern[0]} to match any text`;
  if (reason.includes('missing closing )')) return 'close the group with )';
  return undefined;
}

/** Whether a matcher accepts a series without the label, that is, its pattern matches the empty string. */
export function matchesEmpty(pattern: string): boolean {
  if (pattern === '' || pattern === '.*') return true;
  if (pattern === '.+' || pattern.length > MAX_CHECKED || /^[\w-]+$/.test(pattern)) return false;
  const Re2Js = loadEngine();
  try {
    return Re2Js?.compile(pattern, Re2Js.DOTALL).matches('') ?? new RegExp(`^(?:${pattern})$`, 's').test('');
  } catch {
    return false;
  }
}
