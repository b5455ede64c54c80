import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { acquireLock } from './lock.ts';

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

it('lets one in at a time', async () => {
  const path = join(folderWith({}), 'lock');
  const order: string[] = [];
  const release = await acquireLock(path);
  const second = acquireLock(path).then((releaseSecond) => {
    order.push('second');
    releaseSecond();
    return undefined;
  });
  await new Promise((resolve) => setTimeout(resolve, 120));
  order.push('first leaves');
  release();
  await second;
  expect([order, existsSync(path)]).toEqual([['first leaves', 'second'], false]);
});

it('says who is in the way when it waited long enough', async () => {
  const path = join(folderWith({}), 'lock');
  const release = await acquireLock(path);
  const waited: number[] = [];
  await expect(acquireLock(path, { patience: 60, onWait: (pid) => waited.push(pid) })).rejects.toThrow(
    `another build (process ${process.pid}) is writing to the same output folder`,
  );
  release();
  expect(waited).toEqual([process.pid]);
});

it('takes over the lock of a dead process', async () => {
  const path = join(folderWith({}), 'lock');
  writeFileSync(path, JSON.stringify({ pid: deadPid(), host: hostname() }));
  const release = await acquireLock(path, { patience: 0 });
  expect([JSON.parse(readFileSync(path, 'utf8')), readdirSync(dirname(path))]).toMatchObject([
    { pid: process.pid },
    ['lock'],
  ]);
  release();
});

it('takes over a lock that holds nothing sensible', async () => {
  const path = join(folderWith({ lock: 'what?' }), 'lock');
  const release = await acquireLock(path, { patience: 0 });
  release();
  expect(existsSync(path)).toBe(false);
});

it.skipIf(!existsSync('/proc/self/stat'))('takes over the lock of a process whose number another has now', async () => {
  const path = join(folderWith({}), 'lock');
  writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), start: '1' }));
  const release = await acquireLock(path, { patience: 0 });
  release();
  expect(existsSync(path)).toBe(false);
});

it('does not judge a process of another machine', async () => {
  const path = join(folderWith({}), 'lock');
  writeFileSync(path, JSON.stringify({ pid: deadPid(), host: 'elsewhere' }));
  await expect(acquireLock(path, { patience: 0 })).rejects.toThrow('on elsewhere) is writing');
});
