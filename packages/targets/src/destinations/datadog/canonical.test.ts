import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test.each<[string, unknown, unknown]>([
  [
    'tags are as Datadog stores them, sorted and once',
    { tags: ['Team:B', 'a b', 'team:b'] },
    { tags: ['a_b', 'team:b'] },
  ],
  ['lists of texts have one order', { languages: ['go', 'c', 'go'] }, { languages: ['c', 'go'] }],
  [
    'lists of objects have one order, whatever the order of their members',
    {
      contacts: [
        { type: 'slack', contact: 'x' },
        { contact: 'a', type: 'email' },
        { contact: 'x', type: 'slack' },
      ],
    },
    {
      contacts: [
        { contact: 'a', type: 'email' },
        { type: 'slack', contact: 'x' },
      ],
    },
  ],
  [
    'empty members are no members',
    { a: '', b: [], c: {}, d: { e: [''] }, f: null, g: 0, h: false },
    { g: 0, h: false },
  ],
  [
    'the server’s own members are left out',
    { metadata: { id: 'u', managed: {}, namespace: 'default', name: 'x' } },
    { metadata: { name: 'x' } },
  ],
  ['another namespace is kept', { namespace: 'shop' }, { namespace: 'shop' }],
  [
    'a reference means the default namespace',
    { dependsOn: ['service:default/a', 'service:shop/b'] },
    { dependsOn: ['service:a', 'service:shop/b'] },
  ],
  ['only in references', { languages: ['x:default/a'] }, { languages: ['x:default/a'] }],
  ['extensions are left as they are', { extensions: { x: ['b', 'a', ''] } }, { extensions: { x: ['b', 'a', ''] } }],
])('%s', (_, document, expected) => {
  expect(canonical(document)).toEqual(expected);
  expect(canonical(expected)).toEqual(expected);
});
