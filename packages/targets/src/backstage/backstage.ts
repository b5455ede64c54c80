import { toYaml, type Diagnostic } from '@binnacle/model';
import { assemble, withFile } from '../assemble.ts';
import { catalogOf } from '../catalog.ts';
import type { FileTarget } from '../target.ts';
import { entities, fileOf, ID, LOCATION_FILE, locationEntity } from './documents.ts';

/** Backstage's catalog: a Component or Resource for each service, a System for each system, and a Location of them all. */
export const backstage: FileTarget = {
  id: ID,
  kinds: ['Dashboard', 'Service'],
  emit: (resources, environment) => {
    const diagnostics: Diagnostic[] = [];
    const pieces = entities(catalogOf(resources, environment), diagnostics).map(({ resource, entity }) => ({
      resource,
      segments: fileOf(entity),
      content: toYaml(entity),
    }));
    const emission = assemble(ID, pieces, diagnostics);
    if (emission.files.length === 0) return emission;
    const below = emission.files.map(({ path }) => path.slice(ID.length + 1));
    return withFile(emission, { path: `${ID}/${LOCATION_FILE}`, content: toYaml(locationEntity(environment, below)) });
  },
};
