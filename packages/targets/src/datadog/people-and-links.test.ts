import type { Contact } from '@binnacle/model';
import { expect, test } from 'vitest';
import { datadogContacts, datadogLinks } from './people-and-links.ts';

test('links get Datadog’s types and always a name', () => {
  const links = [
    { type: 'repository', title: 'Code', url: 'https://x.y' },
    { type: 'on-call', title: '', url: 'https://p.q' },
  ] as const;
  expect(datadogLinks(links)).toEqual([
    { name: 'Code', type: 'repo', url: 'https://x.y' },
    { name: 'on-call', type: 'other', url: 'https://p.q' },
  ]);
});

test.each<[string, Contact, boolean, object[], string[]]>([
  [
    'an e-mail',
    { type: 'email', contact: 'a@b.c', name: 'Team' },
    true,
    [{ type: 'email', contact: 'a@b.c', name: 'Team' }],
    [],
  ],
  [
    'a broken e-mail',
    { type: 'email', contact: 'nobody' },
    false,
    [],
    ["Datadog v3: the email contact 'nobody' is not an e-mail address; it is left out"],
  ],
  ['a channel’s name in v3', { type: 'slack', contact: '#x' }, false, [{ type: 'slack', contact: '#x' }], []],
  [
    'a channel’s name in v2.2',
    { type: 'slack', contact: '#x' },
    true,
    [],
    ["Datadog v2.2: the slack contact '#x' is not a web address; it is left out"],
  ],
  [
    'a name too short',
    { type: 'email', contact: 'a@b.c', name: 'x' },
    false,
    [{ type: 'email', contact: 'a@b.c' }],
    [],
  ],
])('%s', (_, contact, needsAddress, expected, messages) => {
  const found: string[] = [];
  expect(datadogContacts([contact], ({ message }) => found.push(message), { needsAddress })).toEqual(expected);
  expect(found).toEqual(messages);
});
