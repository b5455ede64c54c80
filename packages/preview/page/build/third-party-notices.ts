import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Licences under which code may be shipped inside the page. A choice (`A OR B`) is good when one of its sides is. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);
/** Packages whose manifest says nothing, and what the licence file beside it says. */
const UNDECLARED: Readonly<Record<string, string>> = {
  'fast-shallow-equal': 'Unlicense',
  'react-universal-interface': 'Unlicense',
};

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
}

function manifestAt(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every package.json has this shape
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}

/** The folder of the package that a module came from. */
function packageFolder(module: string): string | undefined {
  if (!/[\\/]node_modules[\\/]/.test(module)) return undefined;
  for (let folder = dirname(module); /[\\/]node_modules[\\/]/.test(folder); folder = dirname(folder)) {
    const { name, version } = manifestAt(folder) ?? {};
    if (name !== undefined && version !== undefined) return folder;
  }
  return undefined;
}

function bundledFrom(folder: string): Bundled {
  const { name = '', version = '', license } = manifestAt(folder) ?? {};
  const declared = typeof license === 'string' ? license : license?.type;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying|unlicense)/i.test(entry));
  return {
    name,
    version,
    licence: declared ?? UNDECLARED[name] ?? 'none',
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}

/** True when a licence expression lets code be shipped without conditions on ours. */
export function isPermissive(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare
    .split(/\s+OR\s+/)
    .some((side) => side.split(/\s+AND\s+/).every((licence) => PERMISSIVE.has(licence.trim())));
}

/** Writes `THIRD-PARTY-NOTICES.txt` beside the page, for what is bundled and for packages whose files are copied. @throws when a bundled package's licence is not permissive. */
export function thirdPartyNotices(others: readonly string[]): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const require = createRequire(import.meta.url);
      const copied = others.map((name) => require.resolve(`${name}/package.json`));
      const folders = new Set(
        [...modules, ...copied].flatMap((id) => {
          const folder = packageFolder(id.replace(/^\0[^/]*/, '').replace(/\?.*$/, ''));
          return folder === undefined ? [] : [folder];
        }),
      );
      const all = [...folders].map((folder) => bundledFrom(folder));
      const known = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
      const refused = [...known.values()].filter(({ licence }) => !isPermissive(licence));
      if (refused.length > 0) {
        const names = refused.map(({ name, version, licence }) => `${name}@${version} (${licence})`).join(', ');
        throw new Error(`the page would ship code whose licence is not permissive: ${names}`);
      }
      const blocks = [...known]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { licence, text }]) => `${id}\nLicence: ${licence}\n${text === '' ? '' : `\n${text}\n`}`);
      const rule = `\n${'-'.repeat(80)}\n\n`;
      const head = `This page contains code of the ${known.size} packages below.\n`;
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-NOTICES.txt',
        source: [head, ...blocks].join(rule),
      });
    },
  };
}
