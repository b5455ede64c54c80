import { describe, expect, it } from 'vitest';
import { isPermissive } from './third-party-notices.ts';

describe('a licence of bundled code', () => {
  it.each(['MIT', '(MPL-2.0 OR Apache-2.0)', 'MIT AND Zlib', '(MIT OR CC0-1.0)'])('%s is permissive', (licence) => {
    expect(isPermissive(licence)).toBe(true);
  });

  it.each(['AGPL-3.0-only', 'MPL-2.0', 'MIT AND GPL-2.0-only', 'none'])('%s is not', (licence) => {
    expect(isPermissive(licence)).toBe(false);
  });
});
