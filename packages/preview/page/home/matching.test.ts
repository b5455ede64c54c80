import { describe, expect, it } from 'vitest';
import type { DashboardOnPage, ServiceOnPage } from '../../src/wire/project.ts';
import { fits, groupsFor } from './matching.ts';

const FINDINGS = { errors: 0, warnings: 0 };
const service = (name: string, owner: string): ServiceOnPage => ({
  name,
  title: name,
  owner,
  dependsOn: [],
  metrics: 0,
  links: [],
  findings: FINDINGS,
});
const board = (title: string, of?: string): DashboardOnPage => ({
  uid: title,
  title,
  tags: [],
  panels: 1,
  findings: FINDINGS,
  ...(of === undefined ? {} : { service: of }),
});
const SERVICES = [service('checkout', 'payments'), service('redis', 'platform')];
const BOARDS = [
  board('Checkout', 'checkout'),
  board('Dependencies', 'checkout'),
  board('Redis', 'redis'),
  board('Scratch'),
];
const found = (question: string) =>
  groupsFor(question, SERVICES, BOARDS).map((group) => [group.service?.name, group.dashboards.map(({ uid }) => uid)]);

describe('the search', () => {
  it('finds all words in any order', () => {
    expect(fits('dash check', 'Checkout dashboard')).toBe(true);
    expect(fits('check nothing', 'Checkout dashboard')).toBe(false);
  });

  it('leaves a service that is meant with all of its dashboards', () => {
    expect(found('payments')).toEqual([['checkout', ['Checkout', 'Dependencies']]]);
  });

  it('leaves dashboards that are meant with their service', () => {
    expect(found('dependencies')).toEqual([['checkout', ['Dependencies']]]);
  });

  it('shows everything when nothing is asked, dashboards of nobody last', () => {
    expect(found('')).toEqual([
      ['checkout', ['Checkout', 'Dependencies']],
      ['redis', ['Redis']],
      [undefined, ['Scratch']],
    ]);
  });
});
