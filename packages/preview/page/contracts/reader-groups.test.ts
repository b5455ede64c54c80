import { describe, expect, it } from 'vitest';
import type { ReaderOnPage } from '../../src/wire/project.ts';
import { readerAddress, readerGroups, readersInWords } from './reader-groups.ts';

const RECORD: ReaderOnPage = {
  kind: 'record',
  name: 'job:errors:rate5m',
  resource: 'shop',
  place: 'PrometheusRule/shop/a',
};
const ALERT: ReaderOnPage = { ...RECORD, kind: 'alert', name: 'ShopErrors', place: 'PrometheusRule/shop/b' };
const PANEL: ReaderOnPage = { kind: 'panel', name: 'Errors', resource: 'shop', place: 'panel-3', through: RECORD.name };
const PROMISE: ReaderOnPage = { kind: 'objective', name: 'Answers', resource: 'shop-availability' };
const VARIABLE: ReaderOnPage = { kind: 'variable', name: 'instance', resource: 'shop' };

describe('what reads a metric', () => {
  it('stands by dashboard, then alerts, promises and records', () => {
    const groups = readerGroups(
      [PROMISE, ALERT, RECORD, PANEL, VARIABLE, { ...PANEL, resource: 'all' }],
      (uid) => `The ${uid}`,
    );
    expect(groups.map(({ title, uid, readers }) => [title, uid, readers.length])).toEqual([
      ['The all', 'all', 1],
      ['The shop', 'shop', 2],
      ['Alerts', undefined, 1],
      ['SLOs', undefined, 1],
      ['Records', undefined, 1],
    ]);
  });

  it.each([
    [PANEL, '/d/shop?viewPanel=panel-3'],
    [VARIABLE, '/d/shop'],
    [ALERT, '/rules?q=ShopErrors&open=PrometheusRule%2Fshop%2Fb'],
    [PROMISE, undefined],
  ])('$name is at %s', (reader, address) => {
    expect(readerAddress(reader)).toBe(address);
  });

  it('is counted in words', () => {
    expect(readersInWords([PANEL, PANEL, ALERT, PROMISE, VARIABLE])).toBe('2 panels, 1 alert, 1 SLO, 1 variable');
    expect(readersInWords([])).toBe('');
  });
});
