import type { Diagnostic } from '@binnacle/model';
import { expect, it } from 'vitest';
import { presentable } from './findings.ts';

function at(file: string, line: number, message = 'm'): Diagnostic {
  return { rule: 'r', severity: 'error', message, origin: { file, line, column: 1 } };
}

it('makes files relative and sorts by place', () => {
  const shown = presentable([at('/p/b.ts', 1), at('/p/a.ts', 10), at('/p/a.ts', 9), at('/q/c.ts', 1)], '/p');
  expect(shown.map(({ origin }) => `${origin?.file}:${origin?.line}`)).toEqual([
    '../q/c.ts:1',
    'a.ts:9',
    'a.ts:10',
    'b.ts:1',
  ]);
});

it('shows once what several environments find', () => {
  expect(presentable([at('/p/a.ts', 1), at('/p/a.ts', 1), at('/p/a.ts', 1, 'other')], '/p')).toHaveLength(2);
});

it('puts errors first where places are equal, and what has no place before all', () => {
  const warning: Diagnostic = { ...at('/p/a.ts', 1), severity: 'warning' };
  const placeless: Diagnostic = { rule: 'r', severity: 'info', message: 'm' };
  expect(presentable([warning, at('/p/a.ts', 1), placeless], '/p').map(({ severity }) => severity)).toEqual([
    'info',
    'error',
    'warning',
  ]);
});

it('makes the other place of a finding relative too', () => {
  const [shown] = presentable([{ ...at('/p/a.ts', 1), related: { file: '/p/b/c.ts', line: 2, column: 1 } }], '/p');
  expect(shown?.related?.file).toBe('b/c.ts');
});
