import { isService, toYaml, type Diagnostic, type Environment, type Resource } from '@binnacle/model';
import { catalogOf, surroundingsOf, systemName } from '../catalog.ts';
import { noteTo, type Note } from '../note.ts';
import { NOTHING } from '../nothing.ts';
import { schemaErrors } from '../schema-check.ts';
import type { FileTarget, OutputFile, Piece } from '../target.ts';
import { serviceEntity, systemEntity, type Entity } from './entity.ts';

const ID = 'backstage';

function checked(entity: Entity, note: Note): string {
  for (const error of schemaErrors(`backstage-${entity.kind}`, entity)) {
    note({ severity: 'error', message: `Backstage (${entity.kind}) refuses ${error}` });
  }
  return toYaml(entity);
}

function piece(resource: Resource, entity: Entity, note: Note): Piece {
  return {
    resource,
    segments: [entity.kind.toLowerCase(), `${entity.metadata.name}.yaml`],
    content: checked(entity, note),
  };
}

/** The one file to register in Backstage: it leads to all others. */
function location(paths: readonly string[], { name }: Environment): OutputFile {
  const content = toYaml({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: `binnacle-${systemName(name) || 'catalog'}`.slice(0, 63) },
    spec: { targets: paths.map((path) => `.${path.slice(ID.length)}`) },
  });
  return { path: `${ID}/catalog-info.yaml`, content };
}

/** Backstage's catalog: a Component or Resource for each service, a System for each system, and a Location of them all. */
export const backstage: FileTarget = {
  id: ID,
  kinds: ['Dashboard', 'Service'],
  open: (resources, environment) => {
    const catalog = catalogOf(resources, environment);
    return {
      of(resource) {
        if (!isService(resource)) return NOTHING;
        const diagnostics: Diagnostic[] = [];
        const note = noteTo(diagnostics, ID, resource);
        return { pieces: [piece(resource, serviceEntity(resource, catalog, note), note)], diagnostics };
      },
      context: surroundingsOf(catalog),
      together() {
        const diagnostics: Diagnostic[] = [];
        const pieces = catalog.systems.map((system) => {
          const [first] = system.services;
          const note = noteTo(diagnostics, ID, first);
          return piece(first, systemEntity(system, note), note);
        });
        return { pieces, diagnostics };
      },
      index: (paths) => location(paths, environment),
    };
  },
};
