import { type ChildProcess, spawn } from 'node:child_process';
import { EXIT } from '../exit-code.ts';
import { createFollower } from './follow.ts';
import { isWatched, WATCHED_VARIABLE } from './watched.ts';

/**
 * Runs a command line again and again: each time one of the files it depended on changes. Every run is a process of its
 * own, so that changed packages and helpers are loaded anew and a definition that never ends can be stopped; the cache
 * makes it evaluate only what changed. Ends with SIGINT.
 */
export async function watch(argv: readonly string[]): Promise<number> {
  const args = [...process.execArgv, process.argv[1] ?? '', ...argv.filter((arg) => arg !== '--watch' && arg !== '-w')];
  const follower = createFollower(restart);
  let child: ChildProcess | undefined;

  function run(): void {
    if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[3J\u001B[H');
    const started = spawn(process.execPath, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, [WATCHED_VARIABLE]: '1' },
    });
    child = started;
    started.on('message', (message) => {
      if (isWatched(message)) follower.follow(message);
    });
    started.on('exit', () => {
      if (child !== started) return;
      child = undefined;
      process.stderr.write('watching for changes\n');
    });
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
      follower.close();
      child?.kill();
      resolve(EXIT.interrupted);
    });
    run();
  });
}
