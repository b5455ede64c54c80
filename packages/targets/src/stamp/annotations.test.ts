import { expect, test } from 'vitest';
import { folder } from '../fixtures/resources.ts';
import { stampOf, withoutStamp, withStamp } from './annotations.ts';

const stamp = { project: 'shop', environment: 'production', checksum: 'abc' };

test('a stamp is put beside other annotations, read back and taken off again', () => {
  for (const resource of [folder('a', 'A'), folder('a', 'A', 'parent')]) {
    const stamped = withStamp(resource, { ...stamp, stored: 'def' });
    expect(stampOf(stamped.metadata.annotations)).toEqual({ ...stamp, stored: 'def' });
    expect(withoutStamp(stamped)).toEqual(resource);
  }
});

test('annotations without a whole stamp hold none', () => {
  expect(stampOf(undefined)).toBeUndefined();
  expect(stampOf({ 'binnacle.dev/project': 'shop' })).toBeUndefined();
});
