import { expect, it } from 'vitest';
import { STATE } from '../fixtures/state.ts';
import type { Compared, Comparer } from './comparison.ts';
import { createComparisons } from './comparisons.ts';

const FAILED: Compared = { state: 'failed', message: 'no' };

/** A comparer that says each time it is asked. */
function comparer(
  eager: boolean,
  asked: string[],
  answer: () => Promise<Compared> = () => Promise.resolve(FAILED),
): Comparer {
  return {
    with: 'base',
    eager,
    queries: () => undefined,
    compare: (state, again) => {
      asked.push(`${state.name}${again ? ' again' : ''}`);
      return answer();
    },
  };
}
const never = (): void => {
  throw new Error('no bug was expected');
};

it('a comparison is made when it is asked for, once for the same definitions', async () => {
  const asked: string[] = [];
  let state = STATE;
  const comparisons = createComparisons([comparer(false, asked)], () => state, never);
  comparisons.begin();
  expect([asked, comparisons.offers()]).toEqual([[], [{ with: 'base', started: false }]]);
  expect(await comparisons.get('base')).toMatchObject({ compared: FAILED, state: { name: 'shop' } });
  await comparisons.get('base');
  expect([asked, comparisons.offers()]).toEqual([['shop'], [{ with: 'base', started: true }]]);
  state = { ...STATE, name: 'next' };
  comparisons.forget();
  await comparisons.get('base');
  await comparisons.get('base', true);
  expect(asked).toEqual(['shop', 'next', 'next again']);
});

it('one that is eager begins by itself', () => {
  const asked: string[] = [];
  const comparisons = createComparisons([comparer(true, asked)], () => STATE, never);
  expect(comparisons.offers()).toEqual([{ with: 'base', started: true }]);
  comparisons.begin();
  expect(asked).toEqual(['shop']);
});

it('there is nothing of another name', async () => {
  const comparisons = createComparisons([comparer(false, [])], () => STATE, never);
  expect(await comparisons.get('live')).toBeUndefined();
});

it('after a bug the next one who asks tries again', async () => {
  const asked: string[] = [];
  const bugs: unknown[] = [];
  const comparisons = createComparisons(
    [comparer(true, asked, () => (asked.length === 1 ? Promise.reject(new Error('bug')) : Promise.resolve(FAILED)))],
    () => STATE,
    (error) => bugs.push(error),
  );
  comparisons.begin();
  await expect(comparisons.get('base')).rejects.toThrow('bug');
  expect(bugs).toEqual([new Error('bug')]);
  expect(await comparisons.get('base')).toMatchObject({ compared: FAILED });
});
