import { describe, expect, it } from 'vitest';
import { batches, isEntangled } from './batches.ts';

function closure(...files: string[]): ReadonlyMap<string, readonly string[]> {
  return new Map([['/p/a.ts', files]]);
}

describe('batches', () => {
  it('keeps files of one name together', () => {
    const files = ['/p/dashboards/a.ts', '/p/dashboards/b.ts', '/p/services/a.ts', '/p/services/b.ts'];
    expect(batches(files, 2)).toEqual([
      ['/p/dashboards/a.ts', '/p/services/a.ts'],
      ['/p/dashboards/b.ts', '/p/services/b.ts'],
    ]);
  });

  it('fills a batch before it opens the next', () => {
    expect(batches(['/p/a.ts', '/p/b.ts', '/p/c.ts'], 2)).toEqual([['/p/a.ts', '/p/b.ts'], ['/p/c.ts']]);
  });

  it('makes one batch of no files', () => {
    expect(batches([])).toEqual([[]]);
  });
});

describe('isEntangled', () => {
  it('is true of a batch that needs far more files than it has', () => {
    expect(isEntangled(['/p/a.ts'], closure('/p/a.ts', '/p/1.ts', '/p/2.ts', '/p/3.ts', '/p/4.ts'))).toBe(true);
  });

  it('is false of one that needs a few', () => {
    expect(isEntangled(['/p/a.ts'], closure('/p/a.ts', '/p/1.ts'))).toBe(false);
  });
});
