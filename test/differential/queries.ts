import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasVariable, NO_SPAN, parse, print, transform, type Duration, type Expr } from '@binnacle/promql';
import { parse as parseYaml } from 'yaml';
import { LANGUAGE } from './language.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BINNACLE = join(ROOT, 'packages/cli/bin/binnacle.js');
const MIXINS = join(ROOT, '../shared/corpus/mixins');
/** What stands for `$__rate_interval` and its like. */
const WINDOW: Duration = { type: 'DurationLiteral', span: NO_SPAN, ms: 300_000 };

/** Queries, and how many texts were none: variables where no value can be put, expressions of other languages. */
export interface Queries {
  readonly queries: readonly string[];
  readonly unusable: number;
}

/**
 * Every query of this repository's dashboards and rules, of the mixins in ../shared/corpus when these are there, and those that
 * use each part of the language.
 */
export function everyQuery(): Queries {
  const texts = new Set([...LANGUAGE, ...ownTexts(), ...(existsSync(MIXINS) ? textsUnder(MIXINS) : [])]);
  const queries = new Set<string>();
  let unusable = 0;
  for (const text of texts) {
    const query = filledIn(text);
    if (query === undefined) unusable++;
    else queries.add(query);
  }
  return { queries: [...queries].toSorted(), unusable };
}

function ownTexts(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-differential-'));
  try {
    execFileSync(process.execPath, [BINNACLE, 'build', '--env', 'prod', '--out', folder, '-q'], {
      cwd: ROOT,
      stdio: 'pipe',
    });
    return textsUnder(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function textsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/.test(entry.name))
    .flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      const content: unknown = entry.name.endsWith('.json') ? JSON.parse(text) : parseYaml(text);
      return expressions(content);
    });
}

function expressions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(expressions);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'expr' && typeof inner === 'string' && inner.trim() !== '' ? [inner] : expressions(inner),
  );
}

/** The query as Grafana sends it with every variable on “All”; `undefined` when a variable stands where no value is known. */
function filledIn(text: string): string | undefined {
  const { expr, errors } = parse(text);
  if (errors.length > 0) return undefined;
  const filled = transform(expr, (node): Expr => {
    if (node.type === 'VariableExpr') return { type: 'NumberLiteral', span: NO_SPAN, value: 1 };
    if (node.type === 'VectorSelector') {
      const matchers = node.matchers
        .filter(({ variable }) => variable !== true)
        .map((matcher) => (hasVariable(matcher.value) ? { ...matcher, op: '=~' as const, value: '.*' } : matcher));
      const { offset, ...rest } = node;
      return { ...rest, matchers, ...(offset === undefined ? {} : { offset: fixed(offset) }) };
    }
    if (node.type === 'MatrixSelector') return { ...node, range: fixed(node.range) };
    if (node.type === 'SubqueryExpr') {
      return { ...node, range: fixed(node.range), ...(node.step === undefined ? {} : { step: fixed(node.step) }) };
    }
    return node;
  });
  const query = print(filled);
  return parse(query, { variables: false }).errors.length > 0 ? undefined : query;
}

function fixed(duration: Duration): Duration {
  return duration.type === 'DurationVariable' ? WINDOW : duration;
}
