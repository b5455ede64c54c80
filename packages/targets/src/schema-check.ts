import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
}

interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** The schemas of catalog documents: `<target>-<version or kind>`. */
export type CatalogSchema =
  | 'datadog-service'
  | 'datadog-datastore'
  | 'datadog-queue'
  | 'datadog-system'
  | 'datadog-library'
  | 'datadog-v2.2'
  | 'backstage-Component'
  | 'backstage-Resource'
  | 'backstage-System'
  | 'backstage-Location';

type Validators = Readonly<Record<CatalogSchema, Validator>>;

let validators: Validators | undefined;

/** Where a document departs from its schema: `<pointer> <what is wrong>`, empty when it is valid. */
export function schemaErrors(schema: CatalogSchema, document: unknown): string[] {
  // Compiled by the build (build/main.ts) into one module, under these names; loaded with the first document.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the build writes it
  validators ??= require('../generated/catalog.cjs') as Validators;
  const validate = validators[schema];
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = 'is not valid' }) => `${instancePath || '/'} ${message}`,
  );
}
