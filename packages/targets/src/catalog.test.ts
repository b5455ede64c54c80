import type { Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { catalogOf, linksOf, systemName } from './catalog.ts';
import { production } from './fixtures/environment.ts';
import { dashboard, service } from './fixtures/resources.ts';

function dashboardOf(name: string, of: string): Resource {
  const resource = dashboard(name);
  return { ...resource, metadata: { name, labels: { 'binnacle.dev/service': of } } };
}

test.each([
  ['Online Shop', 'online-shop'],
  ['  Größe & Last ', 'grosse-last'],
  ['---', ''],
  ['x'.repeat(70), 'x'.repeat(63)],
])('a system called %j is %j', (title, name) => {
  expect(systemName(title.replace('ß', 'ss'))).toBe(name);
});

describe('systems', () => {
  test('are made of the services that name them', () => {
    const { systems } = catalogOf(
      [service('b', { system: 'Shop' }), service('a', { system: 'shop', owner: 'orders' }), service('c')],
      production,
    );
    expect(
      systems.map((system) => ({ ...system, services: system.services.map(({ metadata }) => metadata.name) })),
    ).toEqual([{ name: 'shop', title: 'shop', owner: 'orders', owners: ['orders', 'payments'], services: ['a', 'b'] }]);
  });

  test('belong to the team with most services in them', () => {
    const { systems } = catalogOf(
      [
        service('a', { system: 'shop', owner: 'alpha' }),
        service('b', { system: 'shop', owner: 'beta' }),
        service('c', { system: 'shop', owner: 'beta' }),
      ],
      production,
    );
    expect(systems[0]?.owner).toBe('beta');
  });
});

describe('links', () => {
  const own = { type: 'runbook', title: 'Runbook', url: 'https://wiki.example.com/checkout' } as const;
  const checkout = service('checkout', { links: [own] });
  const dashboards = [
    dashboardOf('zeta', 'checkout'),
    dashboardOf('alpha', 'checkout'),
    dashboardOf('other', 'basket'),
  ];

  test('are the service’s own, then its dashboards', () => {
    const catalog = catalogOf([checkout, ...dashboards], production);
    expect(linksOf(checkout, catalog)).toEqual([
      own,
      { type: 'dashboard', title: 'Checkout', url: 'https://grafana.example.com/d/alpha' },
      { type: 'dashboard', title: 'Checkout', url: 'https://grafana.example.com/d/zeta' },
    ]);
  });

  test('name a dashboard once when the service links to it itself', () => {
    const linked = service('checkout', {
      links: [{ type: 'dashboard', title: 'Main', url: 'https://grafana.example.com/d/alpha' }],
    });
    const catalog = catalogOf([linked, dashboardOf('alpha', 'checkout')], production);
    expect(linksOf(linked, catalog).map(({ title }) => title)).toEqual(['Main']);
  });

  test('have no dashboards where Grafana’s address is not known', () => {
    const { grafana: _, ...without } = production;
    expect(linksOf(checkout, catalogOf([checkout, ...dashboards], without))).toEqual([own]);
  });
});
