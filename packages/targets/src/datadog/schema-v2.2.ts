/** What PagerDuty's integration takes: a service's page in its service directory. */
export const PAGERDUTY_SERVICE = '^(?:https?://)?[\\w.-]+\\.pagerduty\\.com/service-directory/P[\\w-]+/?$';

const text = { type: 'string', minLength: 1 } as const;
const webAddress = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*://[^\\s/]+' } as const;

/** Our own JSON Schema of Datadog's service definition v2.2, from the field table of its documentation. */
export const datadogV22Schema = {
  type: 'object',
  required: ['schema-version', 'dd-service'],
  additionalProperties: false,
  properties: {
    'schema-version': { const: 'v2.2' },
    'dd-service': text,
    team: text,
    application: text,
    description: text,
    tier: text,
    lifecycle: text,
    type: { enum: ['web', 'db', 'cache', 'function', 'browser', 'mobile', 'custom'] },
    languages: { type: 'array', items: text },
    contacts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'contact'],
        additionalProperties: false,
        properties: { name: { type: 'string', minLength: 2 }, type: text, contact: text },
        if: { properties: { type: { const: 'email' } } },
        // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
        then: { properties: { contact: { type: 'string', pattern: '^[^\\s@]+@[^\\s@]+$' } } },
        else: { properties: { contact: webAddress } },
      },
    },
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'type', 'url'],
        additionalProperties: false,
        properties: { name: text, type: text, url: webAddress, provider: text },
      },
    },
    tags: { type: 'array', items: { type: 'string', pattern: '^[a-z:][a-z0-9_:./-]{0,199}$' }, uniqueItems: true },
    integrations: {
      type: 'object',
      additionalProperties: false,
      properties: {
        pagerduty: {
          type: 'object',
          required: ['service-url'],
          additionalProperties: false,
          properties: { 'service-url': { type: 'string', pattern: PAGERDUTY_SERVICE } },
        },
      },
    },
    extensions: { type: 'object' },
    'ci-pipeline-fingerprints': { type: 'array', items: text },
  },
} as const;
