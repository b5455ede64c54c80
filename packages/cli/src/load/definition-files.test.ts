import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { findDefinitionFiles, type FileGlobs } from './definition-files.ts';

function found(paths: readonly string[], globs: FileGlobs = {}): string[] {
  const root = folderWith(Object.fromEntries(paths.map((path) => [path, ''])));
  return findDefinitionFiles(root, globs).files.map((file) => file.slice(root.length + 1));
}

it('takes TypeScript, JSON and YAML of the three folders, sorted', () => {
  const paths = [
    'services/b.ts',
    'services/a/c.mts',
    'dashboards/d.json',
    'rules/e.yaml',
    'lib/no.ts',
    'services/no.js',
  ];
  expect(found(paths)).toEqual(['dashboards/d.json', 'rules/e.yaml', 'services/a/c.mts', 'services/b.ts']);
});

it('never takes tests, declarations, hidden folders or dependencies', () => {
  const paths = [
    'services/a.ts',
    'services/a.test.ts',
    'services/a.d.ts',
    'services/.x/a.ts',
    'services/node_modules/a.ts',
  ];
  expect(found(paths)).toEqual(['services/a.ts']);
});

it('honours include and exclude', () => {
  const globs = { include: ['./teams/*/obs/*.ts', 'one.ts'], exclude: ['**/draft-*'] };
  const paths = ['teams/x/obs/a.ts', 'teams/x/obs/draft-b.ts', 'one.ts', 'services/a.ts'];
  expect(found(paths, globs)).toEqual(['one.ts', 'teams/x/obs/a.ts']);
});

it('does not search output folders', () => {
  const root = folderWith({ 'a.ts': '', 'out/b.ts': '' });
  expect(findDefinitionFiles(root, { include: ['**/*.ts'], skip: [join(root, 'out')] }).files).toEqual([
    join(root, 'a.ts'),
  ]);
});

it('follows links to folders, but not for ever', () => {
  const root = folderWith({ 'services/a.ts': '' });
  symlinkSync(join(root, 'services'), join(root, 'services/loop'));
  const { files } = findDefinitionFiles(root, {});
  expect(files).toContain(join(root, 'services/loop/a.ts'));
  expect(files.length).toBeLessThan(50);
});

it('reports every glob of the config that matches nothing', () => {
  const { diagnostics } = findDefinitionFiles(folderWith({ 'a.ts': '' }), { include: ['a.ts', 'b/*.ts', 'c.ts'] });
  expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
    ['load/glob', "`include` has the glob 'b/*.ts', which matches no file"],
    ['load/glob', "`include` has the glob 'c.ts', which matches no file"],
  ]);
});

it.skipIf(process.getuid?.() === 0)('reports a folder that cannot be read (not as root, who can)', () => {
  const root = folderWith({ 'services/a.ts': '', 'services/locked/b.ts': '' });
  chmodSync(join(root, 'services/locked'), 0);
  const { diagnostics } = findDefinitionFiles(root, {});
  chmodSync(join(root, 'services/locked'), 0o755);
  expect(diagnostics.map(({ message }) => message)).toEqual(['cannot read this folder (EACCES)']);
});
