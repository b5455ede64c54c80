import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom among our own packages. A folder that is not listed may import nothing of ours. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'packages/promql': [],
  'packages/model': [],
  'packages/builders': ['promql', 'model'],
  'packages/lint': ['promql', 'model'],
  'packages/targets': ['promql', 'model'],
  'packages/preview': ['promql', 'model'],
  'packages/cli': ['promql', 'model', 'lint', 'targets', 'preview'],
  services: ['builders'],
  dashboards: ['promql', 'builders'],
  rules: ['promql', 'builders'],
};
/** Content folders may import each other in this direction. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  services: ['services'],
  dashboards: ['dashboards', 'services'],
  rules: ['rules', 'services'],
};
const FORBIDDEN_FOLDERS = new Set([
  'utils',
  'util',
  'common',
  'helpers',
  'helper',
  'types',
  'misc',
  'lib',
  'shared',
  'core',
]);

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|import\.meta\.resolve\(\s*['"]([^'"]+)['"]|require(?:\.resolve)?\(\s*['"]([^'"]+)['"]/g;

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'generated',
  'fixtures',
  '.git',
  '.nx',
  '.tsbuild',
  '.binnacle',
  'out',
]);

function tree(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : tree(path);
    return [path];
  });
}

const ALL = tree('').toSorted();

function files(pattern: RegExp): readonly string[] {
  return ALL.filter((file) => pattern.test(file));
}

function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\n)\s*\/\/[^\n]*/g, '$1');
  return [...text.matchAll(IMPORT)].map((m) => m[1] ?? m[2] ?? m[3] ?? m[4] ?? '');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
}

const PACKAGES = Object.keys(ALLOWED).filter((folder) => folder.startsWith('packages/'));

describe('the import table', () => {
  it('lists every package there is', () => {
    expect(files(/^packages\/[^/]+\/package\.json$/).map((file) => dirname(file))).toEqual([...PACKAGES].toSorted());
  });

  for (const [folder, allowed] of Object.entries(ALLOWED)) {
    it(`${folder} imports only ${allowed.join(', ') || 'nothing of ours'}`, () => {
      const wrong: string[] = [];
      for (const file of files(new RegExp(`^${folder}/.*\\.tsx?$`))) {
        for (const specifier of imports(file)) {
          if (specifier.startsWith('@binnacle/')) {
            const target = packageOf(specifier).slice('@binnacle/'.length);
            if (!allowed.includes(target) && `packages/${target}` !== folder) wrong.push(`${file} → ${specifier}`);
          } else if (specifier.startsWith('.')) {
            const target = relative(ROOT, resolve(ROOT, dirname(file), specifier)).replaceAll('\\', '/');
            const reach = CONTENT[folder] ?? [folder];
            if (!reach.some((own) => target.startsWith(`${own}/`))) wrong.push(`${file} → ${specifier}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });
  }
});

describe('declared dependencies', () => {
  for (const folder of PACKAGES) {
    it(`${folder}: every used one is declared and every declared one is used`, () => {
      const { dependencies = {}, devDependencies = {} } = manifest(folder);
      const rootDev = manifest('.').devDependencies ?? {};
      const used = { shipped: new Set<string>(), dev: new Set<string>() };
      for (const file of files(new RegExp(`^${folder}/.*\\.(tsx?|mjs|js)$`))) {
        // The preview's page is bundled: nobody installs what it imports.
        const dev = /\.test(-d)?\.ts$|\/build\/|\.config\.|^packages\/preview\/page\//.test(file);
        for (const specifier of imports(file)) {
          if (specifier.startsWith('.') || specifier.startsWith('node:') || specifier.includes('${')) continue;
          if (packageOf(specifier) !== manifest(folder).name) used[dev ? 'dev' : 'shipped'].add(packageOf(specifier));
        }
      }
      const undeclared = [...used.shipped].filter((name) => !(name in dependencies));
      const undeclaredDev = [...used.dev].filter(
        (name) => !(name in dependencies) && !(name in devDependencies) && !(name in rootDev),
      );
      const unused = Object.keys(dependencies).filter((name) => !used.shipped.has(name));
      const unusedDev = Object.keys(devDependencies).filter((name) => {
        const typed = name.replace(/^@types\//, '');
        return !used.dev.has(name) && !(typed !== name && (used.shipped.has(typed) || used.dev.has(typed)));
      });
      expect({ undeclared, undeclaredDev, unused, unusedDev }).toEqual({
        undeclared: [],
        undeclaredDev: [],
        unused: [],
        unusedDev: [],
      });
    });
  }

  it('pins every version exactly', () => {
    const loose = ['.', ...PACKAGES].flatMap((folder) => {
      const { dependencies = {}, devDependencies = {} } = manifest(folder);
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${folder}: ${name}@${version}`);
    });
    expect(loose).toEqual([]);
  });
});

describe('the lock file', () => {
  interface Locked {
    readonly version?: string;
    readonly link?: boolean;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };

  it('holds every platform package of every locked tool, so that `npm ci` works on every machine', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !Object.keys(lock.packages).some((locked) => locked.endsWith(`node_modules/${name}`)))
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry host', () => {
    const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    expect([...text.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map((m) => m[1])).toEqual([]);
  });
});

describe('the house', () => {
  it('has no folder that says nothing', () => {
    const named = files(/^packages\/[^/]+\/src\/.*\.ts$/).filter((file) =>
      dirname(file)
        .split('/')
        .some((part) => FORBIDDEN_FOLDERS.has(part)),
    );
    expect(named).toEqual([]);
  });

  it('keeps index.ts to a public list', () => {
    const wrong = files(/^packages\/[^/]+\/src\/index\.ts$/).filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
      return (
        text.replaceAll(/export\s+(?:type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+'[^']+';/g, '').trim() !== ''
      );
    });
    expect(wrong).toEqual([]);
  });

  it('puts every test beside the unit or in the folder that it tests', () => {
    const units = new Set(files(/^packages\/[^/]+\/src\/.*\.ts$/));
    const orphans = files(/^packages\/[^/]+\/src\/.*\.test\.ts$/).filter((test) => {
      const unit = test.replace(/\.test\.ts$/, '.ts');
      return !units.has(unit) && basename(unit, '.ts') !== basename(dirname(unit));
    });
    expect(orphans).toEqual([]);
  });

  it('imports each package through its public lists', () => {
    const lists = new Set(
      PACKAGES.flatMap((folder) => {
        const { name, exports = {} } = manifest(folder);
        return Object.keys(exports).map((path) => path.replace('.', name));
      }),
    );
    const deep = files(
      /^(packages\/[^/]+\/src|packages\/preview\/page|services|dashboards|rules|test)\/.*\.tsx?$/,
    ).flatMap((file) =>
      imports(file)
        .filter((s) => s.startsWith('@binnacle/') && !lists.has(s))
        .map((s) => `${file} → ${s}`),
    );
    expect(deep).toEqual([]);
  });
});
