import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../version.ts';

/** Packages a project needs: the command, and what definitions import. */
const PACKAGES: readonly string[] = ['@binnacle/builders', '@binnacle/cli'];

/** What `tsc` a new project gets: the one Binnacle itself is checked with. */
export const TYPESCRIPT = '7.0.2';

/** Where this command runs from: its own package folder, links resolved. */
function ownFolder(): string {
  return realpathSync(fileURLToPath(new URL('../..', import.meta.url)));
}

function nameOf(folder: string): string | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const written: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof written === 'object' && written !== null && 'name' in written ? String(written.name) : undefined;
}

/** `path`, which may not exist yet, with the links of what exists resolved. */
function real(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path);
  return join(real(dirname(path)), path.slice(dirname(path).length));
}

/**
 * The folder that holds Binnacle's packages when `own` is a package of a checkout; undefined when it was installed from a
 * registry, where the packages are by version.
 */
export function checkoutFolder(own: string = ownFolder()): string | undefined {
  if (own.split(sep).includes('node_modules')) return undefined;
  const packages = dirname(own);
  return PACKAGES.every((name) => nameOf(join(packages, name.slice(name.indexOf('/') + 1))) === name)
    ? packages
    : undefined;
}

/** What the devDependencies of a project in `root` say: exact versions, or folders when the command runs from a checkout. */
export function dependencies(root: string, checkout: string | undefined): Readonly<Record<string, string>> {
  const entries = PACKAGES.map((name) => {
    if (checkout === undefined) return [name, version()] as const;
    const path = relative(real(root), join(checkout, name.slice(name.indexOf('/') + 1)));
    return [name, `file:${path.replaceAll('\\', '/')}`] as const;
  });
  return { ...Object.fromEntries(entries), typescript: TYPESCRIPT };
}
