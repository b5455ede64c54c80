import { describe, expect, test } from 'vitest';
import {
  componentEntityV1alpha1Validator,
  entityEnvelopeSchemaValidator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { emit } from '../assemble.ts';
import { documents, errors } from '../fixtures/documents.ts';
import { production } from '../fixtures/environment.ts';
import { service } from '../fixtures/resources.ts';
import { everyService } from '../fixtures/services.ts';
import { backstage } from './backstage.ts';

describe('backstage', () => {
  test('writes a component', () => {
    const checkout = service('checkout', {
      system: 'Online Shop',
      dependsOn: ['orders-db'],
      tags: { division: 'retail' },
      links: [{ type: 'repository', title: 'Code', url: 'https://github.com/shop/mono/tree/main/checkout' }],
      contacts: [{ type: 'slack', contact: 'https://shop.slack.com/archives/C1' }],
      pagerduty: 'https://shop.pagerduty.com/service-directory/PABC/',
    });
    const emission = emit(backstage, [checkout, service('orders-db', { kind: 'datastore' })], production);
    expect(documents<Entity>(emission).get('backstage/component/checkout.yaml')).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'checkout',
        title: 'Checkout',
        description: 'Takes orders and payments.',
        labels: { 'binnacle.dev/tier': '2', division: 'retail' },
        annotations: {
          'backstage.io/source-location': 'url:https://github.com/shop/mono/tree/main/checkout/',
          'github.com/project-slug': 'shop/mono',
          'pagerduty.com/service-id': 'PABC',
        },
        tags: ['division:retail', 'go'],
        links: [
          { url: 'https://github.com/shop/mono/tree/main/checkout', title: 'Code', icon: 'github', type: 'repository' },
          { url: 'https://shop.slack.com/archives/C1', title: 'Slack', icon: 'chat', type: 'contact' },
        ],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/payments',
        system: 'online-shop',
        dependsOn: ['resource:default/orders-db'],
      },
    });
    expect(emission.diagnostics).toEqual([]);
  });

  test('writes a resource, its lifecycle as a label', () => {
    const made = documents<Entity>(emit(backstage, [service('orders-db', { kind: 'datastore' })], production));
    expect(made.get('backstage/resource/orders-db.yaml')).toMatchObject({
      kind: 'Resource',
      metadata: { labels: { 'binnacle.dev/tier': '2', 'binnacle.dev/lifecycle': 'production' } },
      spec: { type: 'database', owner: 'group:default/payments' },
    });
  });

  test('writes systems, and one location that leads to everything', () => {
    const made = documents<Entity>(
      emit(backstage, [service('b', { system: 'Shop' }), service('a', { kind: 'queue', system: 'Shop' })], production),
    );
    expect(made.get('backstage/system/shop.yaml')).toMatchObject({
      kind: 'System',
      metadata: { name: 'shop', title: 'Shop' },
    });
    expect(made.get('backstage/catalog-info.yaml')).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: { name: 'binnacle-production' },
      spec: { targets: ['./component/b.yaml', './resource/a.yaml', './system/shop.yaml'] },
    });
  });

  test.each([
    [
      'a team that is no group',
      { owner: 'DB Team' },
      "warning: Backstage: 'DB Team' is not the name of a group; it is written as 'DB-Team'",
    ],
    [
      'tags in another form',
      { tags: { cost_center: '12' } },
      'info: Backstage takes tags in another form: cost_center:12',
    ],
    [
      'values no label takes',
      { tags: { area: 'a b' } },
      "info: Backstage: area: 'a b' cannot be a label; it is only a tag",
    ],
    [
      'a channel without an address',
      { contacts: [{ type: 'slack', contact: '#x' }] },
      "warning: Backstage: the slack contact '#x' is not a web address; it is left out",
    ],
  ] as const)('says what is lost: %s', (_, over, message) => {
    const { diagnostics } = emit(backstage, [service('x', over)], production);
    expect(diagnostics.map((d) => `${d.severity}: ${d.message}`)).toContain(message);
  });

  test('an address no schema takes is an error', () => {
    const broken = service('x', { links: [{ type: 'runbook', title: 'Runbook', url: 'wiki/runbook' }] });
    expect(errors(emit(backstage, [broken], production))[0]).toMatch(
      /^Backstage \(Component\) refuses \/metadata\/links\/0\/url must match pattern/,
    );
  });
});

describe('Backstage’s own model', () => {
  const validators = {
    Component: componentEntityV1alpha1Validator,
    Resource: resourceEntityV1alpha1Validator,
    System: systemEntityV1alpha1Validator,
    Location: locationEntityV1alpha1Validator,
  };
  const isOurKind = (kind: string): kind is keyof typeof validators => Object.hasOwn(validators, kind);
  const policy = EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new NoForeignRootFieldsEntityPolicy(),
    new FieldFormatEntityPolicy(),
  ]);

  test.each([...documents<Entity>(emit(backstage, everyService, production))])('takes %s', async (_, entity) => {
    expect(entityEnvelopeSchemaValidator()(entity)).toEqual(entity);
    expect(await policy.enforce(entity)).toEqual(entity);
    expect(isOurKind(entity.kind) && (await validators[entity.kind].check(entity))).toBe(true);
  });

  test('refuses what our schema refuses', async () => {
    const entity = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'a b' }, spec: {} };
    await expect(policy.enforce(entity)).rejects.toThrow(/metadata.name/);
    await expect(componentEntityV1alpha1Validator.check(entity)).rejects.toThrow(/type/);
  });
});
