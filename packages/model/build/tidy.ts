import { mapSubschemas, type JsonSchema } from './json-schema.ts';
import { resolved, tellUnionsApart, type Definitions } from './unions.ts';

/** Which of the fields a type declares as required must be there; an anonymous object inside a definition has no name. */
export type RequiredFields = (definition: string | undefined, declared: readonly string[]) => readonly string[];

/** Types the SDK declares empty but means to be anything. */
const OPEN = new Set(['Dataquery']);

/** Branches of unions that the SDK tells apart by a value but does not type so: definition → field → its value. */
const CONSTANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MetricsQuery: { queryMode: 'Metrics' },
  LogsQuery: { queryMode: 'Logs' },
  AnnotationQuery: { queryMode: 'Annotations' },
};

const REF = '#/definitions/';

function isEmptyObject({ properties, additionalProperties }: JsonSchema): boolean {
  return additionalProperties === false && Object.keys(properties ?? {}).length === 0;
}

/** Properties that allow a single value, with that constant in place: ajv tells branches apart by nothing else. */
function withConstants(name: string, schema: JsonSchema, definitions: Definitions): JsonSchema {
  if (schema.properties === undefined) return schema;
  const known = CONSTANTS[name] ?? {};
  const properties = Object.entries(schema.properties).map(([field, property]): [string, JsonSchema] => {
    const { const: constant, enum: values = [constant] } = resolved(property, definitions);
    const value = known[field] ?? (values.length === 1 ? values[0] : undefined);
    return [field, value === undefined ? property : { const: value }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

function withRequired(name: string | undefined, schema: JsonSchema, required: RequiredFields): JsonSchema {
  const { required: declared = [], ...rest } = mapSubschemas(schema, '', (sub) =>
    withRequired(undefined, sub, required),
  );
  const kept = required(name, declared);
  return kept.length === 0 ? rest : { ...rest, required: kept };
}

function plain(name: string): string {
  return name.replaceAll(/[^\w.]/g, '_');
}

/** Names of definitions as plain words: they become fragments of URIs. */
function withPlainNames(schema: JsonSchema): JsonSchema {
  const rename = (sub: JsonSchema): JsonSchema => {
    const next = mapSubschemas(sub, '', rename);
    return next.$ref === undefined ? next : { ...next, $ref: REF + plain(next.$ref.slice(REF.length)) };
  };
  const definitions = Object.entries(schema.definitions ?? {}).map(([name, sub]): [string, JsonSchema] => [
    plain(name),
    sub,
  ]);
  if (new Set(definitions.map(([name]) => name)).size < definitions.length)
    throw new Error('two definitions get one name');
  return rename({ ...schema, definitions: Object.fromEntries(definitions) });
}

/** A generated schema with the SDK's traps taken out (`OPEN`, `CONSTANTS`), its required fields chosen and its unions told apart. */
export function tidied(schema: JsonSchema, required: RequiredFields): JsonSchema {
  const { definitions = {} } = schema;
  const tidy = Object.entries(definitions).map(([name, sub]): [string, JsonSchema] => [
    name,
    OPEN.has(name) && isEmptyObject(sub)
      ? { type: 'object' }
      : withRequired(name, withConstants(name, sub, definitions), required),
  ]);
  return withPlainNames(tellUnionsApart({ ...schema, definitions: Object.fromEntries(tidy) }));
}
