import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMAND, storyFolder } from './story.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));

function folderResource(title: string): string {
  return `apiVersion: folder.grafana.app/v1\nkind: Folder\nmetadata: { name: shop }\nspec: { title: ${title} }\n`;
}

function projectFolder(): string {
  const folder = storyFolder();
  onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
  mkdirSync(join(folder, 'dashboards'));
  writeFileSync(
    join(folder, 'binnacle.config.ts'),
    "export default { project: 'shop', environments: { production: {} } };\n",
  );
  writeFileSync(join(folder, 'dashboards/folder.yaml'), folderResource('One'));
  return folder;
}

/** A running `binnacle` with what it has printed so far. */
function start(
  folder: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): { child: ChildProcess; printed: () => string } {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    env: { ...env, NO_COLOR: '1', ...variables },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  return { child, printed: () => text };
}

/** Command line of a process; empty when it ended meanwhile. */
function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Waits for something to become true; the test's own time limit ends a wait in vain. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

function titleIn(folder: string): string | undefined {
  try {
    const text = readFileSync(join(folder, 'out/production/grafana/folders/shop.json'), 'utf8');
    return /"title": "(.*)"/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

const processes = (): string[] =>
  readdirSync('/proc').filter((id) => /^\d+$/.test(id) && /read-base.*temporary/s.test(commandLine(id)));

describe.skipIf(!isBuilt)('processes (they need `npm run build`)', () => {
  it('builds at the same time do not disturb each other', async () => {
    const folder = projectFolder();
    const builds = Array.from({ length: 4 }, () => start(folder, ['build', '--no-cache', '-q']));
    const exits = await Promise.all(builds.map(({ child }) => once(child, 'exit')));
    expect(exits).toEqual(builds.map(() => [0, null]));
    expect([titleIn(folder), readdirSync(folder).filter((name) => name.startsWith('.binnacle-'))]).toEqual(['One', []]);
  });

  it('a working directory that was removed is a plain error', async () => {
    const folder = projectFolder();
    const line = 'mkdir gone && cd gone && rmdir ../gone && "$0" "$1" check';
    const child = spawn('sh', ['-c', line, process.execPath, COMMAND], { cwd: folder });
    let text = '';
    child.stderr.on('data', (part: Buffer) => (text += part.toString()));
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(text).toContain('error: the folder this command runs in is no longer there');
    expect(text).not.toContain('this is a bug');
  });

  it('Ctrl-C while files are written leaves nothing behind', async () => {
    const folder = projectFolder();
    const many = Array.from({ length: 3000 }, (_, n) => folderResource('One').replace('shop', `f${n}`));
    writeFileSync(join(folder, 'dashboards/folder.yaml'), many.join('---\n'));
    const own = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.binnacle-'));
    const { child, printed } = start(folder, ['build', '-q']);
    const exit = once(child, 'exit');
    await until(() => own().some((name) => name.endsWith('-new')) || child.exitCode !== null);
    child.kill('SIGINT');
    expect([await exit, own()]).toEqual([[130, null], []]);
    expect(printed()).toContain('interrupted: the output folder is as it was');
  });

  it('Ctrl-C ends a build whose definition never ends', async () => {
    const folder = projectFolder();
    writeFileSync(join(folder, 'dashboards/endless.ts'), "console.log('begun');\nfor (;;);\n");
    const { child, printed } = start(folder, ['build']);
    await until(() => printed().includes('begun'));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  });

  it('a build that waits for another says so, and Ctrl-C ends the waiting', async () => {
    const folder = projectFolder();
    start(folder, ['build', '-q']);
    await until(() => titleIn(folder) === 'One');
    const { outputPlaces } = await import('../../packages/cli/src/output/places.ts');
    writeFileSync(outputPlaces(join(folder, 'out')).lock, JSON.stringify({ pid: process.pid, host: 'elsewhere' }));
    const { child, printed } = start(folder, ['build']);
    await until(() => printed().includes(`waiting for another build (process ${process.pid})`));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  });

  it('--watch builds again on each change, survives errors and notices new files', async () => {
    const folder = projectFolder();
    const { child, printed } = start(folder, ['build', '--watch']);
    const waits = (): number => printed().split('watching for changes').length - 1;
    await until(() => waits() === 1);
    expect(titleIn(folder)).toBe('One');

    writeFileSync(join(folder, 'dashboards/folder.yaml'), folderResource('Two'));
    await until(() => titleIn(folder) === 'Two' && waits() === 2);

    writeFileSync(join(folder, 'dashboards/new.ts'), 'export default (');
    await until(() => printed().includes('dashboards/new.ts:1:17 error') && waits() === 3);
    rmSync(join(folder, 'dashboards/new.ts'));
    await until(() => waits() === 4);

    mkdirSync(join(folder, 'services'));
    writeFileSync(join(folder, 'services/bad.yaml'), 'kind: [');
    await until(() => printed().includes('services/bad.yaml:1:'));

    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  it('--watch stops a run that never ends when its file is mended', async () => {
    const folder = projectFolder();
    writeFileSync(join(folder, 'dashboards/endless.ts'), "console.log('begun');\nfor (;;);\n");
    const { printed } = start(folder, ['build', '--watch']);
    await until(() => printed().includes('begun'));
    rmSync(join(folder, 'dashboards/endless.ts'));
    await until(() => titleIn(folder) === 'One');
    expect(printed()).toContain('wrote out');
  });

  it.skipIf(process.platform !== 'linux')(
    'an interrupted diff leaves neither a checkout nor a process behind',
    async () => {
      const folder = projectFolder();
      const git = (...args: readonly string[]): string =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
          cwd: folder,
          encoding: 'utf8',
        });
      const [endless, temporary] = [join(folder, 'dashboards/endless.ts'), join(dirname(folder), 'temporary')];
      mkdirSync(temporary);
      writeFileSync(join(folder, '.gitignore'), 'node_modules\n.binnacle\n');
      // The base never ends; the working tree does.
      writeFileSync(endless, 'for (;;) {}\nexport default [];\n');
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'endless');
      writeFileSync(endless, 'export default [];\n');
      const { child, printed } = start(folder, ['diff', 'HEAD'], { TMPDIR: temporary });
      await until(() => processes().length > 0);
      child.kill('SIGINT');
      expect(await once(child, 'exit')).toEqual([130, null]);
      expect(printed()).toContain('interrupted: nothing was changed');
      expect([readdirSync(temporary), git('worktree', 'list').trim().split('\n').length]).toEqual([[], 1]);
      await until(() => processes().length === 0);
    },
  );
});
