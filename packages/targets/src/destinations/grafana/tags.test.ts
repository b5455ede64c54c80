import { expect, test } from 'vitest';
import { dashboard } from '../../fixtures/resources.ts';
import { tagStampOf, withoutTagStamp, withTagStamp } from './tags.ts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
const owner = { project: 'shop', environment: 'production' };
const resource = dashboard('checkout');

test.each([owner, { project: 'a-project-with-a-name-of-many-words', environment: 'production' }])(
  '%j: two tags, read back and taken off',
  (who) => {
    for (const stamp of [
      { ...who, checksum: a },
      { ...who, checksum: a, stored: b },
    ]) {
      const stamped = withTagStamp(resource, stamp);
      expect(tagStampOf(stamped, who, [b, a])).toEqual(stamp);
      expect(withoutTagStamp(stamped, who)).toEqual(resource);
      const { tags } = stamped.spec as { tags: string[] };
      expect(tags.every((tag) => tag.length <= 50)).toBe(true);
    }
  },
);

test('a checksum that nobody knows stands for itself', () => {
  expect(tagStampOf(withTagStamp(resource, { ...owner, checksum: a }), owner, [b])?.checksum).toBe('a'.repeat(20));
});

test('another owner’s tags are no stamp, and stay', () => {
  const theirs = withTagStamp(resource, { project: 'bank', environment: 'production', checksum: a });
  expect(tagStampOf(theirs, owner, [a])).toBeUndefined();
  expect(withoutTagStamp(theirs, owner)).toEqual(theirs);
});
