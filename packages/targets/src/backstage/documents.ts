import type { Diagnostic, Environment, Resource, ServiceResource } from '@binnacle/model';
import { systemName, type Catalog } from '../catalog.ts';
import { noteTo, type Note } from '../note.ts';
import { schemaErrors } from '../schema-check.ts';
import { serviceEntity, systemEntity, type Entity } from './entity.ts';

/** The name of Backstage's target in findings. */
export const ID = 'backstage';
/** The file to register in Backstage: it leads to all others. */
export const LOCATION_FILE = 'catalog-info.yaml';

const LONGEST_NAME = 63;

/** An entity and the resource it was made of: of a system, its first service. */
export interface Made {
  readonly resource: Resource;
  readonly entity: Entity;
}

/** The file of an entity: its folder, then its name. */
export function fileOf({
  kind,
  metadata,
}: Pick<Resource, 'kind' | 'metadata'>): readonly [folder: string, file: string] {
  return [kind.toLowerCase(), `${metadata.name}.yaml`];
}

function made(resource: Resource, diagnostics: Diagnostic[], make: (note: Note) => Entity): Made {
  const note = noteTo(diagnostics, ID, resource);
  const entity = make(note);
  for (const error of schemaErrors(`backstage-${entity.kind}`, entity)) {
    note({ severity: 'error', message: `Backstage (${entity.kind}) refuses ${error}` });
  }
  return { resource, entity };
}

/** The entity of a service; what Backstage would refuse is added to the diagnostics. */
export function entityOf(service: ServiceResource, catalog: Catalog, diagnostics: Diagnostic[]): Made {
  return made(service, diagnostics, (note) => serviceEntity(service, catalog, note));
}

/** The entities of a catalog's systems, likewise. */
export function systemEntities(catalog: Catalog, diagnostics: Diagnostic[]): Made[] {
  return catalog.systems.map((system) => made(system.services[0], diagnostics, (note) => systemEntity(system, note)));
}

/** The Location that leads to files beside it, named by their paths below its folder. */
export function locationEntity({ name }: Environment, files: readonly string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: `binnacle-${systemName(name) || 'catalog'}`.slice(0, LONGEST_NAME) },
    spec: { targets: files.map((path) => `./${path}`) },
  };
}
