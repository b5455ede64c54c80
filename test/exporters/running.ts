import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { find, type Program } from './programs.ts';

const READY_WITHIN = 30_000;
const LEAVE_WITHIN = 5_000;
/** Output kept for the message of a program that does not start. */
const TAIL = 2_000;

export interface Options {
  readonly env?: Readonly<Record<string, string>>;
  /** Address that answers once the program is ready. */
  readonly ready?: string;
  /** What the answer has to say, besides. */
  readonly says?: string;
  /** The user to run as, when this process may choose. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** A program that was started and has answered. */
export interface Running {
  stop(): Promise<void>;
}

/** A port of the loopback interface that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answers(address: string, says: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    const text = await response.text();
    return response.ok && text.includes(says);
  } catch {
    return false;
  }
}

function exited({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function leave(child: ChildProcess): Promise<void> {
  if (exited(child)) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(LEAVE_WITHIN, undefined, { ref: false })]);
  if (!exited(child)) {
    child.kill('SIGKILL');
    await gone;
  }
}

/** Starts a program and waits until it answers. It is stopped with this process, whatever ends it. */
export async function start(
  program: Program,
  args: readonly string[],
  { env, ready, says = '', user }: Options = {},
): Promise<Running> {
  const path = find(program);
  if (path === undefined) throw new Error(`${program} is not installed`);
  const child = spawn(path, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-TAIL);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => keep(Buffer.from(String(error))));
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  if (ready === undefined) return { stop: () => leave(child) };
  const deadline = Date.now() + READY_WITHIN;
  while (!(await answers(ready, says))) {
    if (exited(child) || Date.now() > deadline) {
      await leave(child);
      throw new Error(`${program} did not start:\n${output}`);
    }
    await sleep(100);
  }
  return { stop: () => leave(child) };
}

/** Runs a program to its end; its output, or an error that holds it. */
export async function run(program: Program, args: readonly string[], { env, user }: Options = {}): Promise<string> {
  const path = find(program);
  if (path === undefined) throw new Error(`${program} is not installed`);
  const child = spawn(path, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}`);
  return output;
}
