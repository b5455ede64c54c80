import type { Diagnostic } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.ts';

const about = (parts: Partial<Diagnostic>): Diagnostic => ({
  rule: 'a/b',
  severity: 'error',
  message: 'wrong',
  ...parts,
});

describe('findings about a panel', () => {
  it('point into its element', () => {
    const own = about({ path: '/spec/elements/error-share/spec/data' });
    const other = about({ path: '/spec/elements/error-share-2/spec/data' });
    expect(findingsOf([own, other], 'error-share', 'Error share')).toEqual([own]);
  });

  it('name its title when they point nowhere', () => {
    const own = about({ subject: 'Error share' });
    expect(findingsOf([own, about({ subject: 'Requests' }), about({})], 'error-share', 'Error share')).toEqual([own]);
  });
});
