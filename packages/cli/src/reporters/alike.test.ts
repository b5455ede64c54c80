import type { Diagnostic } from '@binnacle/model';
import { expect, it } from 'vitest';
import { withoutRepetition } from './alike.ts';

function findings(count: number, make: (n: number) => Partial<Diagnostic>): Diagnostic[] {
  return Array.from({ length: count }, (_, n) => ({
    rule: 'services/parts',
    severity: 'warning',
    message: 'has no parts',
    ...make(n),
  }));
}

function mores(all: readonly Diagnostic[]): number[] {
  return withoutRepetition(all).map(({ more }) => more);
}

it('shows five of a kind, and of more the first three', () => {
  expect(mores(findings(5, () => ({})))).toEqual([0, 0, 0, 0, 0]);
  expect(mores(findings(300, () => ({})))).toEqual([0, 0, 297]);
});

it('takes names, quoted words and numbers for the same', () => {
  const all = findings(10, (n) => ({
    resource: `Service/svc${'x'.repeat(n + 1)}`,
    message: `svc${'x'.repeat(n + 1)} has no label '${'l'.repeat(n + 1)}' for ${n} days`,
  }));
  expect(mores(all)).toEqual([0, 0, 7]);
});

it('keeps apart what says something else, another rule, and every error', () => {
  expect(mores(findings(6, (n) => ({ message: 'abcdef'[n] ?? '' })))).toHaveLength(6);
  expect(mores(findings(6, (n) => ({ rule: `a/${'abcdef'[n]}` })))).toHaveLength(6);
  expect(mores(findings(9, () => ({ severity: 'error' })))).toHaveLength(9);
});
