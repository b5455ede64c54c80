import { type ChildProcess, spawn } from 'node:child_process';
import { type FSWatcher, watch as watchPath } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT } from '../exit-code.ts';
import { isWatched, WATCHED_VARIABLE, type Watched } from './watched.ts';

/** Changes that come within this are one change: editors write a file in several steps. */
const QUIET_MS = 60;

/**
 * Runs a command line again and again: each time one of the files it depended on changes. Every run is a process of its
 * own, so that changed packages and helpers are loaded anew and a definition that never ends can be stopped; the cache
 * makes it evaluate only what changed. Ends with SIGINT.
 */
export async function watch(argv: readonly string[]): Promise<number> {
  const args = [...process.execArgv, process.argv[1] ?? '', ...argv.filter((arg) => arg !== '--watch' && arg !== '-w')];
  const watchers = new Map<string, FSWatcher>();
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let watched = { files: new Set<string>(), folders: new Set<string>(), ignored: new Set<string>() };

  function run(): void {
    if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[3J\u001B[H');
    const started = spawn(process.execPath, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, [WATCHED_VARIABLE]: '1' },
    });
    child = started;
    started.on('message', (message) => {
      if (isWatched(message)) follow(message);
    });
    started.on('exit', () => {
      if (child !== started) return;
      child = undefined;
      process.stderr.write('watching for changes\n');
    });
  }

  /** Watches the folders of the files and not the files, which editors replace. */
  function follow(next: Watched): void {
    watched = { files: new Set(next.files), folders: new Set(next.folders), ignored: new Set(next.ignored) };
    const wanted = new Set([...next.folders, ...next.files.map((file) => dirname(file))]);
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) watchFolder(folder);
  }

  function watchFolder(folder: string): void {
    if (watchers.has(folder)) return;
    try {
      const watcher = watchPath(folder, (_event, name) => onChange(folder, name));
      watcher.on('error', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    } catch {
      // Not there (yet): it matters when it comes.
      watched.files.add(folder);
      if (dirname(folder) !== folder) watchFolder(dirname(folder));
    }
  }

  function onChange(folder: string, name: string | null): void {
    const path = name === null ? folder : join(folder, name);
    if (watched.ignored.has(path) || basename(path).startsWith('.binnacle-')) return;
    if (name !== null && !watched.folders.has(folder) && !watched.files.has(path)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, QUIET_MS);
  }

  /** Stopping a run is safe at any point: a build that is stopped leaves the old output. */
  function restart(): void {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) run();
    else running.once('exit', run).kill();
  }

  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      for (const watcher of watchers.values()) watcher.close();
      clearTimeout(timer);
      child?.kill();
      resolve(EXIT.interrupted);
    });
    run();
  });
}
