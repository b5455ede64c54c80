import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';

const NAMESPACE = 'external';
const OURS = /^@binnacle\//;
/** Bundled even when they come from a dependency: Node imports neither without more ado. */
const BUNDLED = /\.(?:[cm]?tsx?|json)$/;
const INSIDE_NODE_MODULES = `${sep}node_modules${sep}`;
const resolving = { resolving: true };

/** How generated code reaches what was imported for it. */
const REGISTRY = Symbol.for('binnacle.externals');

type Imported = { readonly exports: object } | { readonly error: unknown };

const registry = new Map<string, Imported>();
Object.defineProperty(globalThis, REGISTRY, { value: registry, configurable: true });

/** The namespace of a module. */
async function importModule(path: string): Promise<object> {
  const exports: unknown = await import(/* @vite-ignore */ isBuiltin(path) ? path : pathToFileURL(path).href);
  return typeof exports === 'object' && exports !== null ? exports : {};
}

/** The names an external package exports, once it was imported; empty for one that failed or was never asked for. */
export function externalNames(path: string): readonly string[] {
  const imported = registry.get(path);
  return imported !== undefined && 'exports' in imported ? Object.keys(imported.exports) : [];
}

/** What an imported package is called in imports, by its path. */
const specifiers = new Map<string, string>();

/** The package of ours that exports a name, among those that were imported. */
export function exporterOf(name: string): string | undefined {
  for (const [path, specifier] of specifiers) {
    if (OURS.test(specifier) && externalNames(path).includes(name)) return specifier;
  }
  return undefined;
}

async function importExternal(path: string): Promise<Imported> {
  const known = registry.get(path);
  if (known !== undefined) return known;
  let imported: Imported;
  try {
    imported = { exports: await importModule(path) };
  } catch (error) {
    imported = { error };
  }
  registry.set(path, imported);
  return imported;
}

/**
 * An ES module with the names the package really exports: an import of a name it lacks becomes an error at the user's
 * line, where a plain external import would keep the whole bundle from linking.
 */
async function loadExternal(path: string): Promise<OnLoadResult> {
  const imported = await importExternal(path);
  const get = `globalThis[Symbol.for(${JSON.stringify(REGISTRY.description)})].get(${JSON.stringify(path)})`;
  if ('error' in imported) return { loader: 'js', contents: `module.exports = {};\nthrow ${get}.error;` };
  const names = Object.keys(imported.exports).toSorted();
  const constants = names.map((name, index) => `const v${index} = exports_[${JSON.stringify(name)}];`);
  const list = names.map((name, index) => `v${index} as ${JSON.stringify(name)}`);
  return {
    loader: 'js',
    contents: [`const exports_ = ${get}.exports;`, ...constants, `export { ${list.join(', ')} };`].join('\n'),
  };
}

/** Folders between which a bare specifier may resolve differently. */
function createScopes(): (folder: string) => string {
  const scopes = new Map<string, string>();
  return function scopeOf(folder: string): string {
    const known = scopes.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const isScope =
      parent === folder ||
      ['node_modules', 'package.json', 'tsconfig.json'].some((name) => existsSync(join(folder, name)));
    const scope = isScope ? folder : scopeOf(parent);
    scopes.set(folder, scope);
    return scope;
  };
}

function isInstalled(path: string): boolean {
  return path.includes(INSIDE_NODE_MODULES) && !BUNDLED.test(path);
}

/**
 * Keeps installed packages out of the bundle and everything of the user's in it, workspace-linked packages included.
 * `@binnacle/*` is never bundled, and comes with the command where the project has none installed. `packages` collects
 * the file each external import resolved to, and the name it was imported by.
 */
export function externals(packages: Map<string, string>): Plugin {
  const scopeOf = createScopes();
  const own = createRequire(import.meta.url);

  async function locate(build: PluginBuild, args: OnResolveArgs): Promise<string | undefined> {
    const { errors, path, external } = await build.resolve(args.path, {
      kind: args.kind,
      importer: args.importer,
      resolveDir: args.resolveDir,
      pluginData: resolving,
    });
    if (errors.length === 0 && !external) return OURS.test(args.path) || isInstalled(path) ? path : undefined;
    if (!OURS.test(args.path)) return undefined;
    try {
      return own.resolve(args.path);
    } catch {
      return undefined;
    }
  }

  return {
    name: 'externals',
    setup(build) {
      const located = new Map<string, Promise<string | undefined>>();
      build.onResolve({ filter: /^[^./\\]/ }, async (args): Promise<OnResolveResult | undefined> => {
        if (args.pluginData === resolving || isAbsolute(args.path)) return undefined;
        if (isBuiltin(args.path)) {
          return args.kind === 'import-statement'
            ? { path: args.path, namespace: NAMESPACE }
            : { path: args.path, external: true };
        }
        const key = `${args.path}\0${args.kind}\0${scopeOf(args.resolveDir)}`;
        let pending = located.get(key);
        if (pending === undefined) located.set(key, (pending = locate(build, args)));
        const path = await pending;
        if (path === undefined) return undefined;
        packages.set(path, args.path);
        specifiers.set(path, args.path);
        if (args.kind === 'import-statement') return { path, namespace: NAMESPACE };
        return { path: args.kind === 'dynamic-import' ? pathToFileURL(path).href : path, external: true };
      });
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, (args) => loadExternal(args.path));
    },
  };
}
