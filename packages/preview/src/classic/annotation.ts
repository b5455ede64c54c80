import { isRecord } from '@binnacle/model';
import type { Context } from './context.ts';
import { dataQuery, datasourceOf } from './datasource.ts';
import { flag, type Json, object, objects, present, text, without } from './fields.ts';

/** Members that have a place of their own. */
const OWN = [
  'name',
  'enable',
  'hide',
  'iconColor',
  'datasource',
  'target',
  'builtIn',
  'filter',
  'placement',
  'mappings',
  'type',
];
/** Colour of annotations that name none. */
const COLOUR = 'rgba(0, 211, 255, 1)';

function annotation(written: Json, context: Context): Json {
  const target = object(written, 'target');
  const rest = without(written, ...OWN);
  const isBuiltIn = written['builtIn'] === 1 || written['builtIn'] === true;
  // Before Grafana 8, plugins kept the query in the annotation itself.
  const query =
    Object.keys(target).length > 0 || isBuiltIn
      ? target
      : typeof rest['expr'] === 'string'
        ? { expr: rest['expr'] }
        : {};
  const reference =
    datasourceOf(written['datasource'], query, context) ?? (isBuiltIn ? { group: 'grafana' } : undefined);
  return {
    kind: 'AnnotationQuery',
    spec: {
      query: dataQuery(query, reference),
      enable: written['enable'] !== false,
      hide: flag(written, 'hide'),
      iconColor: text(written, 'iconColor') ?? COLOUR,
      name: text(written, 'name') ?? 'Annotation',
      ...(isBuiltIn && { builtIn: true }),
      ...present({
        filter: isRecord(written['filter']) ? written['filter'] : undefined,
        placement: written['placement'],
        mappings: isRecord(written['mappings']) ? written['mappings'] : undefined,
      }),
      ...(Object.keys(rest).length > 0 && { legacyOptions: rest }),
    },
  };
}

/** The annotation queries of a classic dashboard in the v2 shape. */
export function annotationsOf(dashboard: Json, context: Context): readonly Json[] {
  return objects(object(dashboard, 'annotations'), 'list').map((written) => annotation(written, context));
}
