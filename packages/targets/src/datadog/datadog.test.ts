import { describe, expect, test } from 'vitest';
import { emit } from '../assemble.ts';
import { HAS_UPSTREAM, UPSTREAM_ID, upstream, upstreamSchema } from '../fixtures/datadog-schemas.ts';
import { documents, errors } from '../fixtures/documents.ts';
import { production } from '../fixtures/environment.ts';
import { service } from '../fixtures/resources.ts';
import { everyService } from '../fixtures/services.ts';
import { schemaErrors } from '../schema-check.ts';
import { datadog } from './datadog.ts';

/** What tells a v3 entity, which has a kind, from a v2.2 definition. */
interface Document {
  readonly kind?: string;
}

describe('datadog', () => {
  test('writes a service as a v3 entity and a v2.2 definition', () => {
    const checkout = service('checkout', {
      system: 'Online Shop',
      dependsOn: ['orders-db'],
      tags: { division: 'retail' },
      links: [{ type: 'repository', title: 'Code', url: 'https://github.com/shop/mono/tree/main/services/checkout' }],
      pagerduty: 'https://shop.pagerduty.com/service-directory/PABC',
    });
    const emission = emit(datadog, [checkout, service('orders-db', { kind: 'datastore', languages: [] })], production);
    const made = documents<Document>(emission);
    const links = [{ name: 'Code', type: 'repo', url: 'https://github.com/shop/mono/tree/main/services/checkout' }];
    expect(made.get('datadog/v3/checkout.yaml')).toEqual({
      apiVersion: 'v3',
      kind: 'service',
      metadata: {
        name: 'checkout',
        displayName: 'Checkout',
        description: 'Takes orders and payments.',
        owner: 'payments',
        tags: ['division:retail'],
        links,
      },
      spec: {
        lifecycle: 'production',
        tier: '2',
        type: 'web',
        languages: ['go'],
        dependsOn: ['datastore:orders-db'],
        componentOf: ['system:online-shop'],
      },
      integrations: { pagerduty: { serviceURL: 'https://shop.pagerduty.com/service-directory/PABC' } },
      datadog: { codeLocations: [{ repositoryURL: 'https://github.com/shop/mono', paths: ['services/checkout/**'] }] },
    });
    expect(made.get('datadog/v2.2/checkout.yaml')).toEqual({
      'schema-version': 'v2.2',
      'dd-service': 'checkout',
      team: 'payments',
      application: 'online-shop',
      description: 'Takes orders and payments.',
      tier: '2',
      lifecycle: 'production',
      type: 'web',
      languages: ['go'],
      links,
      tags: ['division:retail'],
      integrations: { pagerduty: { 'service-url': 'https://shop.pagerduty.com/service-directory/PABC' } },
    });
    expect(emission.diagnostics.map(({ severity, message, resource }) => ({ severity, message, resource }))).toEqual([
      { severity: 'info', message: 'Datadog v2.2 has no field for title, dependsOn', resource: 'Service/checkout' },
      { severity: 'info', message: 'Datadog v2.2 has no field for title', resource: 'Service/orders-db' },
    ]);
  });

  test('writes a system in a file of its own, with all its components', () => {
    const members = [
      service('b', { system: 'Shop' }),
      service('a', { kind: 'queue', system: 'shop', owner: 'orders', languages: [] }),
    ];
    const emission = emit(datadog, members, production);
    expect(documents<Document>(emission).get('datadog/v3/systems/shop.yaml')).toEqual({
      apiVersion: 'v3',
      kind: 'system',
      metadata: { name: 'shop', displayName: 'shop', owner: 'orders' },
      spec: { components: ['queue:a', 'service:b'] },
    });
    expect(emission.diagnostics.map(({ message }) => message)).toContain(
      'system shop has services of orders, payments; it is written as owned by orders',
    );
  });

  test.each([
    ['online-serving', 'service', 'web'],
    ['offline-processing', 'service', 'custom'],
    ['batch', 'service', 'custom'],
    ['library', 'library', 'custom'],
    ['datastore', 'datastore', 'db'],
    ['queue', 'queue', 'custom'],
    ['host', 'service', 'custom'],
    ['infrastructure', 'service', 'custom'],
  ] as const)('writes %s as a %s, type %s in v2.2', (kind, entity, type) => {
    const made = documents<Document>(emit(datadog, [service('x', { kind })], production));
    expect(made.get('datadog/v3/x.yaml')).toMatchObject({ kind: entity });
    expect(made.get('datadog/v2.2/x.yaml')).toMatchObject({ type });
  });

  test.each([
    [
      'tags Datadog stores differently',
      { tags: { 'Cost Center': 'A' } },
      'Datadog stores tags in another form: Cost Center:A',
    ],
    [
      'languages of a queue',
      { kind: 'queue', languages: ['go'] },
      'Datadog v3: a queue has no languages; they are written as tags',
    ],
    ['a kind that v2.2 has no type for', { kind: 'batch' }, 'Datadog v2.2 has no field for title, kind'],
    [
      'a PagerDuty page that v2.2 refuses',
      { pagerduty: 'https://shop.pagerduty.com/services/PABC' },
      "Datadog v2.2: 'https://shop.pagerduty.com/services/PABC' is not a page of PagerDuty's service directory; it is left out",
    ],
  ] as const)('says what is lost: %s', (_, over, message) => {
    expect(emit(datadog, [service('x', over)], production).diagnostics.map((d) => d.message)).toContain(message);
  });

  test('an address no schema takes is an error', () => {
    const broken = service('x', { links: [{ type: 'runbook', title: 'Runbook', url: 'wiki/runbook' }] });
    expect(errors(emit(datadog, [broken], production))[0]).toMatch(
      /^Datadog \(datadog-service\) refuses \/metadata\/links\/0\/url must match pattern/,
    );
  });
});

describe.skipIf(!HAS_UPSTREAM)('Datadog’s own schemas, where ../shared/corpus has them', () => {
  const made = [...documents<Document>(emit(datadog, everyService, production))];

  test('take every document made', () => {
    const ajv = upstream();
    const refused = made.flatMap(([path, document]) => {
      const { kind } = document;
      const file = kind === undefined ? 'v2.2/schema.json' : `v3/${kind === 'library' ? 'custom' : kind}.schema.json`;
      return ajv.validate(`${UPSTREAM_ID}${file}`, document) ? [] : [`${path}: ${ajv.errorsText()}`];
    });
    expect(made.length).toBe(33);
    expect(refused).toEqual([]);
  });

  // Why we have schemas of our own; when one of these fails, upstream was repaired and the page can say so.
  test('refuse a minimal service through their umbrella, which also takes it for a custom kind', () => {
    const ajv = upstream();
    for (const path of ['v3/api.schema.json', 'v2/schema.json', 'v2.1/schema.json'])
      ajv.addSchema(upstreamSchema(path));
    const minimal = { apiVersion: 'v3', kind: 'service', metadata: { name: 'x' } };
    expect(ajv.validate(`${UPSTREAM_ID}v3/service.schema.json`, minimal)).toBe(true);
    expect(ajv.validate(upstreamSchema('entity.schema.json'), minimal)).toBe(false);
  });

  test('do not compile for repositories', () => {
    expect(() => upstream().compile(upstreamSchema('v3/repository.schema.json'))).toThrow(/resolve reference/);
  });

  test('take anything for code locations', () => {
    const odd = { apiVersion: 'v3', kind: 'service', metadata: { name: 'x' }, datadog: { codeLocations: [7] } };
    expect(upstream().validate(`${UPSTREAM_ID}v3/service.schema.json`, odd)).toBe(true);
    expect(schemaErrors('datadog-service', odd)).toEqual(['/datadog/codeLocations/0 must be object']);
  });
});
