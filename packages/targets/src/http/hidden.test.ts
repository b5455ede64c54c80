import { expect, test } from 'vitest';
import { hidden, hiddenAddress } from './hidden.ts';

test.each([
  ['a long secret, anywhere', 'Bearer xglsa_12345678y is bad', 'glsa_12345678', 'Bearer x***y is bad'],
  ['a short one that stands alone', 'password "abc" is wrong: /x/abc', 'abc', 'password "***" is wrong: /x/***'],
  ['one letter of a word is none', 'https://grafana.example.com said e', 'e', 'https://grafana.example.com said ***'],
  [
    'signs that mean something to a pattern',
    'token a.b is expired, acb is not',
    'a.b',
    'token *** is expired, acb is not',
  ],
  ['nothing', 'as it is', '', 'as it is'],
])('%s', (_name, text, secret, shown) => {
  expect(hidden(text, [secret])).toBe(shown);
});

test('an address of the configuration stays readable, whatever a short secret is', () => {
  expect(hiddenAddress('https://admin.example.com', ['admin'])).toBe('https://admin.example.com');
  expect(hiddenAddress('https://example.com/hook-12345678', ['hook-12345678'])).toBe('https://example.com/***');
  expect(hidden('https://admin.example.com: admin is wrong', ['admin'], 'https://admin.example.com')).toBe(
    'https://admin.example.com: *** is wrong',
  );
});
