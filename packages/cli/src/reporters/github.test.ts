import type { Diagnostic } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { github } from './github.ts';

const paint = (_style: string, text: string): string => text;

function told(detail: 'normal' | 'verbose', ...findings: Diagnostic[]): string[] {
  const report = { command: 'check', findings, environments: [], definitions: 1, counts: {} } as unknown as Report;
  return github(report, { paint, detail, milliseconds: 1 }).trimEnd().split('\n');
}

const error: Diagnostic = {
  rule: 'promql/syntax',
  severity: 'error',
  message: '100% wrong:\nhere',
  origin: { file: 'a,b.ts', line: 2, column: 5 },
  fix: 'mend it',
};

test('an annotation on the line, with everything escaped', () => {
  expect(told('normal', error)).toEqual([
    '::error file=a%2Cb.ts,line=2,col=5,title=promql/syntax::100%25 wrong:%0Ahere%0Afix: mend it',
    '1 error, 0 warnings, 0 notes',
  ]);
});

test('a message cannot begin a command of its own', () => {
  const lines = told('normal', { ...error, message: 'x\n::set-output name=a::b' });
  expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(1);
});

test('no more than GitHub shows, and how many there are', () => {
  const lines = told('normal', ...Array.from({ length: 14 }, () => error));
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines.at(-2)).toBe('::error title=binnacle::and 5 more: see the log');
});

test('notes only when asked for', () => {
  const note: Diagnostic = { rule: 'a/b', severity: 'info', message: 'by the way' };
  expect(told('normal', note)).toEqual(['0 errors, 0 warnings, 1 note']);
  expect(told('verbose', note)[0]).toBe('::notice title=a/b::by the way');
});
