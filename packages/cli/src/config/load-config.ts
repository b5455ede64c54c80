import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExpectedError, systemCode } from '../expected.ts';
import { definitionsOf } from '../load/definitions.ts';
import { type Definitions, evaluate, type Evaluated, type Outcome } from '../load/evaluate.ts';
import type { Observed } from '../load/observe.ts';

/** A config file's value, unchecked, and what it was made from. */
export interface LoadedConfig {
  readonly config: unknown;
  /** Absolute paths, sorted. */
  readonly closure: readonly string[];
  readonly observed?: Observed;
  readonly packages: readonly string[];
  readonly probes: readonly string[];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = systemCode(error) ?? (error instanceof Error ? error.message : String(error));
    throw new ExpectedError(`${basename(file)}: ${why}`);
  }
}

async function readConfigExport(module: Definitions): Promise<Outcome> {
  const settled: unknown = await module.default;
  const fix = 'write `export default defineConfig({ … })`';
  if (typeof settled !== 'object' || settled === null || Array.isArray(settled)) {
    const message = `the default export is ${settled === null ? 'null' : Array.isArray(settled) ? 'a list' : `a ${typeof settled}`}, not a config`;
    return { finding: { rule: 'load/config', severity: 'error', message, fix } };
  }
  return { items: [{ text: JSON.stringify(settled) }] };
}

/** Evaluates a config file the way definition files are. Throws an expected error with the user's line when it fails. */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  if (file.endsWith('.json')) return { config: readJson(file), closure: [file], packages: [], probes: [] };
  const root = dirname(file);
  const evaluations: Evaluated[] = [];
  const options = { root, stateDir: join(root, '.binnacle'), read: readConfigExport };
  const observed = await evaluate([file], options, (evaluated) => void evaluations.push(evaluated));
  const [evaluated] = evaluations;
  if (evaluated === undefined) throw new Error(`${file} was not evaluated`);
  const { definitions, diagnostics } = definitionsOf(evaluated);
  const [problem] = diagnostics;
  if (problem !== undefined) {
    const { file: at = file, line = 1, column = 1 } = problem.origin ?? {};
    throw new ExpectedError(`${at === file ? basename(file) : at}:${line}:${column}: ${problem.message}`, problem.fix);
  }
  const [outcome] = evaluated.outcomes;
  if (typeof outcome !== 'object' || !('items' in outcome)) {
    throw new ExpectedError(`${basename(file)} has no default export`, 'write `export default defineConfig({ … })`');
  }
  return {
    config: JSON.parse(outcome.items[0]?.text ?? 'null'),
    closure: definitions[0]?.closure ?? [file],
    observed,
    packages: evaluated.bundle.packages,
    probes: evaluated.bundle.probes,
  };
}
