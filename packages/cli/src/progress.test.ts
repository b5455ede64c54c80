import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProgress, type Progress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function progressOn(isTTY: boolean): { progress: Progress; written: string[] } {
  const written: string[] = [];
  const stream = { isTTY, columns: 10, write: (text: string) => written.push(text) };
  return { progress: createProgress(stream, (_style, text) => text), written };
}

it('shows one line, cut to the terminal, and removes it', () => {
  const { progress, written } = progressOn(true);
  vi.advanceTimersByTime(1000);
  progress.show('evaluating 1/3000');
  progress.clear();
  progress.clear();
  expect(written).toEqual(['\r\u001B[Kevaluatin', '\r\u001B[K']);
});

it('shows nothing of work that is soon done, and not every step of long work', () => {
  const { progress, written } = progressOn(true);
  progress.show('too soon');
  vi.advanceTimersByTime(1000);
  progress.show('one');
  progress.show('two');
  vi.advanceTimersByTime(100);
  progress.show('three');
  expect(written).toEqual(['\r\u001B[Kone', '\r\u001B[Kthree']);
});

it('shows nothing where there is no terminal', () => {
  const { progress, written } = progressOn(false);
  vi.advanceTimersByTime(1000);
  progress.show('work');
  progress.clear();
  expect(written).toEqual([]);
});
