import { mapSubschemas, type JsonSchema } from './json-schema.ts';

const REF = '#/definitions/';

function constants(branch: JsonSchema, property: string, definitions: Readonly<Record<string, JsonSchema>>): unknown[] {
  const target = branch.$ref === undefined ? branch : (definitions[branch.$ref.slice(REF.length)] ?? {});
  const value = target.properties?.[property] ?? {};
  const { const: constant, enum: values } =
    value.$ref === undefined ? value : (definitions[value.$ref.slice(REF.length)] ?? {});
  return values === undefined ? [constant] : [...values];
}

/**
 * The names a reader could have meant, by the `schemaPath` of the error that says one is unknown: fields of an object, values
 * of the property that tells a union's branches apart. Errors do not carry them, messages need them.
 */
export function knownNames(schema: JsonSchema): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  const { definitions = {} } = schema;
  const visit = (sub: JsonSchema, path: string): JsonSchema => {
    const { properties, additionalProperties, discriminator, oneOf = [] } = sub;
    if (properties !== undefined && additionalProperties === false) {
      names[`${path}/additionalProperties`] = Object.keys(properties);
    }
    if (discriminator !== undefined) {
      names[`${path}/discriminator`] = oneOf.flatMap((branch) =>
        constants(branch, discriminator.propertyName, definitions).map(String),
      );
    }
    return mapSubschemas(sub, path, visit);
  };
  visit(schema, '#');
  return names;
}
