import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, type Resource, resourceId, type Source } from '@binnacle/model';
import { initialize } from 'esbuild';
import { makeStateDir } from '../cache/state-dir.ts';
import { isAlive } from '../process-alive.ts';
import { batches, isEntangled } from './batches.ts';
import { brokenFileOf, bundle, type Bundle } from './bundle.ts';
import { resourcesOf } from './exported.ts';
import { exporterOf } from './externals.ts';
import { observe, type Observed } from './observe.ts';
import { type QuietProcess, quietProcess } from './quiet-process.ts';
import type { Position } from './source-map.ts';
import { readThrown } from './thrown.ts';

/** A resource as text: JSON without `source`, which still has positions in the bundle. */
export interface Item {
  readonly text: string;
  readonly source?: Source;
  /** The name its file exports it by. */
  readonly exportName?: string;
}

/** What one definition file came to, with positions in the bundle. */
export type Outcome =
  | { readonly items: readonly Item[] }
  | { readonly finding: Omit<Diagnostic, 'origin'>; readonly position?: Position }
  /** The file that could not be bundled: this one or one it needs. */
  | { readonly broken: string }
  | 'no default export';

/** Definition files after evaluation; `outcomes` has one entry per file, in order. */
export interface Evaluated {
  readonly files: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly bundle: Bundle;
  /** Findings of the files that could not be bundled. */
  readonly broken: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Path of the bundle as `captureOrigin` reports it. */
  readonly bundlePath: string;
}

export interface EvaluateOptions {
  /** The project's root: relative names in the bundle are based on it. */
  readonly root: string;
  /** Where the bundle is written for the moment it is needed. */
  readonly stateDir: string;
  /** What a module with a default export comes to; the resources of the export, unless told. */
  readonly read?: (module: Definitions) => Promise<Outcome>;
  /** Told each file before it is evaluated. */
  readonly onFile?: (file: string) => void;
}

/** A batch of files, bundled. */
type Bundled = Omit<Evaluated, 'outcomes' | 'bundlePath'>;

/** The namespace of a module with a default export. */
export type Definitions = object & { readonly default: unknown };

/** Evaluates one file and gives its module namespace. */
type Thunk = () => Promise<object>;

function isBundleModule(value: unknown): value is { readonly default: readonly Thunk[] } {
  return typeof value === 'object' && value !== null && 'default' in value && Array.isArray(value.default);
}

let isStarted = false;
let bundles = 0;

function exportNameOf(resource: Resource, module: Definitions): string | undefined {
  const named = Object.entries(module).find(([name, value]) => value === resource && name !== 'default');
  return named?.[0] ?? (module.default === resource ? 'default' : undefined);
}

function toItem(resource: Resource, module: Definitions): Item {
  const { source, ...data } = resource;
  if (typeof data.spec !== 'object' || data.spec === null) {
    throw new Error(`the spec of ${resourceId(resource)} is a ${typeof data.spec}; write an object`);
  }
  const exportName = source?.names === undefined ? undefined : exportNameOf(resource, module);
  return {
    text: JSON.stringify(data),
    ...(source !== undefined && { source }),
    ...(exportName !== undefined && { exportName }),
  };
}

async function readResources(module: Definitions): Promise<Outcome> {
  const result = await resourcesOf(module.default);
  // As text from here on: a later definition may change an object it shares with this one.
  if ('resources' in result) return { items: result.resources.map((resource) => toItem(resource, module)) };
  return {
    finding: {
      rule: 'load/export',
      severity: 'error',
      message: `${result.wrong}, which is no resource`,
      fix: 'default-export what a builder returns, or an array, a promise or a function of that',
    },
  };
}

async function evaluateOne(
  thunk: Thunk,
  read: (module: Definitions) => Promise<Outcome>,
  { quiet, path }: { readonly quiet: QuietProcess; readonly path: string },
): Promise<Outcome> {
  try {
    return await quiet.guard(async () => {
      const module = await thunk();
      const outcome: Outcome = 'default' in module ? await read(module) : 'no default export';
      // Lets rejections nobody handles come up while this file is the one to blame.
      await new Promise(setImmediate);
      return outcome;
    });
  } catch (error) {
    const broken = brokenFileOf(error);
    if (broken !== undefined) return { broken };
    const { message, fix, position } = readThrown(error, path, exporterOf);
    return {
      finding: { rule: 'load/module', severity: 'error', message, ...(fix !== undefined && { fix }) },
      ...(position !== undefined && { position }),
    };
  }
}

/** Starts what evaluation needs, for a process that has time before there is something to evaluate. */
export async function prepareEvaluation(): Promise<void> {
  if (!isStarted) await startEsbuild();
}

/** Starts the service; this enumerates the environment, which must not count as the definitions' doing. */
async function startEsbuild(): Promise<void> {
  const { GOGC } = process.env;
  // A quarter less work for it: what it holds at a time is one batch, so it need not collect garbage that often.
  process.env['GOGC'] = GOGC ?? '400';
  await initialize({});
  if (GOGC === undefined) delete process.env['GOGC'];
  isStarted = true;
}

/** Removes bundles of processes that were killed before they could. */
function removeAbandoned(stateDir: string): void {
  for (const name of readdirSync(stateDir)) {
    const pid = /^definitions-(\d+)-\d+\.mjs$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(stateDir, name), { force: true });
  }
}

/** Writes the bundle where it is imported from: the state folder, or a temporary one when that cannot be written. */
function writeBundle(code: string, stateDir: string): string {
  const name = `definitions-${process.pid}-${++bundles}.mjs`;
  try {
    makeStateDir(stateDir);
    if (bundles === 1) removeAbandoned(stateDir);
    writeFileSync(join(stateDir, name), code);
    return join(stateDir, name);
  } catch {
    const path = join(mkdtempSync(join(tmpdir(), 'binnacle-')), name);
    writeFileSync(path, code);
    return path;
  }
}

/** Evaluates the files of a bundle in order. */
async function evaluateBundle(
  made: Bundled,
  quiet: QuietProcess,
  { stateDir, read = readResources, onFile }: EvaluateOptions,
): Promise<Evaluated> {
  const path = writeBundle(made.bundle.code, stateDir);
  try {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
    if (!isBundleModule(module)) throw new Error(`${path} exports no definitions`);
    const outcomes: Outcome[] = [];
    for (const [index, thunk] of module.default.entries()) {
      onFile?.(made.files[index] ?? '');
      outcomes.push(await evaluateOne(thunk, read, { quiet, path }));
    }
    return { ...made, outcomes, bundlePath: path };
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Bundles and evaluates definition files one by one and hands them over in batches; the next batch is bundled while one is
 * evaluated. What is wrong with one file does not affect the others. Resolves to what the files looked at besides their imports.
 */
export async function evaluate(
  files: readonly string[],
  options: EvaluateOptions,
  take: (evaluated: Evaluated) => void,
): Promise<Observed> {
  if (!isStarted) {
    await startEsbuild();
  }
  const quiet = quietProcess();
  const observing = observe();
  let observed: Observed | undefined;
  let pending = [...batches(files)];
  const bundleNext = async (): Promise<Bundled | undefined> => {
    const batch = pending.shift();
    return batch && { files: batch, ...(await bundle(batch, options.root)) };
  };
  try {
    let next: Promise<Bundled | undefined> = bundleNext();
    for (let made = await next; made !== undefined; made = await next) {
      if (pending.length > 1 && isEntangled(made.files, made.bundle.closures)) pending = [pending.flat()];
      next = bundleNext();
      // Its failure is met when it is awaited.
      next.catch(() => undefined);
      take(await evaluateBundle(made, quiet, options));
    }
    observed = observing.stop();
    return observed;
  } finally {
    if (observed === undefined) observing.stop();
    quiet.restore();
  }
}
