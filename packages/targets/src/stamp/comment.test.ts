import { describe, expect, test } from 'vitest';
import { group } from '../fixtures/resources.ts';
import {
  commentStampOf,
  groupStampOf,
  withCommentStamp,
  withGroupStamp,
  withoutCommentStamp,
  withoutGroupStamp,
} from './comment.ts';

const checksum = 'a'.repeat(64);
const stamp = { project: 'shop', environment: 'production', checksum };

test('a stamp is one comment at the end of the expression', () => {
  expect(withCommentStamp('up == 0', stamp)).toBe(
    `up == 0 # binnacle project=shop environment=production checksum=${checksum}`,
  );
});

describe('is read back, and taken off without a trace:', () => {
  test.each([
    ['one line', 'up == 0'],
    ['several lines', 'sum(\n  up\n)'],
    ['a line break at the end, as YAML blocks have', 'up == 0\n'],
    ['a comment of its own at the end', 'up == 0 # nobody home'],
    ['a text that looks like a comment', 'count({a="# binnacle"})'],
    ['LogQL', 'sum(rate({app="a"} |= "#" [5m]))'],
  ])('%s', (_name, expression) => {
    for (const one of [stamp, { project: 'a b=#', environment: 'ü', checksum, stored: 'b'.repeat(64) }]) {
      const stamped = withCommentStamp(expression, one);
      expect(stamped.split('\n')).toHaveLength(expression.split('\n').length);
      expect(commentStampOf(stamped)).toEqual(one);
      expect(withoutCommentStamp(stamped)).toBe(expression);
      expect(commentStampOf(expression)).toBeUndefined();
      expect(withoutCommentStamp(expression)).toBe(expression);
    }
  });
});

test('a system may break the line before the comment or after it', () => {
  const stamped = withCommentStamp('up', stamp).replace(' #', '\n#');
  expect(commentStampOf(`${stamped}\n`)).toEqual(stamp);
  expect(withoutCommentStamp(`${stamped}\n`)).toBe('up');
});

test('a second stamp takes the place of the first', () => {
  const next = { ...stamp, checksum: 'c'.repeat(64) };
  expect(withCommentStamp(withCommentStamp('up', stamp), next)).toBe(withCommentStamp('up', next));
});

test.each([
  ['a checksum that is none', 'up # binnacle project=shop environment=production checksum=123'],
  ['a value that cannot be decoded', `up # binnacle project=%E0%A4%A environment=e checksum=${checksum}`],
  ['in the middle', `${withCommentStamp('up', stamp)}\n+ 1`],
])('%s is no stamp', (_name, expression) => {
  expect(commentStampOf(expression)).toBeUndefined();
  expect(withoutCommentStamp(expression)).toBe(expression);
});

test('a group carries its stamp in the first rule', () => {
  const stamped = withGroupStamp(group('checkout'), stamp);
  expect(stamped.rules.map(({ expr }) => commentStampOf(expr))).toEqual([stamp, undefined]);
  expect(groupStampOf(stamped)).toEqual(stamp);
  expect(withoutGroupStamp(stamped)).toEqual(group('checkout'));
});

test('a group without rules has nowhere to keep a stamp', () => {
  const empty = group('empty', { rules: [] });
  expect(withGroupStamp(empty, stamp)).toEqual(empty);
  expect(groupStampOf(empty)).toBeUndefined();
});
