import { expect, test } from 'vitest';
import { repositoryAt } from './repository.ts';

test.each([
  ['https://github.com/shop/checkout', { url: 'https://github.com/shop/checkout', githubSlug: 'shop/checkout' }],
  ['https://github.com/shop/checkout.git', { url: 'https://github.com/shop/checkout', githubSlug: 'shop/checkout' }],
  [
    'https://github.com/shop/mono/tree/main/services/checkout/',
    { url: 'https://github.com/shop/mono', githubSlug: 'shop/mono', folder: 'services/checkout' },
  ],
  ['https://github.com/shop/mono/tree/main', { url: 'https://github.com/shop/mono', githubSlug: 'shop/mono' }],
  [
    'https://gitlab.example.com/group/sub/mono/-/tree/main/checkout',
    { url: 'https://gitlab.example.com/group/sub/mono', folder: 'checkout' },
  ],
  [
    'https://git.example.com/shop/mono/src/branch/main/a/b',
    { url: 'https://git.example.com/shop/mono', folder: 'a/b' },
  ],
  ['https://github.com/shop', { url: 'https://github.com/shop' }],
  ['git@github.com:shop/checkout', { url: 'git@github.com:shop/checkout' }],
])('%s', (address, expected) => {
  expect(repositoryAt(address)).toEqual(expected);
});
