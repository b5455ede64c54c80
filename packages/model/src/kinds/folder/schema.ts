/** JSON Schema (draft-07) of a Folder's spec. */
export const schema = {
  type: 'object',
  required: ['title'],
  additionalProperties: false,
  properties: { title: { type: 'string' }, description: { type: 'string' } },
} as const;
