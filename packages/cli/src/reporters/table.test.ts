import { expect, it } from 'vitest';
import { table } from './table.ts';

it('aligns columns', () => {
  expect(
    table(
      ['KIND', 'N'],
      [
        ['Dashboard', 'a'],
        ['Folder', ''],
      ],
    ),
  ).toBe('KIND       N\nDashboard  a\nFolder');
});
