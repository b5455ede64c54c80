import { writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { JsonSchema } from './json-schema.ts';
import { knownNames } from './known-names.ts';

/** Schemas of up to this many keywords (enumerations, plain types) are written in place instead of as functions. */
const INLINE = 3;

/** Validators that are loaded together: one module, one exported function per schema. */
export interface ValidatorModule {
  /** File name without extension. */
  readonly file: string;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** CommonJS source of a module's validators, and the names their messages need (`names.<export>`). */
function source({ schemas }: ValidatorModule): string {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    inlineRefs: INLINE,
    messages: false,
    strictTypes: true,
    allowUnionTypes: true,
    code: { source: true },
  });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const names = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, knownNames(schema)]));
  const code = standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
  return `${code}\nexports.names = ${JSON.stringify(names)};`;
}

/** Writes each module as one self-contained, minified file: nothing of ajv is needed to run it. */
export async function writeValidators(modules: readonly ValidatorModule[], folder: string): Promise<void> {
  for (const module of modules) {
    const result = await build({
      stdin: { contents: source(module), resolveDir: import.meta.dirname, loader: 'js' },
      bundle: true,
      minify: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      legalComments: 'none',
    });
    for (const { contents } of result.outputFiles) writeFileSync(`${folder}/${module.file}.cjs`, contents);
  }
}
