import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND } from '../stories/story.ts';

const WORKSPACE = fileURLToPath(new URL('../..', import.meta.url));

/** A repository with a project in it, as CI checks it out. */
export interface Repository {
  readonly folder: string;
  /** Runs git; its output. */
  readonly git: (...args: readonly string[]) => string;
  /** Replaces a text in a file; both must be there. */
  readonly edit: (path: string, before: string, after: string) => void;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  /** Commits everything; the commit. */
  readonly commit: (message: string) => string;
  readonly remove: () => void;
}

/** Packages as `npm ci` would install them. */
export function installPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(WORKSPACE, 'node_modules/@binnacle'), join(folder, 'node_modules/@binnacle'));
  symlinkSync(COMMAND, join(folder, 'node_modules/.bin/binnacle'));
  symlinkSync(join(WORKSPACE, 'node_modules/typescript'), join(folder, 'node_modules/typescript'));
  symlinkSync(join(WORKSPACE, 'node_modules/typescript/bin/tsc'), join(folder, 'node_modules/.bin/tsc'));
}

/** A repository in a folder of its own. */
export function repositoryIn(folder: string): Repository {
  const git = (...args: readonly string[]): string => {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'init.defaultBranch=main'];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', env, stdio: 'pipe' }).trim();
  };
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return {
    folder,
    git,
    read,
    write,
    edit: (path, before, after) => {
      const text = read(path);
      if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
      write(path, text.replace(before, after));
    },
    commit: (message) => {
      git('add', '.');
      git('commit', '-qm', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(dirname(folder), { recursive: true, force: true }),
  };
}

/** The project that `binnacle init` makes, committed on `main`, with an environment that is pushed to a Grafana. */
export function shop({ grafana, below = '' }: { readonly grafana: string; readonly below?: string }): Repository {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'binnacle-action-'))), 'shop');
  const project = join(folder, below);
  mkdirSync(project, { recursive: true });
  installPackages(folder);
  execFileSync(process.execPath, [COMMAND, 'init'], { cwd: project, stdio: 'pipe' });
  const repository = repositoryIn(folder);
  const config = join(below, 'binnacle.config.ts');
  const destinations = `      destinations: { grafana: { url: '${grafana}', tokenEnv: 'GRAFANA_TOKEN' } },\n      datasources: { prometheus: { uid: 'prom-1', type: 'prometheus' } },\n`;
  repository.edit(
    config,
    `      grafana: { version: '13.0' },\n`,
    `      grafana: { version: '13.0' },\n${destinations}`,
  );
  repository.write('.gitignore', 'node_modules\n/out\nbinnacle-report\n.binnacle\n');
  repository.git('init', '-q');
  repository.commit('The shop');
  return repository;
}

/** A checkout of a commit beside the repository, with its packages: what another job has. */
export function checkout(
  { folder, git }: Pick<Repository, 'folder' | 'git'>,
  commit: string,
  name: string,
): Repository {
  const copy = join(dirname(folder), name);
  git('clone', '-q', '--no-checkout', folder, copy);
  const other = repositoryIn(copy);
  other.git('checkout', '-q', '--detach', commit);
  installPackages(copy);
  return other;
}

/** Hands an artifact of one job to another. */
export function handOver(from: Repository, path: string, [to, place]: readonly [Repository, string]): void {
  cpSync(join(from.folder, path), join(to.folder, place), { recursive: true });
}
