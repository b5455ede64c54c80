const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const textMap = { type: 'object', additionalProperties: text } as const;
const numbers = { type: 'array', items: { type: 'number' } } as const;

/** JSON Schema (draft-07) of a Service's spec. */
export const schema = {
  type: 'object',
  required: [
    'title',
    'description',
    'owner',
    'tier',
    'lifecycle',
    'kind',
    'languages',
    'links',
    'contacts',
    'dependsOn',
    'tags',
    'metrics',
    'parts',
  ],
  additionalProperties: false,
  properties: {
    title: text,
    description: text,
    owner: text,
    tier: { enum: [1, 2, 3, 4] },
    lifecycle: { enum: ['experimental', 'production', 'deprecated'] },
    kind: {
      enum: [
        'online-serving',
        'offline-processing',
        'batch',
        'library',
        'datastore',
        'queue',
        'host',
        'infrastructure',
      ],
    },
    languages: texts,
    system: text,
    links: { type: 'array', items: { $ref: '#/definitions/Link' } },
    contacts: { type: 'array', items: { $ref: '#/definitions/Contact' } },
    dependsOn: texts,
    tags: textMap,
    metrics: { type: 'array', items: { $ref: '#/definitions/Metric' } },
    parts: { type: 'array', items: { $ref: '#/definitions/Part' } },
    pagerduty: text,
  },
  definitions: {
    Link: {
      type: 'object',
      required: ['type', 'title', 'url'],
      additionalProperties: false,
      properties: {
        type: { enum: ['runbook', 'repository', 'docs', 'on-call', 'dashboard', 'other'] },
        title: text,
        url: text,
      },
    },
    Contact: {
      type: 'object',
      required: ['type', 'contact'],
      additionalProperties: false,
      properties: { type: { enum: ['email', 'slack', 'microsoft-teams'] }, name: text, contact: text },
    },
    Metric: {
      type: 'object',
      required: ['name', 'type', 'help', 'unit', 'labels', 'targetLabels'],
      additionalProperties: false,
      properties: {
        name: text,
        type: { enum: ['counter', 'gauge', 'histogram', 'native-histogram', 'summary', 'info'] },
        help: text,
        unit: text,
        labels: { type: 'array', items: { $ref: '#/definitions/Label' } },
        buckets: numbers,
        quantiles: numbers,
        waiver: text,
        targetLabels: texts,
      },
    },
    Label: {
      type: 'object',
      required: ['name', 'domain'],
      additionalProperties: false,
      properties: {
        name: text,
        help: text,
        domain: {
          type: 'object',
          required: ['kind'],
          discriminator: { propertyName: 'kind' },
          oneOf: [
            {
              required: ['values'],
              additionalProperties: false,
              properties: { kind: { const: 'one-of' }, values: texts },
            },
            {
              required: ['bound'],
              additionalProperties: false,
              properties: { kind: { const: 'bounded' }, bound: { type: 'integer', minimum: 1 } },
            },
            {
              required: ['form'],
              additionalProperties: false,
              properties: { kind: { const: 'http-status' }, form: { enum: ['code', 'class'] } },
            },
            {
              required: ['names'],
              additionalProperties: false,
              properties: { kind: { const: 'service' }, names: texts },
            },
          ],
        },
      },
    },
    Part: {
      type: 'object',
      required: ['archetype', 'name', 'roles'],
      additionalProperties: false,
      properties: { archetype: text, name: text, roles: textMap, missing: textMap, waived: textMap, period: text },
    },
  },
} as const;
