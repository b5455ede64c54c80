import { isService, toYaml, type Diagnostic } from '@binnacle/model';
import { catalogOf, surroundingsOf, type System } from '../catalog.ts';
import { noteTo, type Note } from '../note.ts';
import { NOTHING } from '../nothing.ts';
import { schemaErrors, type CatalogSchema } from '../schema-check.ts';
import type { FileTarget } from '../target.ts';
import { serviceDefinition } from './v2.2.ts';
import { serviceEntity, systemEntity } from './v3.ts';

const ID = 'datadog';

function checked(schema: CatalogSchema, document: unknown, note: Note): string {
  for (const error of schemaErrors(schema, document)) {
    note({ severity: 'error', message: `Datadog (${schema}) refuses ${error}` });
  }
  return toYaml(document);
}

function noteOwners({ title, owner, owners }: System, note: Note): void {
  if (owners.length < 2) return;
  note({
    severity: 'info',
    path: '/spec/system',
    message: `system ${title} has services of ${owners.join(', ')}; it is written as owned by ${owner}`,
  });
}

/** Datadog's software catalog: v3 entities (services, datastores, queues, libraries, systems) and v2.2 definitions. */
export const datadog: FileTarget = {
  id: ID,
  kinds: ['Dashboard', 'Service'],
  open: (resources, environment) => {
    const catalog = catalogOf(resources, environment);
    return {
      of(resource) {
        if (!isService(resource)) return NOTHING;
        const diagnostics: Diagnostic[] = [];
        const note = noteTo(diagnostics, ID, resource);
        const entity = serviceEntity(resource, catalog, note);
        const definition = serviceDefinition(resource, catalog, note);
        const file = `${resource.metadata.name}.yaml`;
        const pieces = [
          { resource, segments: ['v3', file], content: checked(`datadog-${entity.kind}`, entity, note) },
          { resource, segments: ['v2.2', file], content: checked('datadog-v2.2', definition, note) },
        ];
        return { pieces, diagnostics };
      },
      context: surroundingsOf(catalog),
      together() {
        const diagnostics: Diagnostic[] = [];
        const pieces = catalog.systems.map((system) => {
          const [first] = system.services;
          const note = noteTo(diagnostics, ID, first);
          noteOwners(system, note);
          // Datadog lets a service inherit from the only system in its file; a file of its own keeps every relation explicit.
          return {
            resource: first,
            segments: ['v3', 'systems', `${system.name}.yaml`],
            content: checked('datadog-system', systemEntity(system), note),
          };
        });
        return { pieces, diagnostics };
      },
    };
  },
};
