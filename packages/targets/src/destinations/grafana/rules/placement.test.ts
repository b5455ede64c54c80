import type { Resource } from '@binnacle/model';
import { expect, test } from 'vitest';
import { dashboard, rules } from '../../../fixtures/resources.ts';
import { placement } from './placement.ts';

const OWNER = { project: 'the shop', environment: 'production' };

function labelled(resource: Resource, service: string, team: string, folder?: string): Resource {
  const labels = { 'binnacle.dev/service': service, 'binnacle.dev/team': team };
  const annotations = folder === undefined ? {} : { 'grafana.app/folder': folder };
  return { ...resource, metadata: { ...resource.metadata, labels, annotations } };
}

const boards = [
  labelled(dashboard('b'), 'checkout', 'payments', 'second'),
  labelled(dashboard('a'), 'checkout', 'payments', 'first'),
  labelled(dashboard('c'), 'cart', 'core', 'cart-folder'),
];

test.each([
  ['the folder they name', labelled(rules('r'), 'checkout', 'payments', 'own'), 'own'],
  ['that of the first dashboard of their service', labelled(rules('r'), 'checkout', 'core'), 'first'],
  ['that of the first dashboard of their team', labelled(rules('r'), 'other', 'core'), 'cart-folder'],
])('%s', (_name, resource, folder) => {
  const { folderOf, made } = placement([resource], [...boards, resource], OWNER);
  expect([folderOf(resource), made]).toEqual([folder, []]);
});

test('one of the project, made where it is needed and not there', () => {
  const resource = labelled(rules('r'), 'other', 'nobody');
  const { folderOf, made } = placement([resource], [...boards, resource], OWNER);
  expect(folderOf(resource)).toBe('rules-the-shop');
  expect(made).toMatchObject([{ metadata: { name: 'rules-the-shop' }, spec: { title: 'Rules of the shop' } }]);
  expect(placement([resource], [...made, resource], OWNER).made).toEqual([]);
});
