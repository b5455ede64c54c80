import { expect, it } from 'vitest';
import { metric } from '../../src/fixtures/shop.ts';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { oftenRead } from './often-read.ts';

const contract = (service: string, name: string, readers: number): ContractOnPage => ({
  service,
  metric: metric({ name }),
  seriesPerInstance: 1,
  findings: [],
  readers: Array.from({ length: readers }, (_, i) => ({ kind: 'panel', name: `p${i}`, resource: 'board' })),
});

it('what is read most, of the services with most to say', () => {
  const all = [contract('a', 'a1', 1), contract('a', 'a2', 3), contract('b', 'b1', 9), contract('c', 'c1', 0)];
  const names = (ofEach: number, services: number) =>
    oftenRead(all, ofEach, services).map(({ metric: own, readers }) => `${own.name} ${readers.length}`);
  expect(names(2, 5)).toEqual(['b1 9', 'a2 3', 'a1 1']);
  expect(names(1, 5)).toEqual(['b1 9', 'a2 3']);
  expect(names(2, 1)).toEqual(['b1 9']);
});
