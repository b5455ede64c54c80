import { expect, test } from 'vitest';
import { datadogTag, datadogTags } from './tags.ts';

test.each([
  ['division:retail', 'division:retail'],
  ['Cost Center:A&B', 'cost_center:a_b'],
  ['url:https://x/y', 'url:https://x/y'],
  ['9lives:yes', 'lives:yes'],
  ['team:x ', 'team:x'],
  ['größe:l', 'gr_e:l'],
  ['123', ''],
  [`a:${'b'.repeat(300)}`, `a:${'b'.repeat(198)}`],
])('%j is stored as %j', (tag, stored) => {
  expect(datadogTag(tag)).toBe(stored);
});

test('tags are sorted, each once, and what changes is named', () => {
  expect(datadogTags({ b: '1', a: 'x y', A: 'x_y' })).toEqual({ tags: ['a:x_y', 'b:1'], changed: ['A:x_y', 'a:x y'] });
});
