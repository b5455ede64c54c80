import { mkdirSync, writeFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { backstageParts, backstageSchemas } from '../src/backstage/schemas.ts';
import { datadogV22Schema } from '../src/datadog/schema-v2.2.ts';
import { datadogV3Parts, datadogV3Schemas } from '../src/datadog/schemas-v3.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: main <output folder>');

const parts: Readonly<Record<string, AnySchema>> = { ...datadogV3Parts, ...backstageParts };
const schemas: Readonly<Record<string, AnySchema>> = {
  ...datadogV3Schemas,
  'datadog-v2.2': datadogV22Schema,
  ...backstageSchemas,
};

const ajv = new Ajv({ allErrors: true, strict: true, inlineRefs: false, code: { source: true } });
for (const [name, schema] of Object.entries({ ...parts, ...schemas })) ajv.addSchema(schema, name);
const source = standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
const { outputFiles } = await build({
  stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
  bundle: true,
  minify: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
});
mkdirSync(folder, { recursive: true });
for (const { contents } of outputFiles) writeFileSync(`${folder}/catalog.cjs`, contents);
