import { dirname, isAbsolute, resolve } from 'node:path';
import { type Diagnostic, nearest } from '@binnacle/model';
import { build, type BuildFailure, type Message, type Metafile, type Plugin } from 'esbuild';
import { externalNames, externals } from './externals.ts';
import { placeModuleNames, MODULE_NAMES } from './module-names.ts';

/** Rounds of leaving broken files out: syntax errors hide resolve errors, which hide missing exports. */
const ROUNDS = 8;

/** Definition files as one ES module whose default export is a function per file, in order, that evaluates it. */
export interface Bundle {
  readonly code: string;
  readonly map: SourceMap;
  /** Absolute path of a definition file → absolute paths of every file it needs, itself included, sorted. */
  readonly closures: ReadonlyMap<string, readonly string[]>;
  /** Relative imports as written: what each would resolve to may change when a file appears. Absolute, without extension. */
  readonly probes: readonly string[];
  /** Absolute path of the file each imported package resolved to. */
  readonly packages: readonly string[];
}

/** The fields of a version 3 source map that are read; `sources` are absolute. */
export interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

function isSourceMap(value: unknown): value is SourceMap {
  return typeof value === 'object' && value !== null && 'sources' in value && 'mappings' in value;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** What is wrong, in words of the user's files; `packages` says by what name each external file was imported. */
function describe(
  { text, notes }: Message,
  packages: ReadonlyMap<string, string>,
): Pick<Diagnostic, 'message' | 'fix'> {
  const missing = /^No matching export in "external:(.*)" for import "(.*)"$/.exec(text);
  if (missing !== null) {
    const [, path = '', name = ''] = missing;
    const near = nearest(name, externalNames(path));
    return {
      message: `'${packages.get(path) ?? path}' has no export '${name}'`,
      ...(near !== undefined && { fix: `did you mean '${near}'?` }),
    };
  }
  const unresolved = /^Could not resolve "(.*)"$/.exec(text)?.[1];
  if (unresolved !== undefined) {
    const isRelative = unresolved.startsWith('.');
    return {
      message: `cannot find '${unresolved}'`,
      fix: isRelative ? 'correct the path of the import' : `install the package, or correct the name`,
    };
  }
  const hint = notes.find((note) => note.location !== null)?.text;
  return { message: text, ...(hint !== undefined && { fix: hint }) };
}

/** Namespace of the modules that throw. */
const THROWER = 'broken-file';

/** Replaces files that cannot be bundled by modules that throw what is wrong with them, for each definition that needs them. */
function brokenFiles(broken: ReadonlyMap<string, readonly Diagnostic[]>): Plugin {
  return {
    name: 'broken-files',
    setup(esbuild) {
      const paths = [...broken.keys()].map((path) => path.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
      // Whatever names are imported of a CommonJS module, it links; only outside the project is it certain to be one.
      esbuild.onLoad({ filter: new RegExp(`^(?:${paths.join('|')})$`), namespace: 'file' }, ({ path }) => {
        const thrower = JSON.stringify(`${THROWER}:${path}`);
        return { loader: 'js', contents: `export * from ${thrower};\nexport { default } from ${thrower};` };
      });
      esbuild.onResolve({ filter: new RegExp(`^${THROWER}:`) }, ({ path }) => ({
        path: path.slice(THROWER.length + 1),
        namespace: THROWER,
      }));
      esbuild.onLoad({ filter: /.*/, namespace: THROWER }, ({ path }) => ({
        loader: 'js',
        contents: `module.exports = {};\nthrow { brokenFile: ${JSON.stringify(path)} };`,
      }));
    },
  };
}

/** The file an `import()` of a broken file throws about; undefined for anything else thrown. */
export function brokenFileOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('brokenFile' in thrown)) return undefined;
  return typeof thrown.brokenFile === 'string' ? thrown.brokenFile : undefined;
}

function closuresOf(files: readonly string[], root: string, { inputs }: Metafile): Map<string, readonly string[]> {
  const entries = new Map(inputs['<stdin>']?.imports.map(({ original, path }) => [original ?? path, path]));
  return new Map(
    files.map((file) => {
      const seen = new Set<string>();
      const visit = (path: string): void => {
        if (seen.has(path)) return;
        seen.add(path);
        for (const next of inputs[path]?.imports ?? []) if (next.external !== true) visit(next.path);
      };
      visit(entries.get(file) ?? file);
      const paths = [...seen]
        .filter((path) => !/^(?:external|broken-file):/.test(path))
        .map((path) => resolve(root, path));
      return [file, paths.toSorted()];
    }),
  );
}

function probesOf(root: string, { inputs }: Metafile): string[] {
  const probes = new Set<string>();
  for (const [path, { imports }] of Object.entries(inputs)) {
    const folder = dirname(resolve(root, path));
    for (const { original } of imports) if (original?.startsWith('.')) probes.add(resolve(folder, original));
  }
  return [...probes].toSorted();
}

/**
 * Bundles definition files, all in one go. A file that cannot be parsed, resolved or linked is left out and its findings
 * reported; the others are bundled all the same, and those that import it fail when evaluated.
 */
export async function bundle(
  files: readonly string[],
  root: string,
): Promise<{ readonly bundle: Bundle; readonly broken: ReadonlyMap<string, readonly Diagnostic[]> }> {
  const broken = new Map<string, Diagnostic[]>();
  const outfile = resolve(root, '.binnacle/definitions.mjs');
  for (let round = 0; round < ROUNDS; round++) {
    const packages = new Map<string, string>();
    try {
      const { outputFiles, metafile } = await build({
        stdin: {
          contents: `export default [\n${files.map((file) => `() => import(${JSON.stringify(file)}),\n`).join('')}];`,
          resolveDir: root,
        },
        absWorkingDir: root,
        bundle: true,
        write: false,
        outfile,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        conditions: [],
        metafile: true,
        sourcemap: 'external',
        sourcesContent: false,
        charset: 'utf8',
        logLevel: 'silent',
        logLimit: 0,
        define: MODULE_NAMES,
        banner: {
          js: "import { createRequire as $createRequire } from 'node:module';\nvar require = $createRequire(import.meta.url);",
        },
        plugins: [externals(packages), ...(broken.size > 0 ? [brokenFiles(broken)] : [])],
      });
      const [mapFile, codeFile] = outputFiles;
      if (mapFile === undefined || codeFile === undefined) throw new Error('esbuild wrote no bundle');
      const written: unknown = JSON.parse(mapFile.text);
      if (!isSourceMap(written)) throw new Error('esbuild wrote no source map');
      const { mappings, sources } = written;
      const folder = dirname(outfile);
      const map = {
        mappings,
        sources: sources.map((source) => (isAbsolute(source) ? source : resolve(folder, source))),
      };
      return {
        bundle: {
          code: placeModuleNames(codeFile.text, map),
          map,
          closures: closuresOf(files, root, metafile),
          probes: probesOf(root, metafile),
          packages: [...packages.keys()].toSorted(),
        },
        broken,
      };
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      if (!noteErrors(error.errors, packages)) throw error;
    }
  }
  throw new Error(`could not bundle the definitions in ${ROUNDS} rounds`);

  /** False when the errors are about no further file: another round would end the same way. */
  function noteErrors(errors: readonly Message[], packages: ReadonlyMap<string, string>): boolean {
    const known = new Set(broken.keys());
    for (const error of errors) {
      const { location } = error;
      if (location === null) return false;
      // An entry that cannot be read is reported on its line of the generated list, which starts at line 2.
      const isEntry = location.file === '<stdin>';
      const file = isEntry ? files[location.line - 2] : resolve(root, location.file);
      if (file === undefined || known.has(file)) return false;
      const origin = isEntry
        ? { file, line: 1, column: 1 }
        : { file, line: location.line, column: location.column + 1 };
      const found = broken.get(file) ?? [];
      found.push({ rule: 'load/module', severity: 'error', ...describe(error, packages), origin });
      broken.set(file, found);
    }
    return broken.size > known.size;
  }
}
