import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { createWatchdog } from './watchdog.ts';

/** Blocks this thread, as a definition that loops does. */
function block(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** What the watchdog wrote while `isEnough` was not content; the thread that it watches is blocked throughout. */
function watched(files: readonly string[], isEnough: (text: string) => boolean): string {
  const path = join(folderWith({ log: '' }), 'log');
  const fd = openSync(path, 'a');
  const watchdog = createWatchdog({ patience: 200, fd, prefix: '' });
  const read = (): string => readFileSync(path, 'utf8');
  for (const file of files) watchdog.begin(file);
  while (!isEnough(read())) block(20);
  // Time for a message too many.
  block(600);
  watchdog.end();
  block(100);
  closeSync(fd);
  return read();
}

it('names the file that blocks, once', () => {
  expect(watched(['services/a.ts', 'services/höher.ts'], (text) => text !== '')).toBe(
    'services/höher.ts is still being evaluated after 0.2 s: does it loop, or wait for something?\n',
  );
});
