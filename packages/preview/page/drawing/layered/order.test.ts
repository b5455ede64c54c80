import { describe, expect, it } from 'vitest';
import { orderOf } from './order.ts';

const order = (ids: readonly string[], links: readonly (readonly [string, string])[]) =>
  orderOf(
    ids,
    links.map(([source, target]) => ({ source, target })),
  );

describe('the order within layers', () => {
  it('keeps links from crossing', () => {
    const { layers } = order(
      ['a', 'b', 'x', 'y'],
      [
        ['a', 'y'],
        ['b', 'x'],
      ],
    );
    const [left = [], right = []] = layers;
    expect([left.map(({ id }) => id), right.map(({ id }) => id)]).toEqual([
      ['a', 'b'],
      ['y', 'x'],
    ]);
  });

  it('leaves room in the layers that a link passes through', () => {
    const { layers, routes } = order(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ],
    );
    expect(layers.map((layer) => layer.length)).toEqual([1, 2, 1]);
    expect(routes.find(({ link }) => link.source === 'a' && link.target === 'c')?.through).toHaveLength(3);
  });

  it('takes a link that leads back from its source to its target', () => {
    const { routes } = order(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    );
    const back = routes.find(({ link }) => link.target === 'a')?.through;
    expect([back?.[0], back?.at(-1), back?.length]).toEqual(['c', 'a', 3]);
  });
});
