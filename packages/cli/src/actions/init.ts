import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CONFIG_NAMES } from '../config/find-config.ts';
import { EXIT } from '../exit-code.ts';
import { ExpectedError, systemCode } from '../expected.ts';
import { checkoutFolder, dependencies } from '../init/dependency.ts';
import { newPackageJson, scriptsFor, withWanted } from '../init/package-json.ts';
import { configFile, DEFINITIONS, TSCONFIG } from '../init/templates.ts';

/** Where definitions go in a folder that is an application already. */
const BESIDE = 'observability/';

/** Lines a project's .gitignore needs; the state folder ignores itself. */
const IGNORED = ['/out', '/binnacle-report', '/pictures', 'node_modules'];

const INSTALL = [
  ['pnpm-lock.yaml', 'pnpm install'],
  ['yarn.lock', 'yarn install'],
  ['bun.lock', 'bun install'],
] as const;

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new ExpectedError(`cannot read ${path} (${systemCode(error) ?? String(error)})`);
  }
}

/** A name that npm and the output manifest both accept. */
function projectName(folder: string, packageJson: string | undefined): string {
  let name = basename(folder);
  try {
    const written: unknown = JSON.parse(packageJson ?? '{}');
    if (typeof written === 'object' && written !== null && 'name' in written) {
      name = String(written.name).replace(/^@[^/]*\//, '');
    }
  } catch {
    throw new ExpectedError(`${join(folder, 'package.json')} is not JSON`, 'mend it first');
  }
  const plain = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return plain.replace(/^[-._]+|[-._]+$/g, '') || 'observability';
}

function withIgnored(text: string): string {
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\/$/, '')));
  const missing = IGNORED.filter(
    (line) => !lines.has(line) && !lines.has(line.replace(/^\//, '')) && !lines.has(`/${line}`),
  );
  if (missing.length === 0) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`;
}

function scriptOf(manifest: string, name: string): unknown {
  const written: unknown = JSON.parse(manifest);
  if (typeof written !== 'object' || written === null || !('scripts' in written)) return undefined;
  const { scripts } = written;
  return typeof scripts === 'object' && scripts !== null ? Reflect.get(scripts, name) : undefined;
}

/** Starts a project in a folder. Files that exist are kept: package.json and .gitignore get what they lack. */
export function init(folder: string): number {
  const root = resolve(folder);
  const existing = CONFIG_NAMES.find((name) => existsSync(join(root, name)));
  if (existing !== undefined) {
    throw new ExpectedError(`${join(folder, existing)} exists: this is a project already`, 'run `binnacle build`');
  }
  const packageJson = readText(join(root, 'package.json'));
  const prefix = packageJson === undefined ? '' : BESIDE;
  const project = projectName(root, packageJson);
  const ignore = readText(join(root, '.gitignore')) ?? '';

  const checkout = checkoutFolder();
  const scripts = scriptsFor(prefix);
  const needed = { dependencies: dependencies(root, checkout), scripts };
  const manifest = packageJson === undefined ? newPackageJson(project, needed) : withWanted(packageJson, needed);

  const wanted: readonly (readonly [path: string, content: string, before: string | undefined])[] = [
    ['binnacle.config.ts', configFile({ project, prefix }), undefined],
    ...Object.entries(DEFINITIONS).map(
      ([path, content]) => [`${prefix}${path}`, content, readText(join(root, prefix, path))] as const,
    ),
    [`${prefix}tsconfig.json`, TSCONFIG, readText(join(root, prefix, 'tsconfig.json'))],
  ];
  const merged = [
    ['package.json', manifest, packageJson],
    ['.gitignore', withIgnored(ignore), ignore === '' ? undefined : ignore],
  ] as const;

  const lines: string[] = [];
  const write = (path: string, content: string, done: string): void => {
    try {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    } catch (error) {
      throw new ExpectedError(`cannot write ${join(folder, path)} (${systemCode(error) ?? String(error)})`);
    }
    lines.push(`  ${done} ${path}`);
  };
  for (const [path, content, before] of wanted) {
    if (before === undefined) write(path, content, 'created');
    else lines.push(`  kept    ${path}`);
  }
  for (const [path, content, before] of merged) {
    if (content !== before) write(path, content, before === undefined ? 'created' : 'changed');
  }

  const install = INSTALL.find(([lock]) => existsSync(join(root, lock)))?.[1] ?? 'npm install';
  const here = relative(process.cwd(), root);
  const { typecheck = '' } = scripts;
  const isOurs = scriptOf(manifest, 'typecheck') === typecheck;
  const steps = [
    ...(here === '' ? [] : [`cd ${here}`]),
    install,
    'npx binnacle build',
    `${isOurs ? 'npm run typecheck' : `npx ${typecheck}`}   # proves labels and units: building does not`,
  ];

  process.stdout.write(
    [
      ...lines,
      '',
      ...(checkout === undefined
        ? []
        : ['Binnacle runs from a checkout here, so package.json takes its packages from there (file:).', '']),
      `The project is called ${project}. Next:`,
      ...steps.map((step) => `  ${step}`),
      `Then describe your own service in ${prefix}services/; \`binnacle import metrics\` writes its metrics from what it exposes.`,
      '',
    ].join('\n'),
  );
  return EXIT.clean;
}
