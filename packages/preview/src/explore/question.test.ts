import { expect, it } from 'vitest';
import { type Question, readQuestion, withQuestion } from './question.ts';

const WHOLE: Question = {
  metric: 'shop.shop_requests_total',
  reading: 'increase',
  aggregation: 'max',
  window: '$__range',
  quantiles: [0.5, 0.99],
  by: ['code', 'method'],
  where: [{ label: 'code', op: '=~', value: '5..|4&x' }],
  visualisation: 'stat',
  title: 'Failed & lost',
  queries: ['sum(rate(a[5m])) + 1', 'b'],
};

it('an address keeps a question, and what else was in it', () => {
  const address = withQuestion(new URLSearchParams('from=now-2h&metric=old&by=old'), WHOLE).toString();
  expect(readQuestion(new URLSearchParams(address))).toEqual(WHOLE);
  expect(new URLSearchParams(address).get('from')).toBe('now-2h');
});

it('what is as usual is not in the address', () => {
  expect(withQuestion(new URLSearchParams(), { metric: 'a.b', where: [] }).toString()).toBe('metric=a.b');
});

it('no split at all is something to say', () => {
  expect(readQuestion(withQuestion(new URLSearchParams(), { by: [], where: [] })).by).toEqual([]);
  expect(readQuestion(new URLSearchParams())).toEqual({ where: [] });
});

it('what there is not is left out', () => {
  expect(readQuestion(new URLSearchParams('agg=median&show=map&q=7&q=x&where=%3D&by=a'))).toEqual({
    by: ['a'],
    where: [],
  });
});
