import { afterEach, expect, it, vi } from 'vitest';
import { interruptible } from './interruptible.ts';

afterEach(() => vi.restoreAllMocks());

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s undoes what was begun, says so, and ends with %d', (signal, code) => {
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const undo = vi.fn<() => void>();
  const end = interruptible(undo, 'the output folder is as it was');
  process.emit(signal, signal);
  end();
  expect([undo.mock.calls.length, exit.mock.calls, write.mock.calls]).toEqual([
    1,
    [[code]],
    [['\ninterrupted: the output folder is as it was\n']],
  ]);
});

it('leaves signals alone afterwards', () => {
  const before = process.listenerCount('SIGINT');
  const end = interruptible(() => undefined, 'nothing was changed');
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  end();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
