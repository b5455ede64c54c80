import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Files that decide how imports resolve and compile; esbuild reads the nearest of each kind. */
const SETTINGS = ['package.json', 'tsconfig.json', 'jsconfig.json'];
/** What package managers leave about the versions they installed, in the root of a workspace. */
const LOCKS = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
  '.pnp.cjs',
  'node_modules/.package-lock.json',
  'node_modules/.modules.yaml',
  'node_modules/.yarn-state.yml',
];

function withAncestors(folders: Iterable<string>): string[] {
  const all = new Set<string>();
  for (let folder of folders) {
    while (!all.has(folder)) {
      all.add(folder);
      folder = dirname(folder);
    }
  }
  return [...all].toSorted();
}

/** The files a tsconfig extends, as far as they can be found; comments in it do no harm. */
function extendedBy(path: string, text: string): string[] {
  const written = /"extends"\s*:\s*(\[[^\]]*\]|"[^"]*")/.exec(text)?.[1] ?? '';
  return [...written.matchAll(/"([^"]+)"/g)].flatMap(([, name = '']) => {
    const base = resolve(dirname(path), name);
    if (name.startsWith('.') || name.startsWith('/')) return [base, `${base}.json`];
    for (const candidate of [name, `${name}.json`, `${name}/tsconfig.json`]) {
      try {
        return [createRequire(path).resolve(candidate)];
      } catch {
        continue;
      }
    }
    return [];
  });
}

/** Settings that bear on how the files of some folders are bundled. */
export interface ResolutionSettings {
  /** Absolute paths of settings and lock files, present or not. */
  readonly files: readonly string[];
  /** `baseUrl` of the tsconfigs, absolute: bare imports are looked up there first. */
  readonly baseUrls: readonly string[];
  /** True when an alias has several targets: which one it means cannot be known without resolving it again. */
  readonly isAmbiguous: boolean;
}

/** Finds the settings that apply to files in `folders` of the project at `root`. */
export function resolutionSettings(root: string, folders: Iterable<string>): ResolutionSettings {
  const ancestors = withAncestors([root, ...folders]);
  const files = new Set([
    ...ancestors.flatMap((folder) => SETTINGS.map((name) => join(folder, name))),
    ...withAncestors([root]).flatMap((folder) => LOCKS.map((name) => join(folder, name))),
  ]);
  const baseUrls = new Set<string>();
  let isAmbiguous = false;
  const read = (path: string): void => {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return;
    }
    const [, baseUrl] = /"baseUrl"\s*:\s*"([^"]*)"/.exec(text) ?? [];
    if (baseUrl !== undefined) baseUrls.add(resolve(dirname(path), baseUrl));
    const [, paths = ''] = /"paths"\s*:\s*\{([^}]*)\}/.exec(text) ?? [];
    if (/\[\s*"[^"]*"\s*,\s*"/.test(paths)) isAmbiguous = true;
    for (const extended of extendedBy(path, text)) {
      if (files.has(extended)) continue;
      files.add(extended);
      read(extended);
    }
  };
  for (const folder of ancestors) for (const name of SETTINGS.slice(1)) read(join(folder, name));
  return { files: [...files].toSorted(), baseUrls: [...baseUrls].toSorted(), isAmbiguous };
}

/** The nearest folder above an installed file that is a package. */
function packageFolder(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    // A package.json may lie deeper and only say which module format a folder has.
    if (existsSync(join(folder, 'package.json')) && !/[\\/]dist(?:[\\/]|$)/.test(folder)) return folder;
  }
  return undefined;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'src' || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(?:[cm]?js|json)$/.test(entry.name) ? [path] : [];
  });
}

/** Every file this installation of Binnacle runs, and those of the `@binnacle` packages at `entries`. */
export function ownFiles(entries: Iterable<string>): string[] {
  const require = createRequire(import.meta.url);
  const own = ['@binnacle/promql', '@binnacle/model', '@binnacle/lint', '@binnacle/targets'];
  const manifests = own.map((name) => require.resolve(`${name}/package.json`));
  const folders = new Set([
    dirname(require.resolve('../../package.json')),
    ...manifests.map((path) => dirname(path)),
    ...[...entries].map(packageFolder).filter((folder) => folder !== undefined),
  ]);
  return [...folders].flatMap(filesBelow).toSorted();
}

/** What tells one installed version of a package from another: its manifest, and the file that is imported. */
export function installedFiles(entries: Iterable<string>): string[] {
  return [...entries].flatMap((entry) => {
    const folder = packageFolder(entry);
    return folder === undefined ? [entry] : [entry, join(folder, 'package.json')];
  });
}
