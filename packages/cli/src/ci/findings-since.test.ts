import type { Diagnostic } from '@binnacle/model';
import { expect, test } from 'vitest';
import { findingsSince } from './findings-since.ts';

function finding(message: string, line = 1): Diagnostic {
  return {
    rule: 'alerts/runbook',
    severity: 'warning',
    message,
    resource: 'PrometheusRule/checkout',
    origin: { file: 'rules/checkout.ts', line, column: 1 },
  };
}

function texts(list: readonly Diagnostic[]): string[] {
  return list.map(({ message, origin }) => `${message}:${origin?.line}`);
}

function told(before: readonly Diagnostic[], after: readonly Diagnostic[]): Record<string, string[]> {
  const { fresh, fixed, standing } = findingsSince(before, after);
  return { fresh: texts(fresh), fixed: texts(fixed), standing: texts(standing) };
}

test('a finding that moved is the one it was', () => {
  expect(told([finding('a', 3)], [finding('a', 9)])).toEqual({ fresh: [], fixed: [], standing: ['a:9'] });
});

test('what came and what went', () => {
  expect(told([finding('a'), finding('b')], [finding('b'), finding('c')])).toEqual({
    fresh: ['c:1'],
    fixed: ['a:1'],
    standing: ['b:1'],
  });
});

test('the same once more is new once', () => {
  expect(told([finding('a', 1)], [finding('a', 1), finding('a', 2)])).toEqual({
    fresh: ['a:2'],
    fixed: [],
    standing: ['a:1'],
  });
});
