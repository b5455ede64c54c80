import { spawnSync } from 'node:child_process';
import { systemCode, ExpectedError } from '../expected.ts';

/** What a hook sets for the git that runs it, and would lead another one astray. */
const HOOKS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'];
/** Nothing is fetched: neither large files nor what a partial clone left out. */
const OFFLINE = { GIT_LFS_SKIP_SMUDGE: '1', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

/** Runs git in a folder. Its output without the final line end, or undefined when it failed. */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  const env: NodeJS.ProcessEnv = { ...process.env, ...OFFLINE };
  for (const name of HOOKS) delete env[name];
  // Hooks of the repository are no part of reading it.
  const { status, stdout, error } = spawnSync('git', ['-c', 'core.hooksPath=/dev/null', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 64 * 2 ** 20,
  });
  if (error !== undefined && systemCode(error) === 'ENOENT') {
    throw new ExpectedError('git is not installed, or not on the PATH', 'install it, to compare with a revision');
  }
  return status === 0 ? stdout.replace(/\r?\n$/, '') : undefined;
}

/** Top folder of the repository a folder is in. Throws an expected error when it is in none. */
export function repositoryOf(folder: string): string {
  const top = git(folder, 'rev-parse', '--show-toplevel');
  if (top !== undefined) return top;
  throw new ExpectedError(
    'the project is in no git repository',
    'run `git init` and commit, to have something to compare with',
  );
}

/** A revision and its commit. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

function commitOf(repository: string, name: string): string | undefined {
  return git(repository, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
}

/** Where the default branch may be, the remote's own answer first. */
function defaultBranch(repository: string): string | undefined {
  const head = git(repository, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const names = [...(head === undefined ? [] : [head]), 'origin/main', 'origin/master', 'main', 'master'];
  return names.find((name) => commitOf(repository, name) !== undefined);
}

/**
 * The revision to compare with: the one that is named, or where this branch left the default branch. Throws an expected error
 * when there is no such revision or it is not in this clone.
 */
export function baseRevision(repository: string, named: string | undefined): Revision {
  if (named !== undefined) {
    const commit = commitOf(repository, named);
    if (commit !== undefined) return { name: named, commit };
    const fix = isShallow(repository)
      ? 'the clone is shallow: `git fetch --unshallow` first'
      : 'name a branch, tag or commit';
    throw new ExpectedError(`${named}: there is no such revision here`, fix);
  }
  const branch = defaultBranch(repository);
  if (branch === undefined) {
    throw new ExpectedError('there is no default branch to compare with', 'name a revision: `binnacle diff HEAD~1`');
  }
  const commit = git(repository, 'merge-base', 'HEAD', branch);
  if (commit !== undefined) return { name: branch, commit };
  const fix = isShallow(repository)
    ? 'the clone is shallow: `git fetch --unshallow` first'
    : `name a revision: \`binnacle diff ${branch}\``;
  throw new ExpectedError(`this branch and ${branch} have no commit in common here`, fix);
}

/** The commits a commit was made from. */
function parentsOf(repository: string, commit: string): readonly string[] {
  return (
    git(repository, 'rev-parse', `${commit}^@`)
      ?.split('\n')
      .filter((one) => one !== '') ?? []
  );
}

/**
 * What a request is compared with: where its branch left the one it goes into; where the forge's merge of both is checked out,
 * the tip it was merged with. Throws an expected error when that is not in this clone.
 */
export function requestBase(
  repository: string,
  { branch, commit, head }: { readonly branch: string; readonly commit: string; readonly head?: string },
): Revision {
  const [into, merged] = parentsOf(repository, 'HEAD');
  const isMerge = merged !== undefined && merged === head;
  const base = isMerge ? into : git(repository, 'merge-base', 'HEAD', commit);
  if (base !== undefined && commitOf(repository, base) !== undefined) return { name: branch, commit: base };
  throw new ExpectedError(
    `this clone does not hold where the branch left ${branch}`,
    'fetch the history: `fetch-depth: 0` for actions/checkout, GIT_DEPTH: 0 in GitLab CI, or `git fetch --unshallow`',
  );
}

/** The revision of a commit, where it is in this clone. */
export function knownRevision(repository: string, name: string): Revision | undefined {
  const commit = commitOf(repository, name);
  return commit === undefined ? undefined : { name, commit };
}

function isShallow(repository: string): boolean {
  return git(repository, 'rev-parse', '--is-shallow-repository') === 'true';
}
