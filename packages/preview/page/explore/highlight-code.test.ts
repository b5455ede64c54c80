import { expect, it } from 'vitest';
import { highlightCode } from './highlight-code.ts';

const CODE = `import { sum } from '@binnacle/builders';\nexport const a = sum(m.x, { by: ['route'] }); // 1\n`;

it('the pieces of code know what they are, and are all of it', () => {
  const tokens = highlightCode(CODE);
  expect(tokens.map(({ text }) => text).join('')).toBe(CODE);
  expect(tokens.filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'keyword import',
    'keyword from',
    "string '@binnacle/builders'",
    'keyword export',
    'keyword const',
    'function sum',
    'label by',
    "string 'route'",
    'comment // 1',
  ]);
});
