import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAlive, processStart } from './process-alive.ts';

it('tells a running process from one that has ended', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect([isAlive(process.pid), isAlive(pid)]).toEqual([true, false]);
});

it.skipIf(!existsSync('/proc/self/stat'))('tells a process from an earlier one of the same number', () => {
  expect([isAlive(process.pid, processStart(process.pid)), isAlive(process.pid, '1')]).toEqual([true, false]);
});
