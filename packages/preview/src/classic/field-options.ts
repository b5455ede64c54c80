import { fieldConfigOf, mappings, thresholds } from './field-config.ts';
import { type Json, number, object, objects, present, text, texts } from './fields.ts';
import type { Succession } from './visualisation.ts';

/** True for a gauge, bar gauge or stat of Grafana 6, which has its field configuration among the options. */
export function hasFieldOptions(panel: Json): boolean {
  const isNewer = Object.keys(object(object(panel, 'fieldConfig'), 'defaults')).length > 0;
  return !isNewer && Object.keys(object(object(panel, 'options'), 'fieldOptions')).length > 0;
}

/** A gauge, bar gauge or stat of Grafana 6. */
export const fieldOptions: Succession = (panel) => {
  const { fieldOptions: _, ...options } = object(panel, 'options');
  const own = object(object(panel, 'options'), 'fieldOptions');
  const written = { ...object(own, 'defaults'), ...object(own, 'override') };
  const { defaults } = fieldConfigOf({ fieldConfig: { defaults: written } });
  const steps = objects(own, 'thresholds');
  const calcs = texts(own, 'calcs');
  return {
    plugin: text(panel, 'type') ?? 'stat',
    options: {
      ...options,
      reduceOptions: {
        calcs: calcs.length > 0 ? calcs : ['lastNotNull'],
        fields: '',
        values: own['values'] === true,
        ...present({ limit: number(own, 'limit') }),
      },
    },
    defaults: {
      ...defaults,
      ...(steps.length > 0 && { thresholds: thresholds(steps) }),
      ...(objects(own, 'mappings').length > 0 && { mappings: mappings(objects(own, 'mappings')) }),
    },
    overrides: [],
  };
};
