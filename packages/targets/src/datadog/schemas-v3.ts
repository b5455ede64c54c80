/*
 * Our own JSON Schemas of Datadog's v3 entities, one per kind, from the field tables of its documentation. Stricter than
 * Datadog where that catches mistakes: references, tags in their stored form, e-mail addresses, code locations.
 */

const text = { type: 'string', minLength: 1 } as const;
const webAddress = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*://[^\\s/]+' } as const;
const reference = { type: 'string', pattern: '^[a-z][a-z0-9-]*:(?:[^/]+/)?.+$' } as const;
const references = { type: 'array', items: reference, uniqueItems: true } as const;

const contact = {
  type: 'object',
  required: ['type', 'contact'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 2 }, type: text, contact: text },
  if: { properties: { type: { const: 'email' } } },
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
  then: { properties: { contact: { type: 'string', pattern: '^[^\\s@]+@[^\\s@]+$' } } },
} as const;

const link = {
  type: 'object',
  required: ['name', 'type', 'url'],
  additionalProperties: false,
  properties: { name: text, type: text, url: webAddress, provider: text },
} as const;

const metadata = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: text,
    displayName: text,
    description: text,
    owner: text,
    additionalOwners: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: text, type: text },
      },
    },
    inheritFrom: reference,
    tags: { type: 'array', items: { type: 'string', pattern: '^[a-z:][a-z0-9_:./-]{0,199}$' }, uniqueItems: true },
    contacts: { type: 'array', items: contact },
    links: { type: 'array', items: link },
  },
} as const;

const integrations = {
  type: 'object',
  additionalProperties: false,
  properties: {
    pagerduty: {
      type: 'object',
      required: ['serviceURL'],
      additionalProperties: false,
      properties: { serviceURL: text },
    },
  },
} as const;

const products = {
  type: 'object',
  additionalProperties: false,
  properties: {
    codeLocations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['repositoryURL'],
        additionalProperties: false,
        properties: { repositoryURL: webAddress, paths: { type: 'array', items: text } },
      },
    },
  },
} as const;

const described = { lifecycle: text, tier: text, type: text } as const;
const related = { dependsOn: references, dependencyOf: references, componentOf: references } as const;

function entity(kind: string, spec: object): object {
  return {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    additionalProperties: false,
    properties: {
      apiVersion: { const: 'v3' },
      kind: { const: kind },
      metadata: { $ref: 'datadog-metadata' },
      spec: { type: 'object', additionalProperties: false, properties: spec },
      integrations: { $ref: 'datadog-integrations' },
      datadog: { $ref: 'datadog-products' },
      extensions: { type: 'object' },
    },
  };
}

/** What the entities' schemas refer to, by name. */
export const datadogV3Parts = {
  'datadog-metadata': metadata,
  'datadog-integrations': integrations,
  'datadog-products': products,
} as const;

/** Schemas of the v3 entities we write, by name; `library` is a custom kind. */
export const datadogV3Schemas = {
  'datadog-service': entity('service', {
    ...described,
    languages: { type: 'array', items: text },
    dependsOn: references,
    componentOf: references,
  }),
  'datadog-datastore': entity('datastore', { ...described, ...related }),
  'datadog-queue': entity('queue', { ...described, ...related }),
  'datadog-library': entity('library', { ...described, ...related }),
  'datadog-system': entity('system', { ...described, components: references, componentOf: references }),
} as const;
