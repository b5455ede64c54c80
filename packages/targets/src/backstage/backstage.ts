import { isService, toYaml, type Diagnostic } from '@binnacle/model';
import { catalogOf, surroundingsOf } from '../catalog.ts';
import { NOTHING } from '../nothing.ts';
import type { FileTarget, Piece } from '../target.ts';
import { entityOf, fileOf, ID, LOCATION_FILE, locationEntity, type Made, systemEntities } from './documents.ts';

function piece({ resource, entity }: Made): Piece {
  return { resource, segments: fileOf(entity), content: toYaml(entity) };
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
        return { pieces: [piece(entityOf(resource, catalog, diagnostics))], diagnostics };
      },
      context: surroundingsOf(catalog),
      together() {
        const diagnostics: Diagnostic[] = [];
        return { pieces: systemEntities(catalog, diagnostics).map(piece), diagnostics };
      },
      index(paths) {
        const below = paths.map((path) => path.slice(ID.length + 1));
        return { path: `${ID}/${LOCATION_FILE}`, content: toYaml(locationEntity(environment, below)) };
      },
    };
  },
};
