import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binnacle, COMMAND, storyFolder } from './story.ts';

const PRELOAD = new URL('kill-at.mjs', import.meta.url).href;
const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));

function folderResource(name: string, title: string): string {
  return `apiVersion: folder.grafana.app/v1\nkind: Folder\nmetadata: { name: ${name} }\nspec: { title: ${title} }\n---\n`;
}
const BEFORE = folderResource('changed', 'One') + folderResource('removed', 'Gone') + folderResource('same', 'Same');
const AFTER = folderResource('changed', 'Two') + folderResource('created', 'New') + folderResource('same', 'Same');

type Tree = Readonly<Record<string, string>>;

/** The files in a folder by path; those of the writer itself, which it clears away, left out. */
function tree(folder: string): Tree {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const own = join(folder, '.binnacle-');
  const paths = files.filter((path) => !path.startsWith(own)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** What a person finds after a kill: the output folder, or in its place (for the time between two renames) the former one. */
function found(outputs: string): Tree {
  const out = join(outputs, 'out');
  if (existsSync(out)) return tree(out);
  const old = readdirSync(outputs).find((name) => name.endsWith('-old'));
  return old === undefined ? {} : tree(join(outputs, old));
}

function build(folder: string, env: NodeJS.ProcessEnv = {}): ReturnType<typeof binnacle> {
  return binnacle(folder, ['build', '--out', 'outputs/out', '-q'], env);
}

describe.skipIf(!isBuilt)('a build killed at any point (it needs `npm run build`)', () => {
  const base = isBuilt ? storyFolder() : '';
  let former: Tree = {};
  let next: Tree = {};

  /** A fresh copy of the project with the former output, and definitions that make the next one. */
  function changedCopy(): string {
    const folder = join(dirname(base), 'copy');
    rmSync(folder, { recursive: true, force: true });
    cpSync(base, folder, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
    symlinkSync(join(base, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'dashboards/folders.yaml'), AFTER);
    return folder;
  }

  beforeAll(() => {
    mkdirSync(join(base, 'dashboards'));
    mkdirSync(join(base, 'outputs'));
    writeFileSync(
      join(base, 'binnacle.config.ts'),
      "export default { project: 'shop', environments: { dev: {}, production: {} } };\n",
    );
    writeFileSync(join(base, 'dashboards/folders.yaml'), BEFORE);
    build(base);
    writeFileSync(join(base, 'outputs/out/dev/mine.txt'), 'not made by Binnacle');
    former = tree(join(base, 'outputs/out'));
    const folder = changedCopy();
    build(folder);
    next = tree(join(folder, 'outputs/out'));
  });
  afterAll(() => rmSync(dirname(base), { recursive: true, force: true }));

  it('has something to lose', () => {
    expect(Object.keys(former).filter((path) => former[path] !== next[path])).toEqual([
      '.binnacle.json',
      'dev/grafana/folders/changed.json',
      'dev/grafana/folders/removed.json',
      'production/grafana/folders/changed.json',
      'production/grafana/folders/removed.json',
    ]);
  });

  it('leaves the former output or the next one, and the next build ends in order', { timeout: 300_000 }, () => {
    const counted = changedCopy();
    const count = join(counted, 'count');
    const options = { NODE_OPTIONS: `--import ${PRELOAD}`, KILL_IN: '/outputs/' };
    expect(build(counted, { ...options, KILL_COUNT: count }).status).toBe(0);
    const points = Number(readFileSync(count, 'utf8'));
    expect(points).toBeGreaterThan(15);

    const states = { former: 0, next: 0 };
    for (let at = 1; at <= points; at++) {
      const folder = changedCopy();
      const outputs = join(folder, 'outputs');
      expect(build(folder, { ...options, KILL_AT: String(at) }).status).toBeNull();
      const left = found(outputs);
      const isNext = left['.binnacle.json'] === next['.binnacle.json'];
      expect(left, `killed before change ${at} of ${points}`).toEqual(isNext ? next : former);
      states[isNext ? 'next' : 'former']++;

      expect(build(folder).stderr).toBe('');
      expect([tree(join(outputs, 'out')), readdirSync(outputs)]).toEqual([next, ['out']]);
    }
    expect(Math.min(states.former, states.next)).toBeGreaterThan(0);
  });
});
