import { expect, it } from 'vitest';
import { slug, uidOf } from './names.ts';

it('makes words of a title', () => {
  expect(slug('  p99 – Durée (s) ')).toBe('p99-duree-s');
});

it('names a title without letters by its hash', () => {
  expect(slug('★')).toMatch(/^x[a-z0-9]+$/);
  expect(slug('★')).not.toBe(slug('☆'));
});

it('keeps a uid within 40 characters, and different ones different', () => {
  const long = 'a very long title that nobody can remember, part';
  expect(uidOf('Checkout')).toBe('checkout');
  expect(uidOf(`${long} 1`)).toHaveLength(40);
  expect(uidOf(`${long} 1`)).not.toBe(uidOf(`${long} 2`));
});
