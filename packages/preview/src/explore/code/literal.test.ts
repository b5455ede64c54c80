import { expect, it } from 'vitest';
import { key, member, text } from './literal.ts';

it.each(['a', "it's", 'say "x"', `'"`, 'back\\slash', 'end\\', '\\"', 'line\nbreak', '${x}`', 'ü\u0001'])(
  '%j is written so that it reads the same',
  (value) => {
    // oxlint-disable-next-line typescript/no-implied-eval -- what the code says is the question
    expect(new Function(`return ${text(value)}`)()).toBe(value);
  },
);

it('quotes are those that need fewer escapes', () => {
  expect([text("it's"), text('a"b'), text('a')]).toEqual([`"it's"`, `'a"b'`, `'a'`]);
});

it('what is no identifier is quoted', () => {
  expect([key('a_1'), key('a-b'), member('a'), member('a-b')]).toEqual(['a_1', "'a-b'", '.a', "['a-b']"]);
});
