import { expect, test } from 'vitest';
import { unifiedDiff } from './diff.ts';

function lines(count: number, change: Readonly<Record<number, string>> = {}): string {
  return Array.from({ length: count }, (_, index) => `${change[index] ?? `line ${index}`}\n`).join('');
}

test('equal texts have no difference', () => {
  expect(unifiedDiff(lines(5), lines(5))).toBe('');
});

test('a changed line stands between three others', () => {
  expect(unifiedDiff(lines(9), lines(9, { 4: 'new' }))).toBe(
    '@@ -2,7 +2,7 @@\n line 1\n line 2\n line 3\n-line 4\n+new\n line 5\n line 6\n line 7\n',
  );
});

test('changes far apart are two hunks', () => {
  const diff = unifiedDiff(lines(30), lines(30, { 2: 'a', 25: 'b' }));
  expect(diff.match(/^@@.*@@$/gm)).toEqual(['@@ -1,6 +1,6 @@', '@@ -23,7 +23,7 @@']);
});

test('a new file', () => {
  expect(unifiedDiff('', 'a\nb\n')).toBe('@@ -0,0 +1,2 @@\n+a\n+b\n');
});
