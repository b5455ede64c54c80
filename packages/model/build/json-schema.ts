/** The part of JSON Schema draft-07 (with OpenAPI's `discriminator`, which ajv knows, and our own `tags`) that the generator writes and we rewrite. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly discriminator?: { readonly propertyName: string };
  /** The values of the discriminating property, for messages. */
  readonly tags?: readonly string[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** True for what the generator returns: schemas as objects, never as booleans. */
export function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

/** A schema with every direct subschema (and definition) replaced by what `change` makes of it; `path` is its JSON-pointer fragment. */
export function mapSubschemas(
  schema: JsonSchema,
  path: string,
  change: (sub: JsonSchema, path: string) => JsonSchema,
): JsonSchema {
  const mapAll = (members: Readonly<Record<string, JsonSchema>>, key: string) =>
    Object.fromEntries(Object.entries(members).map(([name, sub]) => [name, change(sub, `${path}/${key}/${name}`)]));
  const mapList = (list: readonly JsonSchema[], key: string) =>
    list.map((sub, i) => change(sub, `${path}/${key}/${i}`));
  const { properties, definitions, items, additionalProperties, anyOf, oneOf } = schema;
  return {
    ...schema,
    ...(properties && { properties: mapAll(properties, 'properties') }),
    ...(definitions && { definitions: mapAll(definitions, 'definitions') }),
    ...(items && { items: change(items, `${path}/items`) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: change(additionalProperties, `${path}/additionalProperties`),
    }),
    ...(anyOf && { anyOf: mapList(anyOf, 'anyOf') }),
    ...(oneOf && { oneOf: mapList(oneOf, 'oneOf') }),
  };
}
