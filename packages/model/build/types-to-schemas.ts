import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { isJsonSchema, type JsonSchema } from './json-schema.ts';

/** A type that gets a schema: the file that declares it (as an import names it), and the interfaces it is the union of. */
export interface DeclaredType {
  readonly file: string;
  readonly names: readonly string[];
}

/** A program that names each type once, so that all schemas come from one run of the compiler. */
function program(types: ReadonlyMap<string, DeclaredType>): string {
  return [...types]
    .flatMap(([alias, { file, names }]) => [
      `import type * as from_${alias} from '${file.replaceAll('\\', '/')}';`,
      `export type ${alias} = ${names.map((name) => `from_${alias}.${name}`).join(' | ')};`,
    ])
    .join('\n');
}

/** JSON Schemas of declared types, by alias, straight from the declarations: without descriptions, defaults or functions. */
export function schemasOf(types: ReadonlyMap<string, DeclaredType>): Map<string, JsonSchema> {
  const folder = mkdtempSync(path.join(tmpdir(), 'binnacle-schemas-'));
  try {
    const file = path.join(folder, 'types.ts');
    writeFileSync(file, program(types));
    const generator = createGenerator({
      path: file,
      skipTypeCheck: true,
      expose: 'all',
      jsDoc: 'none',
      functions: 'hide',
      encodeRefs: false,
    });
    return new Map(
      [...types.keys()].map((alias): [string, JsonSchema] => {
        const schema: unknown = generator.createSchema(alias);
        if (!isJsonSchema(schema)) throw new Error(`no schema came of ${alias}`);
        return [alias, schema];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
