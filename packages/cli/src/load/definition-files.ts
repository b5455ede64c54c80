import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@binnacle/model';
import picomatch from 'picomatch';
import { systemCode } from '../expected.ts';

/** What a project's definitions are when its config does not say. */
const DEFAULT_INCLUDE = ['services', 'dashboards', 'rules'].map(
  (folder) => `${folder}/**/*.{ts,mts,cts,json,yaml,yml}`,
);

/** Never definitions, whatever the globs say: declarations, tests, dependencies, and what Binnacle itself writes. */
const ALWAYS_EXCLUDED = ['**/*.d.{ts,mts,cts}', '**/*.{test,spec,test-d}.*', '**/node_modules/**', '**/.*/**'];

/** The files a project's globs select. */
export interface DefinitionFiles {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Every folder that was read: where a new definition file may appear. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface FileGlobs {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Folders that hold output, absolute: never searched. */
  readonly skip?: readonly string[];
}

/** Tells whether a path relative to the root, with `/`, is a definition file, were there such a file. */
export function definitionMatcher({ include, exclude = [] }: FileGlobs): (path: string) => boolean {
  const excluded = picomatch([...ALWAYS_EXCLUDED, ...exclude], { dot: true });
  const included = picomatch((include ?? DEFAULT_INCLUDE).map(plain));
  return (path) => included(path) && !excluded(path);
}

/** The folders the globs begin in, relative to the root and without a final `/`; empty for the root itself. */
export function definitionFolders({ include }: FileGlobs): readonly string[] {
  return (include ?? DEFAULT_INCLUDE).map((glob) => picomatch.scan(plain(glob)).base.replace(/\/$/, ''));
}

function plain(glob: string): string {
  return glob.replace(/^\.\//, '');
}

function unreadable(path: string, error: unknown): Diagnostic {
  return {
    rule: 'load/unreadable',
    severity: 'error',
    message: `cannot read this folder (${systemCode(error) ?? String(error)})`,
    origin: { file: path, line: 1, column: 1 },
    fix: 'give read permission, or add it to `exclude`',
  };
}

/**
 * Finds the definition files under `root`. A glob written in the config that matches nothing is an error that names it;
 * of the default globs it is enough that one matches.
 */
export function findDefinitionFiles(root: string, { include, exclude = [], skip = [] }: FileGlobs): DefinitionFiles {
  const excluded = picomatch([...ALWAYS_EXCLUDED, ...exclude], { dot: true });
  const skipped = new Set(skip);
  const diagnostics: Diagnostic[] = [];
  const listings = new Map<string, readonly { name: string; folder: boolean }[]>();

  function list(folder: string): readonly { name: string; folder: boolean }[] {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    let entries: { name: string; folder: boolean }[] = [];
    try {
      entries = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        folder: entry.isSymbolicLink()
          ? (statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false)
          : entry.isDirectory(),
      }));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'ENOTDIR')
        diagnostics.push(unreadable(folder, error));
    }
    listings.set(folder, entries);
    return entries;
  }

  const found = new Set<string>();
  for (const glob of include ?? DEFAULT_INCLUDE) {
    const pattern = plain(glob);
    const matches = picomatch(pattern);
    const { base } = picomatch.scan(pattern);
    let matched = 0;
    const visit = (folder: string, depth: number): void => {
      for (const entry of list(join(root, folder))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.folder) {
          // A link that leads back up would be followed for ever.
          if (depth < 40 && !skipped.has(join(root, path)) && !excluded(`${path}/x`)) visit(path, depth + 1);
        } else if (matches(path) && !excluded(path)) {
          matched++;
          found.add(join(root, path));
        }
      }
    };
    const whole = join(root, base);
    if (base !== '' && statSync(whole, { throwIfNoEntry: false })?.isFile()) {
      matched++;
      found.add(whole);
    } else {
      visit(base, 0);
    }
    if (matched === 0 && include !== undefined) {
      diagnostics.push({
        rule: 'load/glob',
        severity: 'error',
        message: `\`include\` has the glob '${glob}', which matches no file`,
        fix: `correct the glob (it is relative to the folder of the config file), or remove it`,
      });
    }
  }
  if (found.size === 0 && diagnostics.length === 0) {
    diagnostics.push({
      rule: 'load/empty',
      severity: 'error',
      message: `no definition files: nothing matches ${(include ?? DEFAULT_INCLUDE).map((glob) => `'${glob}'`).join(', ')}`,
      fix: 'write one (`binnacle init` makes a first service, dashboard and rule file), or set `include` in the config',
    });
  }
  return { files: [...found].toSorted(), folders: [...listings.keys()].toSorted(), diagnostics };
}
