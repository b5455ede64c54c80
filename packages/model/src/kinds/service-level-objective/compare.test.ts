import { expect, test } from 'vitest';
import { compareResources } from '../../diff/compare.ts';
import { sameText } from '../../diff/difference.ts';
import type { Resource } from '../../resource.ts';

const TOTAL = 'requests_total';
const FAILED = 'requests_total{code=~"5.."}';
const objective = (over: object = {}): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind: 'ServiceLevelObjective',
  metadata: { name: 'checkout-availability' },
  spec: {
    title: 'Answers',
    description: '',
    objective: 99.9,
    window: '30d',
    indicator: { total: TOTAL, bad: FAILED },
    ...over,
  },
});
const texts = (over: object): string[] =>
  compareResources(objective(), objective(over), sameText).map(
    ({ reach, text, consequence }) => `${reach}: ${text}${consequence === undefined ? '' : `; ${consequence}`}`,
  );

test('a weaker promise says how long everything may fail', () => {
  expect(texts({ objective: 99.5 })).toEqual([
    'pager: objective 99.9% → 99.5%; a full outage may last 3h36m in 30d instead of 43m12s in 30d',
  ]);
});

test('another window and another objective say it once', () => {
  expect(texts({ objective: 99, window: '7d' })).toEqual([
    'pager: objective 99.9% → 99%; a full outage may last 1h40m48s in 7d instead of 43m12s in 30d',
    'pager: window 30d → 7d',
  ]);
  expect(texts({ window: '4w' })).toEqual([
    'pager: window 30d → 4w; a full outage may last 40m19s in 4w instead of 43m12s in 30d',
  ]);
});

test('what is counted', () => {
  expect(texts({ indicator: { total: 'other_total', bad: FAILED } })).toEqual([
    'data: total events `requests_total` → `other_total`',
  ]);
  expect(texts({ indicator: { total: TOTAL, good: TOTAL } })).toEqual([
    'data: good events `requests_total` added',
    'data: bad events `requests_total{code=~"5.."}` removed',
  ]);
});

test('words; nothing', () => {
  expect(texts({ title: 'Replies' })).toEqual(['appearance: title Answers → Replies']);
  expect(texts({})).toEqual([]);
});
