import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { _, Ajv, type KeywordErrorDefinition } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { JsonSchema } from './json-schema.ts';

/** Schemas of up to this many keywords (enumerations, plain types) are written in place instead of as functions. */
const INLINE = 3;

/** Validators that are loaded together: one module, one exported function per schema. */
export interface ValidatorModule {
  /** File name without extension. */
  readonly file: string;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** Errors that carry, beside what is unknown, the names there are (`known`, separated by commas): messages need them. */
const ERRORS: Readonly<Record<string, KeywordErrorDefinition>> = {
  additionalProperties: {
    message: '',
    params: ({ params, parentSchema }) =>
      _`{additionalProperty: ${params['additionalProperty']}, known: ${Object.keys(parentSchema?.['properties'] ?? {}).join(',')}}`,
  },
  discriminator: {
    message: '',
    params: ({ params, parentSchema, schema }) =>
      _`{tag: ${schema.propertyName}, tagValue: ${params['tag']}, known: ${parentSchema?.['tags'].join(',')}}`,
  },
};

function compiler(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    inlineRefs: INLINE,
    messages: false,
    strictTypes: true,
    allowUnionTypes: true,
    code: { source: true },
  });
  ajv.addKeyword('tags');
  for (const [keyword, error] of Object.entries(ERRORS)) {
    const definition = ajv.getKeyword(keyword);
    if (typeof definition === 'boolean') throw new Error(`ajv does not know the keyword ${keyword}`);
    ajv.removeKeyword(keyword);
    ajv.addKeyword({ ...definition, error });
  }
  return ajv;
}

/** Source of a module's validators, as CommonJS. */
function source({ schemas }: ValidatorModule): string {
  const ajv = compiler();
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  return standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
}

/** Writes each module as one self-contained, minified file: nothing of ajv is needed to run it. */
export async function writeValidators(modules: readonly ValidatorModule[], folder: string): Promise<void> {
  for (const module of modules) {
    const { outputFiles } = await build({
      stdin: { contents: source(module), resolveDir: import.meta.dirname, loader: 'js' },
      bundle: true,
      minify: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      legalComments: 'none',
    });
    for (const { contents } of outputFiles) writeFileSync(path.join(folder, `${module.file}.cjs`), contents);
  }
}
