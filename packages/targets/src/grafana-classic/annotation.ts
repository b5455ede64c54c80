import { present } from '../present.ts';
import { datasourceRef } from './datasource.ts';
import { plainModel } from './plain-query.ts';
import type { Annotation, ClassicAnnotation } from './wire.ts';

/** An annotation query in classic form; what plugins keep outside of the query (`legacyOptions`) goes back to where it was. */
export function classicAnnotation(annotation: Annotation): ClassicAnnotation {
  const { name, enable, hide, iconColor, query, builtIn, filter, placement, mappings, legacyOptions } = annotation;
  const target = plainModel(query.spec);
  return {
    ...legacyOptions,
    name,
    enable,
    hide,
    iconColor,
    datasource: datasourceRef(query),
    ...(Object.keys(target).length > 0 && { target }),
    ...(builtIn === true && { builtIn: 1, type: 'dashboard' }),
    ...present({ filter, placement, mappings }),
  };
}
