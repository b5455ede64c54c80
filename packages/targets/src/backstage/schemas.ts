/*
 * Our own JSON Schemas of the Backstage entities we write, one per kind, from the descriptor format's field tables. `spec`
 * is closed, unlike Backstage's own: a misspelt member is a mistake here.
 */

const NAME = '^(?:[A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$';
const KEY = '^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?(?:[A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$';
const text = { type: 'string', minLength: 1 } as const;
const name = { type: 'string', pattern: NAME } as const;
const references = {
  type: 'array',
  items: { type: 'string', pattern: '^(?:component|resource):default/.+$' },
  uniqueItems: true,
} as const;
const owner = { type: 'string', pattern: '^group:default/.+$' } as const;

const metadata = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name,
    title: text,
    description: text,
    labels: {
      type: 'object',
      propertyNames: { pattern: KEY },
      additionalProperties: { type: 'string', pattern: `^(?:${NAME.slice(1, -1)})?$` },
    },
    annotations: { type: 'object', propertyNames: { pattern: KEY }, additionalProperties: text },
    tags: {
      type: 'array',
      items: { type: 'string', pattern: '^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$', maxLength: 63 },
      uniqueItems: true,
    },
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['url'],
        additionalProperties: false,
        properties: {
          url: { type: 'string', pattern: '^(?:[a-z][a-z0-9+.-]*://[^\\s/]|mailto:[^\\s@]+@[^\\s@]+$)' },
          title: text,
          icon: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
          type: text,
        },
      },
    },
  },
} as const;

function entity(kind: string, required: readonly string[], spec: object): object {
  return {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    additionalProperties: false,
    properties: {
      apiVersion: { const: 'backstage.io/v1alpha1' },
      kind: { const: kind },
      metadata: { $ref: 'backstage-metadata' },
      spec: { type: 'object', required, additionalProperties: false, properties: spec },
    },
  };
}

/** What the entities' schemas refer to, by name. */
export const backstageParts = { 'backstage-metadata': metadata } as const;

/** Schemas of the entities we write, by name. */
export const backstageSchemas = {
  'backstage-Component': entity('Component', ['type', 'lifecycle', 'owner'], {
    type: text,
    lifecycle: text,
    owner,
    system: name,
    dependsOn: references,
  }),
  'backstage-Resource': entity('Resource', ['type', 'owner'], {
    type: text,
    owner,
    system: name,
    dependsOn: references,
  }),
  'backstage-System': entity('System', ['owner'], { owner }),
  'backstage-Location': entity('Location', ['targets'], {
    targets: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^\\./.+\\.yaml$' } },
  }),
} as const;
