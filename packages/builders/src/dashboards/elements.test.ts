import { expect, it } from 'vitest';
import { panelIds } from './elements.ts';

it('gives a key the same id beside whatever others', () => {
  const alone = panelIds(['requests']).get('requests');
  expect(panelIds(['errors', 'requests', 'aaa']).get('requests')).toBe(alone);
});

it('never gives an id twice, nor zero', () => {
  const keys = Array.from({ length: 5000 }, (_, i) => `panel-${i}`);
  const ids = new Set(panelIds(keys).values());
  expect(ids.size).toBe(keys.length);
  expect(ids.has(0)).toBe(false);
});

it('resolves a collision for the later key by name only', () => {
  // Both hash to 800025787.
  const [first, second] = ['panel-48539', 'panel-556030'] as const;
  const ids = panelIds([second, first]);
  expect(ids.get(first)).toBe(panelIds([first]).get(first));
  expect(ids.get(second)).not.toBe(panelIds([second]).get(second));
});
