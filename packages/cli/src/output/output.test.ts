import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../cache/file-record.ts';
import { ExpectedError } from '../expected.ts';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { type Committed, hasStamps, isUnsettled, openOutput, type Output, type OutputOptions } from './output.ts';
import { outputPlaces } from './places.ts';

type Files = Readonly<Record<string, string>>;

async function write(out: string, files: Files, options: Partial<OutputOptions> = {}): Promise<Committed> {
  const output = await openOutput(out, { project: 'test', ...options });
  try {
    for (const [path, content] of Object.entries(files)) await output.put(path, content).room;
    return await output.commit(() => true);
  } finally {
    output.close();
  }
}

function tree(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function changes({ changes: made }: Committed): Record<string, string> {
  return Object.fromEntries(made);
}

function withoutManifest(folder: string): Record<string, string> {
  const { '.binnacle.json': _, ...rest } = tree(folder);
  return rest;
}

const files = { 'dev/a.txt': 'a\n', 'dev/sub/b.txt': 'b\n' };

describe('what is written', () => {
  it('the files and a manifest of them, sorted', async () => {
    const out = join(folderWith({}), 'deep/out');
    expect(changes(await write(out, { 'dev/sub/b.txt': 'b\n', 'dev/a.txt': 'a\n' }))).toEqual({
      'dev/sub/b.txt': 'created',
      'dev/a.txt': 'created',
    });
    expect(withoutManifest(out)).toEqual(files);
    expect(readFileSync(join(out, '.binnacle.json'), 'utf8')).toBe(`{
 "project": "test",
 "files": {
  "dev/a.txt": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",
  "dev/sub/b.txt": "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f"
 }
}
`);
  });

  it('nothing when nothing changed', async () => {
    const out = join(folderWith({}), 'out');
    const { stamps } = await write(out, files);
    const before = statSync(out).ino;
    expect(changes(await write(out, files))).toEqual({ 'dev/a.txt': 'unchanged', 'dev/sub/b.txt': 'unchanged' });
    expect([statSync(out).ino, hasStamps(out, stamps)]).toEqual([before, true]);
  });

  it('only what changed: other files keep their time', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    const { mtimeMs } = statSync(join(out, 'dev/a.txt'));
    expect(changes(await write(out, { ...files, 'dev/sub/b.txt': 'B\n' }))).toEqual({
      'dev/a.txt': 'unchanged',
      'dev/sub/b.txt': 'changed',
    });
    expect(statSync(join(out, 'dev/a.txt')).mtimeMs).toBe(mtimeMs);
  });

  it('files of ours that were edited or deleted, as they should be', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    writeFileSync(join(out, 'dev/a.txt'), 'edited');
    rmSync(join(out, 'dev/sub/b.txt'));
    expect(changes(await write(out, files))).toEqual({ 'dev/a.txt': 'changed', 'dev/sub/b.txt': 'created' });
    expect(withoutManifest(out)).toEqual(files);
  });

  it('through a link to the output folder', async () => {
    const root = folderWith({ 'real/keep.txt': '' });
    symlinkSync(join(root, 'real'), join(root, 'out'));
    await write(join(root, 'out'), files);
    expect(withoutManifest(join(root, 'real'))).toEqual({ ...files, 'keep.txt': '' });
  });
});

async function keeping(out: string, given: Parameters<Output['keep']>[0]): Promise<[boolean, Record<string, string>]> {
  const output = await openOutput(out, { project: 'test' });
  try {
    const isKept = output.keep(given);
    return [isKept, changes(await output.commit(() => true))];
  } finally {
    output.close();
  }
}

describe('what is kept by its hash', () => {
  const [a, b] = [sha256('a\n'), sha256('b\n')];

  it('files that are there as we wrote them', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    expect(
      await keeping(out, [
        ['dev/a.txt', a],
        ['dev/sub/b.txt', b],
      ]),
    ).toEqual([true, { 'dev/a.txt': 'unchanged', 'dev/sub/b.txt': 'unchanged' }]);
    expect(withoutManifest(out)).toEqual(files);
  });

  it.each<[string, (out: string) => void, string]>([
    ['was edited', (out) => writeFileSync(join(out, 'dev/sub/b.txt'), 'edited'), b],
    ['was deleted', (out) => rmSync(join(out, 'dev/sub/b.txt')), b],
    ['was written with another content', () => undefined, a],
  ])('none of them when one %s', async (_what, change, hash) => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    change(out);
    const [isKept] = await keeping(out, [
      ['dev/a.txt', a],
      ['dev/sub/b.txt', hash],
    ]);
    expect(isKept).toBe(false);
  });
});

describe('what is removed', () => {
  it('files of ours that are no longer made, with the folders they leave empty', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    expect(changes(await write(out, { 'dev/a.txt': 'a\n' }))).toEqual({
      'dev/a.txt': 'unchanged',
      'dev/sub/b.txt': 'removed',
    });
    expect([withoutManifest(out), existsSync(join(out, 'dev/sub'))]).toEqual([{ 'dev/a.txt': 'a\n' }, false]);
  });

  it('not what is out of scope', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    const output = await openOutput(out, { project: 'test' });
    output.put('prod/c.txt', 'c\n');
    await output.commit((path) => path.startsWith('prod/'));
    output.close();
    expect(withoutManifest(out)).toEqual({ ...files, 'prod/c.txt': 'c\n' });
    expect(changes(await write(out, {}))).toEqual({
      'dev/a.txt': 'removed',
      'dev/sub/b.txt': 'removed',
      'prod/c.txt': 'removed',
    });
  });

  it('never what somebody else put there: files, links, empty folders, permissions', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files);
    writeFiles(out, { 'mine.txt': 'mine', 'dev/sub/mine.sh': '#!' });
    chmodSync(join(out, 'dev/sub/mine.sh'), 0o750);
    symlinkSync('mine.txt', join(out, 'link'));
    const { ino } = statSync(join(out, 'mine.txt'));
    await write(out, {});
    expect(withoutManifest(out)).toEqual({ 'mine.txt': 'mine', link: 'mine', 'dev/sub/mine.sh': '#!' });
    expect(statSync(join(out, 'mine.txt')).ino).toBe(ino);
    expect(statSync(join(out, 'dev/sub/mine.sh')).mode & 0o777).toBe(0o750);
  });
});

describe('what is refused', () => {
  it('a path where somebody else has a file, unless forced', async () => {
    const out = folderWith({ 'dev/a.txt': 'mine' });
    await expect(write(out, files)).rejects.toThrow('already holds files that Binnacle did not write: dev/a.txt');
    expect(tree(out)).toEqual({ 'dev/a.txt': 'mine' });
    await write(out, files, { force: true });
    expect(withoutManifest(out)).toEqual(files);
  });

  it('not a file that holds just what it should', async () => {
    const out = folderWith({ 'dev/a.txt': 'a\n' });
    expect(changes(await write(out, files))).toEqual({ 'dev/a.txt': 'unchanged', 'dev/sub/b.txt': 'created' });
  });

  it.each(['../a', '/a', 'a/../../b', 'a//b', '', '.', 'a\\b'])(
    'the path %j, which would leave the folder',
    async (path) => {
      const root = folderWith({});
      await expect(write(join(root, 'out'), { [path]: '' })).rejects.toThrow('would leave the output folder');
      expect(readdirSync(root)).toEqual([]);
    },
  );

  it('two paths that are one where case does not count', async () => {
    const out = join(folderWith({}), 'out');
    await expect(write(out, { 'dev/a': '', 'dev/A': '' })).rejects.toThrow('dev/a and dev/A are one file');
  });

  it('a folder of another project, unless forced', async () => {
    const out = join(folderWith({}), 'out');
    await write(out, files, { project: 'other' });
    await expect(write(out, files)).rejects.toThrow("belongs to the project 'other'");
    await write(out, files, { force: true });
  });

  it('a file in place of the folder', async () => {
    const root = folderWith({ out: '' });
    await expect(write(join(root, 'out'), files)).rejects.toThrow(ExpectedError);
  });

  it('a manifest that cannot be read', async () => {
    const out = folderWith({ '.binnacle.json': '{' });
    await expect(write(out, files)).rejects.toThrow('.binnacle.json is damaged');
  });

  it('a link of somebody else where a folder must be', async () => {
    const out = folderWith({ 'elsewhere/x': '' });
    symlinkSync('elsewhere', join(out, 'dev'));
    await expect(write(out, files)).rejects.toThrow('dev is a link where a folder must be');
    expect(readdirSync(join(out, 'elsewhere'))).toEqual(['x']);
  });
});

it('changes nothing before the commit and leaves nothing behind', async () => {
  const root = folderWith({});
  const out = join(root, 'out');
  await write(out, files);
  const before = tree(root);
  const output = await openOutput(out, { project: 'test' });
  output.put('dev/a.txt', 'other');
  output.put('dev/new.txt', 'new');
  expect(withoutManifest(out)).toEqual(files);
  output.close();
  expect(tree(root)).toEqual(before);
});

describe('what cannot be written or was left behind', () => {
  it.skipIf(process.platform !== 'linux')('is an expected error that names the folder', async () => {
    const shownAs = 'there';
    await expect(write('/proc/binnacle-out', files, { shownAs })).rejects.toThrow(ExpectedError);
    await expect(write('/proc/binnacle-out', files, { shownAs })).rejects.toThrow(
      /^cannot write to the output folder there \(E\w+\)$/,
    );
  });

  it('is seen and cleared away', async () => {
    const root = folderWith({});
    const out = join(root, 'out');
    await write(out, files);
    expect(isUnsettled(out)).toBe(false);
    const { beside, prefix } = outputPlaces(out);
    writeFiles(beside, { [`${prefix}-new/a`]: '', [`${prefix}-gone/b`]: '' });
    expect(isUnsettled(out)).toBe(true);
    await write(out, files);
    expect([isUnsettled(out), readdirSync(root)]).toEqual([false, ['out']]);
  });
});
