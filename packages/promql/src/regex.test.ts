import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkRegex, matchesEmpty } from './regex.ts';

describe('checkRegex', () => {
  it.each([
    '',
    'api',
    'a.*b',
    '5..',
    'a|b|',
    '[a-z]+',
    '(?i)foo',
    '(?P<n>x)',
    String.raw`\d+\.\pL`,
    '[[:alpha:]]',
    '$job|${x:regex}',
    'a{1,1000}',
  ])('%s is RE2', (pattern) => {
    expect(checkRegex(pattern)).toBeUndefined();
  });

  it.each(['(a', 'a**', '(?!a)', '(?<=a)b', String.raw`(a)\1`, '[z-a]', 'a{1001}', '*', String.raw`\C`])(
    '%s is not',
    (pattern) => {
      expect(checkRegex(pattern)?.message).toMatch(/^invalid regular expression: /);
    },
  );

  it('knows what to do about what RE2 lacks', () => {
    expect(checkRegex('(?!a)')?.hint).toBe('RE2 has no lookaround; use a second matcher with !~');
    expect(checkRegex('*')?.hint).toBe('write .* to match any text');
  });

  it('reads Grafana variables as text, when they are allowed', () => {
    expect(checkRegex('${job:regex}{2}')).toBeUndefined();
    expect(checkRegex('${job:regex}**')).toBeDefined();
    expect(checkRegex('([[job]]|a)')).toBeUndefined();
    expect(checkRegex('([[job:csv]')).toBeDefined();
  });
});

it('matchesEmpty', () => {
  expect(['', '.*', 'a?', 'a|', '(a|b)*'].every(matchesEmpty)).toBe(true);
  expect(['.+', 'a', 'a|b', '[a]+'].some(matchesEmpty)).toBe(false);
});

describe('in a browser', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('patterns are taken as they are, and matched by the browser', async () => {
    vi.resetModules();
    vi.stubGlobal('process', undefined);
    const browser = await import('./regex.ts');
    expect(browser.checkRegex('(?i)foo')).toBeUndefined();
    expect([browser.matchesEmpty('(a|b)*'), browser.matchesEmpty('(a|b)+')]).toEqual([true, false]);
  });
});
