import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkOut, checkoutPlace } from './checkout.ts';
import { baseRevision, git, repositoryOf } from './git.ts';

function run(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'binnacle-git-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function commit(folder: string, text: string): string {
  writeFileSync(join(folder, 'file.txt'), text);
  run(folder, 'add', '.');
  run(folder, 'commit', '-qm', text);
  return run(folder, 'rev-parse', 'HEAD');
}

/** A repository with a commit on its main branch. */
function repository(branch = 'main'): { readonly folder: string; readonly first: string } {
  const folder = temporary();
  run(folder, 'init', '-q', '-b', branch);
  return { folder, first: commit(folder, 'first') };
}

test('the base is where the branch left the default branch, not where that is now', () => {
  const { folder, first } = repository();
  run(folder, 'checkout', '-qb', 'mine');
  commit(folder, 'mine');
  run(folder, 'checkout', '-q', 'main');
  commit(folder, 'theirs');
  run(folder, 'checkout', '-q', 'mine');
  expect(baseRevision(folder, undefined)).toEqual({ name: 'main', commit: first });
});

test('the default branch is the one of the remote, whatever it is called', () => {
  const { folder, first } = repository('trunk');
  const clone = join(temporary(), 'clone');
  run(folder, 'clone', '-q', folder, clone);
  expect(baseRevision(clone, undefined)).toEqual({ name: 'origin/trunk', commit: first });
});

test('without a default branch the revision is to be named', () => {
  const { folder, first } = repository('trunk');
  expect(() => baseRevision(folder, undefined)).toThrow('there is no default branch to compare with');
  expect(baseRevision(folder, 'trunk')).toEqual({ name: 'trunk', commit: first });
});

test('a revision that is not there, or looks like an option', () => {
  const { folder } = repository();
  expect(() => baseRevision(folder, 'nope')).toThrow('nope: there is no such revision here');
  expect(() => baseRevision(folder, '--all')).toThrow('--all: there is no such revision here');
});

test('a shallow clone says what is missing', () => {
  const { folder } = repository();
  commit(folder, 'second');
  const clone = join(temporary(), 'clone');
  run(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, clone);
  expect(() => baseRevision(clone, 'HEAD~1')).toThrow(
    expect.objectContaining({ fix: 'the clone is shallow: `git fetch --unshallow` first' }),
  );
});

test('a folder in no repository', () => {
  const folder = temporary();
  expect(() => repositoryOf(folder)).toThrow('the project is in no git repository');
});

test('a checkout has the files of then and the packages of now, runs no hook, and leaves nothing behind', () => {
  const { folder, first } = repository();
  const project = join(folder, 'monitoring');
  mkdirSync(join(project, 'node_modules/x'), { recursive: true });
  writeFileSync(join(project, 'config'), 'one');
  writeFileSync(join(folder, '.git/hooks/post-checkout'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  const second = commit(folder, 'second');
  writeFileSync(join(folder, 'file.txt'), 'uncommitted');

  const place = checkoutPlace(folder);
  checkOut(place, { name: 'HEAD', commit: second }, { repository: folder, project });
  expect(readFileSync(join(place.folder, 'file.txt'), 'utf8')).toBe('second');
  expect(readdirSync(join(place.folder, 'monitoring/node_modules'))).toEqual(['x']);
  place.remove();
  place.remove();
  expect(git(folder, 'worktree', 'list')?.split('\n')).toHaveLength(1);
  expect([readdirSync(join(project, 'node_modules')), run(folder, 'status', '--short')]).toEqual([['x'], 'M file.txt']);

  // The project was not there yet.
  const earlier = checkoutPlace(folder);
  checkOut(earlier, { name: 'first', commit: first }, { repository: folder, project });
  expect(readdirSync(earlier.folder).toSorted()).toEqual(['.git', 'file.txt']);
  earlier.remove();
});
