import { mapSubschemas, type JsonSchema } from './json-schema.ts';

/** The named parts of a schema. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

const REF = '#/definitions/';

/** What a schema refers to, through as many references as it takes. */
export function resolved(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const target = schema.$ref?.startsWith(REF) === true ? definitions[schema.$ref.slice(REF.length)] : undefined;
  return target === undefined ? schema : resolved(target, definitions);
}

/** The branches of a union with unions inside it opened up, each once. */
function branchesOf(schema: JsonSchema, definitions: Definitions): JsonSchema[] {
  const all = (schema.anyOf ?? []).flatMap((branch) => {
    const target = resolved(branch, definitions);
    return target.anyOf === undefined ? [branch] : branchesOf(target, definitions);
  });
  const unique = new Map(all.map((branch) => [JSON.stringify(branch), branch]));
  return [...unique.values()];
}

/** The property that tells the branches apart: another constant in each. */
function tagOf(targets: readonly JsonSchema[]): string | undefined {
  const names = new Set(targets.flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].find((property) => {
    const constants = new Set(targets.map(({ properties }) => properties?.[property]?.const));
    return constants.size === targets.length && !constants.has(undefined);
  });
}

/** Branches of different JSON types need no telling apart: one schema holds for all. */
function ofDifferentTypes(targets: readonly JsonSchema[]): JsonSchema | undefined {
  const types = targets.flatMap(({ type }) => type ?? []);
  const isPlain = targets.every(({ type, enum: values }) => type !== undefined && values === undefined);
  if (!isPlain || new Set(types).size < types.length) return undefined;
  let all: JsonSchema = {};
  for (const target of targets) all = { ...all, ...target };
  return { ...all, type: types };
}

/** A schema that takes what either takes, or anything when it takes more than one schema to say that. */
function either(a: JsonSchema, b: JsonSchema): JsonSchema {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  const values = [a.enum ?? a.const, b.enum ?? b.const];
  if (values.every((value) => value !== undefined)) return { enum: values.flat() };
  if (a.type === 'string' && typeof b.const === 'string') return a;
  return b.type === 'string' && typeof a.const === 'string' ? b : {};
}

/** Objects that no constant tells apart become one that has the fields of all and requires what all require. */
function ofObjects(targets: readonly JsonSchema[]): JsonSchema | undefined {
  const properties: Record<string, JsonSchema> = {};
  for (const target of targets) {
    if (target.properties === undefined) return undefined;
    for (const [name, property] of Object.entries(target.properties)) {
      properties[name] = either(properties[name] ?? property, property);
    }
  }
  const [first = [], ...others] = targets.map(({ required }) => required ?? []);
  const required = first.filter((field) => others.every((fields) => fields.includes(field)));
  return { type: 'object', properties, required, additionalProperties: false };
}

function union(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const branches = branchesOf(schema, definitions);
  const [only] = branches;
  if (only !== undefined && branches.length === 1) return only;
  const targets = branches.map((branch) => resolved(branch, definitions));
  const property = tagOf(targets);
  if (property !== undefined) {
    const tags = targets.map(({ properties }) => String(properties?.[property]?.const));
    return { type: 'object', required: [property], discriminator: { propertyName: property }, oneOf: branches, tags };
  }
  const one = ofDifferentTypes(targets) ?? ofObjects(targets);
  if (one === undefined) throw new Error(`cannot tell the branches of a union apart: ${JSON.stringify(branches)}`);
  return one;
}

/**
 * The schema with every union told apart by the property that names its branch (`kind`, `type`), or made one schema where
 * there is none, so that a wrong value is reported once and not against every branch.
 */
export function tellUnionsApart(schema: JsonSchema): JsonSchema {
  const definitions = schema.definitions ?? {};
  const rewrite = (sub: JsonSchema, path: string): JsonSchema => {
    const next = mapSubschemas(sub, path, rewrite);
    return next.anyOf === undefined ? next : union(next, definitions);
  };
  return mapSubschemas(schema, '#', rewrite);
}
