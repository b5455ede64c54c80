const labels = { type: 'object', additionalProperties: { type: 'string' } } as const;
const text = { type: 'string' } as const;

/** JSON Schema (draft-07) of a PrometheusRule's spec; `record` xor `alert` and the form of the strings are checked separately. */
export const schema = {
  type: 'object',
  required: ['groups'],
  additionalProperties: false,
  properties: { groups: { type: 'array', items: { $ref: '#/definitions/RuleGroup' } } },
  definitions: {
    RuleGroup: {
      type: 'object',
      required: ['name', 'rules'],
      additionalProperties: false,
      properties: {
        name: text,
        interval: text,
        limit: { type: 'integer', minimum: 0 },
        query_offset: text,
        labels,
        rules: { type: 'array', items: { $ref: '#/definitions/Rule' } },
      },
    },
    Rule: {
      type: 'object',
      required: ['expr'],
      additionalProperties: false,
      properties: {
        record: text,
        alert: text,
        expr: text,
        for: text,
        keep_firing_for: text,
        labels,
        annotations: labels,
      },
    },
  },
} as const;
