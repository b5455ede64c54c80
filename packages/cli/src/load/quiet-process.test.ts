import { afterEach, expect, it, vi } from 'vitest';
import { type QuietProcess, quietProcess } from './quiet-process.ts';

let quiet: QuietProcess | undefined;
afterEach(() => quiet?.restore());

it('sends what is printed to standard error', () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  quiet = quietProcess();
  process.stdout.write('noise');
  expect([stderr.mock.calls.map(([text]) => text), stdout.mock.calls]).toEqual([['noise'], []]);
  quiet.restore();
  process.stdout.write('report');
  expect(stdout.mock.calls.map(([text]) => text)).toEqual(['report']);
  vi.restoreAllMocks();
});

it('turns process.exit into an error, even one that is caught', async () => {
  const current = (quiet = quietProcess());
  const caught = current.guard(async () => {
    try {
      process.exit(1);
    } catch {
      return 'went on';
    }
    return 'never';
  });
  await expect(caught).rejects.toThrow('calls process.exit()');
});

it('gives back what the work gives', async () => {
  quiet = quietProcess();
  await expect(quiet.guard(() => Promise.resolve('done'))).resolves.toBe('done');
});

it('restores the exit code that code under its guard has set', () => {
  quiet = quietProcess();
  process.exitCode = 7;
  quiet.restore();
  expect(process.exitCode).not.toBe(7);
});
