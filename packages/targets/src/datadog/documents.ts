import type { Diagnostic, Resource, ServiceResource } from '@binnacle/model';
import type { Catalog, System } from '../catalog.ts';
import { noteTo, type Note } from '../note.ts';
import { schemaErrors, type CatalogSchema } from '../schema-check.ts';
import { serviceDefinition } from './v2.2.ts';
import { serviceEntity, systemEntity, type Entity } from './v3.ts';

/** The name of Datadog's target in findings. */
export const ID = 'datadog';

/** A document and the resource it was made of: of a system, its first service. */
export interface Made<Document> {
  readonly resource: Resource;
  readonly document: Document;
}

/** A v2.2 definition of a service. */
export type Definition = Readonly<Record<string, unknown>>;

function noteErrors(schema: CatalogSchema, document: unknown, note: Note): void {
  for (const error of schemaErrors(schema, document)) {
    note({ severity: 'error', message: `Datadog (${schema}) refuses ${error}` });
  }
}

function noteOwners({ title, owner, owners }: System, note: Note): void {
  if (owners.length < 2) return;
  note({
    severity: 'info',
    path: '/spec/system',
    message: `system ${title} has services of ${owners.join(', ')}; it is written as owned by ${owner}`,
  });
}

/** The v3 entity of a service; what Datadog would refuse is added to the diagnostics. */
export function entityOf(service: ServiceResource, catalog: Catalog, diagnostics: Diagnostic[]): Made<Entity> {
  const note = noteTo(diagnostics, ID, service);
  const document = serviceEntity(service, catalog, note);
  noteErrors(`datadog-${document.kind}`, document, note);
  return { resource: service, document };
}

/** The v2.2 definition of a service, likewise. */
export function definitionOf(service: ServiceResource, catalog: Catalog, diagnostics: Diagnostic[]): Made<Definition> {
  const note = noteTo(diagnostics, ID, service);
  const document = serviceDefinition(service, catalog, note);
  noteErrors('datadog-v2.2', document, note);
  return { resource: service, document };
}

/** The v3 entities of a catalog's systems, likewise. */
export function systemEntities(catalog: Catalog, diagnostics: Diagnostic[]): Made<Entity>[] {
  return catalog.systems.map((system) => {
    const [first] = system.services;
    const note = noteTo(diagnostics, ID, first);
    noteOwners(system, note);
    const document = systemEntity(system);
    noteErrors('datadog-system', document, note);
    return { resource: first, document };
  });
}
