import { toYaml, type Diagnostic } from '@binnacle/model';
import { assemble } from '../assemble.ts';
import { catalogOf } from '../catalog.ts';
import type { FileTarget } from '../target.ts';
import { definitions, entities, ID } from './documents.ts';

/** Datadog's software catalog: v3 entities (services, datastores, queues, libraries, systems) and v2.2 definitions. */
export const datadog: FileTarget = {
  id: ID,
  kinds: ['Dashboard', 'Service'],
  emit: (resources, environment) => {
    const catalog = catalogOf(resources, environment);
    const diagnostics: Diagnostic[] = [];
    const v3 = entities(catalog, diagnostics).map(({ resource, document }) => ({
      resource,
      // Datadog lets a service inherit from the only system in its file; a file of its own keeps every relation explicit.
      segments: ['v3', ...(document.kind === 'system' ? ['systems'] : []), `${document.metadata.name}.yaml`],
      content: toYaml(document),
    }));
    const v22 = definitions(catalog, diagnostics).map(({ resource, document }) => ({
      resource,
      segments: ['v2.2', `${resource.metadata.name}.yaml`],
      content: toYaml(document),
    }));
    return assemble(ID, [...v3, ...v22], diagnostics);
  },
};
