import type { Diagnostic } from '../diagnostic.ts';
import type { Resource } from '../resource.ts';

export interface SchemaCheck {
  readonly schema: string;
  readonly rule: string;
  readonly subject?: (resource: Resource, path: string) => string | undefined;
  readonly unknownFields?: 'error' | 'warning';
}

export function schemaDiagnostics(_resource: Resource, _check: SchemaCheck): Diagnostic[] {
  return [];
}
