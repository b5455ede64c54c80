import { expect, it } from 'vitest';
import { bySubject, kindInWords, panelsInWords, rulesInWords } from './words.ts';

it.each([
  [{ changed: 3, added: 1, removed: 0 }, '3 panels changed, 1 added'],
  [{ changed: 1, added: 0, removed: 2 }, '1 panel changed, 2 removed'],
  [{ changed: 0, added: 2, removed: 0 }, '2 panels added'],
  [{ changed: 0, added: 0, removed: 0 }, ''],
])('panels of %j', (counts, text) => {
  expect(panelsInWords(counts)).toBe(text);
});

it('kinds in words', () => {
  expect(['Dashboard', 'PrometheusRule', 'AlertmanagerConfig'].map(kindInWords)).toEqual([
    'dashboard',
    'rules',
    'routing',
  ]);
});

it('what is said of one part is together', () => {
  const about = { path: '/spec', change: 'changed', reach: 'data' } as const;
  expect(
    bySubject([
      { ...about, subject: 'panel A', text: 'unit s → ms' },
      { ...about, text: 'title A → B' },
      { ...about, subject: 'panel A', text: 'query A', consequence: 'more' },
      { ...about, subject: 'panel A', change: 'removed', text: 'removed' },
    ]),
  ).toEqual([
    {
      subject: 'panel A',
      change: 'changed',
      said: [
        { text: 'unit s → ms', reach: 'data' },
        { text: 'query A', consequence: 'more', reach: 'data' },
      ],
    },
    { change: 'changed', said: [{ text: 'title A → B', reach: 'data' }] },
    { subject: 'panel A', change: 'removed', said: [{ text: 'removed', reach: 'data' }] },
  ]);
});

const rule = (kind: 'alert' | 'record', change: 'added' | 'removed' | 'changed') => ({ kind, change });

it('rules are said to be removed when they are', () => {
  expect(rulesInWords([rule('alert', 'removed')])).toBe('1 alert removed');
  expect(rulesInWords([rule('alert', 'changed'), rule('alert', 'changed'), rule('alert', 'removed')])).toBe(
    '2 alerts changed, 1 removed',
  );
  expect(rulesInWords([rule('record', 'added'), rule('alert', 'added')])).toBe('1 alert added and 1 record added');
});
