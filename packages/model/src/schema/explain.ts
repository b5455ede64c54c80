import { didYouMean } from '../nearest.ts';
import { pointerKeys, pointerToken, valueAt } from '../pointer.ts';
import type { SchemaError } from './validator.ts';

/** One thing that does not fit a schema, in words. */
export interface Mismatch {
  /** Pointer into the checked data. */
  readonly path: string;
  readonly message: string;
  readonly fix?: string;
  /** The field is unknown: newer or older software may know it. */
  readonly isUnknownField: boolean;
}

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** `'field'`, or `item 3 of 'field'`: how a message names what a pointer leads to. */
function named(path: string): string {
  const keys = pointerKeys(path);
  const last = keys.at(-1);
  if (last === undefined) return 'it';
  return /^\d+$/.test(last) && keys.length > 1 ? `item ${Number(last) + 1} of '${keys.at(-2)}'` : `'${last}'`;
}

function article(types: unknown): string {
  const list = (Array.isArray(types) ? types : [types]).map((type) =>
    type === 'null' ? 'null' : /^[aeio]/.test(String(type)) ? `an ${type}` : `a ${type}`,
  );
  return list.join(' or ');
}

/** A value of a closed list was expected. */
function oneOf(path: string, value: unknown, allowed: readonly unknown[]): Omit<Mismatch, 'isUnknownField'> {
  const names = allowed.map(String);
  const message = value === undefined ? `${named(path)} is missing` : `${named(path)} is ${shown(value)}`;
  const near = typeof value === 'string' ? didYouMean(value, names) : undefined;
  return { path, message, fix: near ?? `write ${names.join(' or ')}` };
}

function explained(error: SchemaError, data: unknown): Omit<Mismatch, 'isUnknownField'> {
  const { instancePath: path, keyword, params } = error;
  const value = valueAt(data, path);
  const known = typeof params['known'] === 'string' ? params['known'].split(',') : [];
  switch (keyword) {
    case 'required': {
      const field = String(params['missingProperty']);
      const owner = path === '' ? '' : ` in ${named(path)}`;
      return { path, message: `'${field}' is missing${owner}` };
    }
    case 'additionalProperties': {
      const field = String(params['additionalProperty']);
      const fix = didYouMean(field, known);
      const owner = path === '' ? '' : ` in ${named(path)}`;
      return {
        path: `${path}/${pointerToken(field)}`,
        message: `'${field}' is not known${owner}`,
        ...(fix !== undefined && { fix }),
      };
    }
    case 'type':
      return { path, message: `${named(path)} is ${shown(value)}, not ${article(params['type'])}` };
    case 'enum':
      return oneOf(path, value, Array.isArray(params['allowedValues']) ? params['allowedValues'] : []);
    case 'const':
      return oneOf(path, value, [params['allowedValue']]);
    case 'discriminator': {
      const at = `${path}/${pointerToken(String(params['tag']))}`;
      return oneOf(at, params['tagValue'], known);
    }
    default:
      throw new Error(`no words for the schema error ${keyword} at ${error.schemaPath}`);
  }
}

/** True for an error that only restates another: the tag of a union is missing, which `required` says too. */
function isEcho({ keyword, params }: SchemaError): boolean {
  return keyword === 'discriminator' && params['tagValue'] === undefined;
}

/** What a validator's errors say to a person: one mismatch for each thing to change, in the order of the data's schema. */
export function mismatches(errors: readonly SchemaError[], data: unknown): Mismatch[] {
  const unique = new Map<string, Mismatch>();
  for (const error of errors) {
    if (isEcho(error)) continue;
    const mismatch = { ...explained(error, data), isUnknownField: error.keyword === 'additionalProperties' };
    unique.set(`${mismatch.path} ${mismatch.message}`, mismatch);
  }
  return [...unique.values()];
}
