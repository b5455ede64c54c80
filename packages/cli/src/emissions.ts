import { type Diagnostic, didYouMean, type Environment, type Resource, resolver } from '@binnacle/model';
import type { Emission, FileTarget } from '@binnacle/targets';
import type { ResourceMemo, Scope } from './cache/resource-memo.ts';
import { ExpectedError } from './expected.ts';

/** Where files go. Paths begin with the name of the environment. */
export interface Destination {
  /** Takes a file; `room` is what to wait for before the next. */
  readonly put: (path: string, content: string) => { readonly hash: string; readonly room?: Promise<void> | undefined };
  /** Takes files that were made before, by their hashes, all or none; false when they must be made again. */
  readonly keep: (files: readonly (readonly [path: string, hash: string])[]) => boolean;
}

/** For a check: files go nowhere. */
export const NOWHERE: Destination = { put: () => ({ hash: '' }), keep: () => true };

/** What the targets made of one resource. */
interface Emitted {
  readonly files: readonly (readonly [path: string, hash: string])[];
  readonly diagnostics: readonly Diagnostic[];
}

function isEmitted(value: unknown): value is Emitted {
  return typeof value === 'object' && value !== null && 'files' in value && 'diagnostics' in value;
}

/** The targets an environment asks for. Throws an expected error for one that there is not. */
function wanted(all: readonly FileTarget[], { name, targets }: Environment): readonly FileTarget[] {
  if (targets === undefined) return all;
  const known = all.map(({ id }) => id);
  for (const id of targets) {
    if (known.includes(id)) continue;
    throw new ExpectedError(`environments.${name}.targets: there is no target '${id}'`, didYouMean(id, known));
  }
  return all.filter(({ id }) => targets.includes(id));
}

/** Work between two looks at signals, ms. */
const STRETCH = 20;

/** Lets signals be heard between two stretches of work. */
function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < STRETCH) return undefined;
    since = performance.now();
    return new Promise((resolve) => setImmediate(resolve));
  };
}

/** What emission works with. */
export interface EmissionOptions {
  readonly memo: ResourceMemo;
  readonly to: Destination;
  /** Told each environment before its turn. */
  readonly onEnvironment: (name: string) => void;
}

/** Resolves and emits resources for one environment, one after the other. */
async function emitFor(
  environment: Environment,
  resources: readonly Resource[],
  { memo, to }: EmissionOptions,
): Promise<Diagnostic[]> {
  const { inOrder, placing, targets } = await import('@binnacle/targets');
  const { resolved, derived, context } = resolver(resources, environment);
  const all = inOrder([...resources, ...derived]);
  const opened = wanted(targets, environment).map((target) => {
    const paths: string[] = [];
    return { ...target, ...target.open(all, environment), ...placing(target.id), paths };
  });
  const findings: Diagnostic[] = [];

  const scopes = new Map<string, Scope>();
  function scopeOf(kind: string): Scope {
    let scope = scopes.get(kind);
    if (scope === undefined) {
      const contexts = opened.map((target) => target.kinds.includes(kind) && [target.id, target.context]);
      scope = memo.scope(['emit', kind, environment, kind === 'PrometheusRule' && context, contexts]);
      scopes.set(kind, scope);
    }
    return scope;
  }

  async function put({ files }: Emission, { paths }: { readonly paths: string[] }): Promise<Emitted['files']> {
    const written: Emitted['files'][number][] = [];
    for (const { path, content } of files) {
      const { hash, room } = to.put(`${environment.name}/${path}`, content);
      if (room !== undefined) await room;
      paths.push(path);
      written.push([path, hash]);
    }
    return written;
  }

  /** True when what was made of a resource before is where it should be; its paths are then taken. */
  function isKept(resource: Resource, { files }: Emitted): boolean {
    const own = opened.map((target) => ({
      target,
      made: files.flatMap(([path]) => (path.startsWith(`${target.id}/`) ? [path] : [])),
    }));
    if (!own.every(({ target, made }) => target.isFree(made))) return false;
    if (!to.keep(files.map(([path, hash]) => [`${environment.name}/${path}`, hash]))) return false;
    for (const { target, made } of own) {
      target.take(resource, made);
      target.paths.push(...made);
    }
    return true;
  }

  async function emitted(resource: Resource, scope: Scope): Promise<readonly Diagnostic[]> {
    const known = scope.get(resource);
    if (isEmitted(known) && isKept(resource, known)) return known.diagnostics;
    const concrete = resolved(resource);
    const diagnostics = [...concrete.diagnostics];
    const files: Emitted['files'][number][] = [];
    let isPlaced = true;
    for (const target of opened) {
      const made = target.of(concrete.resource);
      const emission = target.place(made);
      // What was refused may not be the next time: that depends on the other resources.
      if (emission.files.length < made.pieces.length) isPlaced = false;
      files.push(...(await put(emission, target)));
      diagnostics.push(...emission.diagnostics);
    }
    if (isPlaced) scope.set(resource, { files, diagnostics });
    return diagnostics;
  }

  const breathe = breathing();
  for (const resource of all) {
    findings.push(...(await emitted(resource, scopeOf(resource.kind))));
    await breathe();
  }
  for (const target of opened) {
    const emission = target.place(target.together?.() ?? { pieces: [], diagnostics: [] });
    await put(emission, target);
    findings.push(...emission.diagnostics);
    if (target.paths.length === 0 || target.index === undefined) continue;
    const index = target.index(target.paths.toSorted());
    await put({ files: [index], diagnostics: [] }, target);
  }
  return findings;
}

/**
 * Resolves resources for every environment and puts what its targets make of them where it belongs. Resources one by one,
 * so that memory holds the text of one and not of all; what was made of the same resource before is not made again.
 */
export async function emissions(
  resources: readonly Resource[],
  environments: readonly Environment[],
  options: EmissionOptions,
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const environment of environments) {
    options.onEnvironment(environment.name);
    findings.push(...(await emitFor(environment, resources, options)));
  }
  return findings;
}
