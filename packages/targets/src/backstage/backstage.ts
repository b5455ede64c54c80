import { toYaml, type Diagnostic, type Environment, type Resource } from '@binnacle/model';
import { assemble, withFile, type Piece } from '../assemble.ts';
import { catalogOf, systemName } from '../catalog.ts';
import { noteTo, type Note } from '../note.ts';
import { schemaErrors } from '../schema-check.ts';
import type { FileTarget, OutputFile } from '../target.ts';
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
function location(files: readonly OutputFile[], { name }: Environment): OutputFile {
  const content = toYaml({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: `binnacle-${systemName(name) || 'catalog'}`.slice(0, 63) },
    spec: { targets: files.map(({ path }) => `.${path.slice(ID.length)}`) },
  });
  return { path: `${ID}/catalog-info.yaml`, content };
}

/** Backstage's catalog: a Component or Resource for each service, a System for each system, and a Location of them all. */
export const backstage: FileTarget = {
  id: ID,
  kinds: ['Dashboard', 'Service'],
  emit: (resources, environment) => {
    const catalog = catalogOf(resources, environment);
    const diagnostics: Diagnostic[] = [];
    const services = catalog.services.map((service) => {
      const note = noteTo(diagnostics, ID, service);
      return piece(service, serviceEntity(service, catalog, note), note);
    });
    const systems = catalog.systems.map((system) => {
      const [first] = system.services;
      const note = noteTo(diagnostics, ID, first);
      return piece(first, systemEntity(system, note), note);
    });
    const emission = assemble(ID, [...services, ...systems], diagnostics);
    return emission.files.length === 0 ? emission : withFile(emission, location(emission.files, environment));
  },
};
