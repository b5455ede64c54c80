import { expect, it } from 'vitest';
import { refusal } from './guard.ts';

it.each([
  ['an address', { host: '127.0.0.1:4477' }],
  ['localhost', { host: 'localhost:4477' }],
  ['a forwarded port', { host: 'localhost:9000' }],
  ['IPv6', { host: '[::1]:4477' }],
  ['a name that was asked for', { host: 'Box.example.com:4477' }],
  ['its own page', { host: 'localhost:4477', origin: 'http://localhost:4477', 'sec-fetch-site': 'same-origin' }],
  ['a link from elsewhere', { host: 'localhost:4477', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
])('answers %s', (_, headers) => {
  expect(refusal(headers, ['box.example.com'])).toBeUndefined();
});

it.each([
  ['no Host', {}, 'the Host "" is not this server\'s; name it with --host'],
  ['a rebound name', { host: 'evil.example.com:4477' }, 'the Host "evil.example.com:4477" is not'],
  ['a name that only begins so', { host: 'localhost.example.com' }, 'the Host "localhost.example.com" is not'],
  ['a Host that is none', { host: 'a b' }, 'the Host "a b" is not'],
  [
    'another page',
    { host: 'localhost:4477', origin: 'https://evil.example.com' },
    'requests of https://evil.example.com',
  ],
  [
    'a page on another port',
    { host: 'localhost:4477', origin: 'http://localhost:3000' },
    'requests of http://localhost:3000',
  ],
  ['a page without origin', { host: 'localhost:4477', origin: 'null' }, 'requests of null'],
  [
    'a script of another site',
    { host: 'localhost:4477', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    'requests of other sites',
  ],
])('refuses %s', (_, headers, reason) => {
  const refused = refusal(headers, ['box.example.com']);
  expect(refused?.status).toBe(403);
  expect(refused?.reason).toContain(reason);
});
