import { createRequire } from 'node:module';
import { isRecord } from '../record.ts';

const require = createRequire(import.meta.url);
/** Written by the build (build/main.ts), beside `src` and `dist` alike. */
const GENERATED = '../../generated';

/** An error of a compiled validator, as ajv reports it without messages. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema: true for data that fits, else false and the reasons in `errors`. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

function isValidator(value: unknown): value is Validator {
  return typeof value === 'function';
}

/** The members of a generated file. Throws when the package was not built. */
function load(file: string): Readonly<Record<string, unknown>> {
  const members: unknown = require(`${GENERATED}/${file}`);
  if (!isRecord(members)) throw new Error(`the generated file ${file} holds no object`);
  return members;
}

/** Plugin ids that have a schema, by what it is of: `panels` or `queries`. */
const plugins = new Map<string, ReadonlySet<unknown>>();

function hasSchema(plugin: string, of: 'panels' | 'queries'): boolean {
  if (plugins.size === 0) {
    for (const [name, ids] of Object.entries(load('plugins.json')))
      plugins.set(name, new Set(Array.isArray(ids) ? ids : []));
  }
  return plugins.get(of)?.has(plugin) === true;
}

/** Members of the modules already loaded; `require` alone costs more than most validations. */
const loaded = new Map<string, Readonly<Record<string, unknown>>>();

function validatorOf(module: string, name: string): Validator | undefined {
  let members = loaded.get(module);
  if (members === undefined) loaded.set(module, (members = load(`${module}.cjs`)));
  const validate = members[name];
  return isValidator(validate) ? validate : undefined;
}

/** Schemas of whole specs. */
export type SpecSchema =
  | 'alertmanager-config'
  | 'dashboard-v1'
  | 'dashboard-v2'
  | 'folder'
  | 'health-check'
  | 'prometheus-rule'
  | 'service'
  | 'service-level-objective';

/** The validator of a kind's spec; loaded on first use. Throws when the package was not built. */
export function specValidator(schema: SpecSchema): Validator {
  const validator = validatorOf(schema, 'spec');
  if (validator === undefined) throw new Error(`the generated module ${schema} has no validator`);
  return validator;
}

/** True for visualisations we have schemas for: those the SDK ships. */
export function isKnownPanel(plugin: string): boolean {
  return hasSchema(plugin, 'panels');
}

/** The validator of a panel plugin's options or of its part of the field configuration; undefined when we have no schema for it. */
export function panelValidator(plugin: string, part: 'options' | 'fieldConfig'): Validator | undefined {
  return isKnownPanel(plugin) ? validatorOf(`panel-${plugin}`, part) : undefined;
}

/** The validator of a datasource plugin's query; undefined when we have no schema for it. */
export function queryValidator(plugin: string): Validator | undefined {
  return hasSchema(plugin, 'queries') ? validatorOf(`query-${plugin}`, 'query') : undefined;
}
