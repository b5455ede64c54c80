import { expect, test } from 'vitest';
import { proposeDomain, roundUp } from './domain.ts';

function propose(name: string, ...values: string[]): unknown {
  return proposeDomain(name, { values: new Set(values), overflowed: false, perInstance: values.length }, 'counter');
}

test('words of the code are an enumeration', () => {
  expect(propose('mode', 'user', 'idle', 'system')).toEqual({
    domain: { kind: 'one-of', values: ['idle', 'system', 'user'] },
  });
  expect(propose('method', 'GET', 'POST')).toEqual({ domain: { kind: 'one-of', values: ['GET', 'POST'] } });
  expect(propose('ready', 'true')).toEqual({ domain: { kind: 'one-of', values: ['false', 'true'] } });
});

test('a single word may be one of many', () => {
  expect(propose('mode', 'user')).toEqual({ domain: { kind: 'bounded', bound: 10 }, seen: '1 seen: user' });
});

test('what comes from the place the service runs is bounded', () => {
  expect(propose('device', 'eth', 'lo')).toEqual({ domain: { kind: 'bounded', bound: 10 }, seen: '2 seen: eth, lo' });
  expect(propose('kind', '/a', '/b')).toMatchObject({ domain: { kind: 'bounded', bound: 10 } });
  expect(propose('kind', ...Array.from({ length: 13 }, (_, index) => `w${index}`))).toMatchObject({
    domain: { kind: 'bounded', bound: 20 },
    seen: '13 seen: w0, w1, w10, …',
  });
});

test('HTTP status codes and classes', () => {
  expect(propose('code', '200', '404')).toEqual({ domain: { kind: 'http-status', form: 'code' } });
  expect(propose('status', '2xx')).toEqual({ domain: { kind: 'http-status', form: 'class' } });
  expect(propose('port', '443', '404')).toMatchObject({ domain: { kind: 'bounded' } });
});

test('addresses and ids are not repeated', () => {
  expect(propose('server', '10.0.0.1:5432')).toMatchObject({ seen: '1 seen' });
  expect(propose('peer', 'https://a.example/x', 'local')).toMatchObject({ seen: '2 seen: local, …' });
});

test('a value cannot break out of the comment', () => {
  expect(propose('path', 'a\nimport x')).toMatchObject({ seen: '1 seen: a import x' });
});

test('an info metric says one thing at a time', () => {
  const label = { values: new Set(['1.2.3']), overflowed: false, perInstance: 1 };
  expect(proposeDomain('version', label, 'info').domain).toEqual({ kind: 'bounded', bound: 1 });
});

test('bounds leave room', () => {
  expect([0, 10, 11, 21, 51, 101, 2001].map(roundUp)).toEqual([10, 10, 20, 50, 100, 200, 5000]);
});
