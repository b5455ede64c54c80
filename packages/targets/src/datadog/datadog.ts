import { isService, toYaml, type Diagnostic } from '@binnacle/model';
import { catalogOf, surroundingsOf } from '../catalog.ts';
import { NOTHING } from '../nothing.ts';
import type { FileTarget } from '../target.ts';
import { definitionOf, entityOf, ID, systemEntities } from './documents.ts';

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
        const entity = entityOf(resource, catalog, diagnostics);
        const definition = definitionOf(resource, catalog, diagnostics);
        const file = `${resource.metadata.name}.yaml`;
        const pieces = [
          { resource, segments: ['v3', file], content: toYaml(entity.document) },
          { resource, segments: ['v2.2', file], content: toYaml(definition.document) },
        ];
        return { pieces, diagnostics };
      },
      context: surroundingsOf(catalog),
      together() {
        const diagnostics: Diagnostic[] = [];
        const pieces = systemEntities(catalog, diagnostics).map(({ resource, document }) => ({
          resource,
          // Datadog lets a service inherit from the only system in its file; a file of its own keeps every relation explicit.
          segments: ['v3', 'systems', `${document.metadata.name}.yaml`],
          content: toYaml(document),
        }));
        return { pieces, diagnostics };
      },
    };
  },
};
