import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ExpectedError } from '../expected.ts';
import { git, type Revision } from './git.ts';

/** A revision's files in a folder of their own, for as long as they are needed. */
export interface Checkout {
  readonly folder: string;
  /** Removes the folder and git's note of it; safe to call twice. */
  readonly remove: () => void;
}

/** Folders from the repository's top down to the project. */
function between(repository: string, project: string): string[] {
  const found: string[] = [];
  for (let folder = project; ; folder = dirname(folder)) {
    found.push(folder);
    if (folder === repository || folder === dirname(folder)) return found;
  }
}

/**
 * Checks a revision out beside the repository's own working tree, with the packages that are installed there: nothing is
 * fetched and nothing of the working tree is touched.
 */
export function checkOut(repository: string, { name, commit }: Revision, project: string): Checkout {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'binnacle-base-'))), 'tree');
  const remove = (): void => {
    git(repository, 'worktree', 'remove', '--force', folder);
    rmSync(dirname(folder), { recursive: true, force: true });
    git(repository, 'worktree', 'prune');
  };
  if (git(repository, 'worktree', 'add', '--quiet', '--detach', folder, commit) === undefined) {
    remove();
    throw new ExpectedError(
      `${name} could not be checked out to be compared with`,
      `see what \`git worktree add --detach /tmp/x ${commit.slice(0, 12)}\` says`,
    );
  }
  for (const from of between(repository, project)) {
    const packages = join(from, 'node_modules');
    const place = join(folder, relative(repository, from));
    const link = join(place, 'node_modules');
    if (existsSync(packages) && existsSync(place) && !existsSync(link)) symlinkSync(packages, link, 'junction');
  }
  return { folder, remove };
}
