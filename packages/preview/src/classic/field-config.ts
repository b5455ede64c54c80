import { isRecord } from '@binnacle/model';
import { flag, type Json, number, object, objects, present, text } from './fields.ts';

/** Members of field defaults that the v2 shape has. */
const DEFAULTS = new Set([
  'displayName',
  'displayNameFromDS',
  'description',
  'path',
  'writeable',
  'filterable',
  'unit',
  'decimals',
  'min',
  'max',
  'mappings',
  'thresholds',
  'color',
  'links',
  'actions',
  'noValue',
  'custom',
  'fieldMinMax',
  'nullValueMode',
]);
const NUMBERS = new Set(['decimals', 'min', 'max']);

function threshold(step: Json): Json {
  return { value: number(step, 'value') ?? null, color: text(step, 'color') ?? 'green' };
}

/** Steps of a colour scale: the first holds from the beginning on. */
export function thresholds(steps: readonly Json[], mode = 'absolute'): Json {
  return { mode: mode === 'percentage' ? mode : 'absolute', steps: steps.map(threshold) };
}

/** Value mappings; before Grafana 8 a mapping was one value or range, with a number for its type. */
export function mappings(list: readonly Json[]): readonly Json[] {
  return list.flatMap((mapping): Json[] => {
    if (typeof mapping['type'] === 'string') return isRecord(mapping['options']) ? [mapping] : [];
    const shown = { text: text(mapping, 'text') ?? '' };
    if (mapping['type'] === 2) {
      return [
        {
          type: 'range',
          options: { from: number(mapping, 'from') ?? null, to: number(mapping, 'to') ?? null, result: shown },
        },
      ];
    }
    const value = text(mapping, 'value');
    if (value === undefined) return [];
    if (value === 'null') return [{ type: 'special', options: { match: 'null', result: shown } }];
    return [{ type: 'value', options: { [value]: shown } }];
  });
}

function converted(key: string, value: unknown, from: Json): unknown {
  if (NUMBERS.has(key)) return number(from, key);
  if (key === 'mappings') return mappings(objects(from, key));
  if (key === 'thresholds') {
    const own = object(from, key);
    return Array.isArray(own['steps']) ? thresholds(objects(own, 'steps'), text(own, 'mode')) : undefined;
  }
  if (key === 'color') return typeof object(from, key)['mode'] === 'string' ? value : undefined;
  if (key === 'links' || key === 'actions') return objects(from, key);
  if (key === 'custom') return isRecord(value) ? value : undefined;
  if (key === 'filterable' || key === 'fieldMinMax' || key === 'writeable') return flag(from, key);
  return text(from, key);
}

function property(written: Json): Json {
  const id = text(written, 'id') ?? '';
  if (id === 'thresholds' || id === 'mappings')
    return { id, value: converted(id, written['value'], { [id]: written['value'] }) };
  return { id, value: written['value'] };
}

/** The field configuration of a classic panel in the v2 shape. */
export function fieldConfigOf(panel: Json): { readonly defaults: Json; readonly overrides: readonly Json[] } {
  const config = object(panel, 'fieldConfig');
  const defaults = object(config, 'defaults');
  const kept = Object.entries(defaults).filter(([key]) => DEFAULTS.has(key));
  return {
    defaults: present(Object.fromEntries(kept.map(([key, value]) => [key, converted(key, value, defaults)]))),
    overrides: objects(config, 'overrides').map((override) => {
      const matcher = object(override, 'matcher');
      const { __systemRef: reference } = override;
      return {
        ...(typeof reference === 'string' && { __systemRef: reference }),
        matcher: { ...matcher, id: text(matcher, 'id') ?? 'byName' },
        properties: objects(override, 'properties').map(property),
      };
    }),
  };
}
