import { expect, it } from 'vitest';
import { readThrown } from './thrown.ts';

function errorWith(stack: string): Error {
  const error = new Error('wrong');
  error.stack = `Error: wrong\n${stack}`;
  return error;
}

it('finds the innermost frame in the bundle', () => {
  const error = errorWith(
    ['    at inner (file:///lib/x.js:1:1)', '    at f (file:///p/b.mjs:7:9)', '    at file:///p/b.mjs:9:3'].join('\n'),
  );
  expect(readThrown(error, '/p/b.mjs')).toEqual({ message: 'wrong', position: { line: 7, column: 9 } });
});

it('has no position for an error that never was in the bundle', () => {
  expect(readThrown(errorWith('    at f (file:///other.mjs:7:9)'), '/p/b.mjs')).toEqual({ message: 'wrong' });
});

it('takes place and fix from an error that knows them', () => {
  const at = { origin: { file: '/p/b.mjs', line: 3, column: 5 }, fix: 'rename it' };
  const error = Object.assign(errorWith('    at f (file:///p/b.mjs:7:9)'), { at });
  expect(readThrown(error, '/p/b.mjs')).toEqual({
    message: 'wrong',
    fix: 'rename it',
    position: { line: 3, column: 5 },
  });
});

it('names the type of an error and calls an import by its name', () => {
  const error = new TypeError('(0 , import_x.dashbord) is not a function\nmore');
  error.stack = '';
  expect(readThrown(error, '/p/b.mjs').message).toBe('TypeError: dashbord is not a function');
});

const exporter = (name: string) => (name === 'stat' ? '@binnacle/builders' : undefined);

it('a name that a package exports is to be imported from it', () => {
  expect(readThrown(new ReferenceError('stat is not defined'), '/b', exporter)).toEqual({
    message: 'ReferenceError: stat is not defined',
    fix: "import it from '@binnacle/builders'",
  });
  expect(readThrown(new ReferenceError('stats is not defined'), '/b', exporter).fix).toBeUndefined();
});

it('what a library stumbles over is what it was called with', () => {
  const error = new TypeError('Cannot read properties of undefined');
  error.stack = 'TypeError: x\n    at f (file:///lib/x.js:1:1)\n    at file:///p/b.mjs:9:3';
  expect(readThrown(error, '/p/b.mjs').fix).toContain('tsc --noEmit');
  error.stack = 'TypeError: x\n    at file:///p/b.mjs:9:3\n    at f (file:///lib/x.js:1:1)';
  expect(readThrown(error, '/p/b.mjs').fix).toBeUndefined();
});

it('adds the cause, unless the message has it already', () => {
  const cause = new Error('the file is gone');
  expect(readThrown(new Error('cannot start', { cause }), '/b').message).toBe('cannot start: the file is gone');
  expect(readThrown(new Error('start: the file is gone', { cause }), '/b').message).toBe('start: the file is gone');
});

it.each([
  ['text', 'threw "text" (throw an Error to say more)'],
  [3, 'threw 3 (throw an Error to say more)'],
])('says what was thrown when it is no error: %j', (value, message) => {
  expect(readThrown(value, '/b')).toEqual({ message });
});
