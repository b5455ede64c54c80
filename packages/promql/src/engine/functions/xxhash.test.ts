import { expect, it } from 'vitest';
import { xxHash64 } from './xxhash.ts';

const hash = (text: string) => xxHash64(new TextEncoder().encode(text)).toString(16);

it('is XXH64 with seed 0, for every way a text can end', () => {
  expect(hash('')).toBe('ef46db3751d8e999');
  expect(hash('a')).toBe('d24ec4f1a98c6e5b');
  expect(hash('abc')).toBe('44bc2cf5ad770999');
  expect(hash('The quick brown fox jumps over the lazy dog')).toBe('b242d361fda71bc');
});
