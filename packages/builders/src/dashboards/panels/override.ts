import { present } from '../json.ts';
import type { FieldOverride, ThresholdsConfig, ValueMapping } from '../schema.ts';
import { fieldColor, type Colour } from './colour.ts';

/** What an override changes about the fields it matches. */
export interface OverrideChanges {
  readonly displayName?: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly color?: Colour;
  readonly thresholds?: ThresholdsConfig;
  readonly mappings?: readonly ValueMapping[];
  /** Settings of the visualisation: `{ lineWidth: 2, axisPlacement: 'right' }`. */
  readonly custom?: Readonly<Record<string, unknown>>;
}

function override(id: string, options: unknown, { color, custom, ...changes }: OverrideChanges): FieldOverride {
  const properties = Object.entries(present(changes)).map(([property, value]) => ({
    id: property,
    value: value as unknown,
  }));
  if (color !== undefined) properties.push({ id: 'color', value: fieldColor(color, 'shades') });
  for (const [key, value] of Object.entries(custom ?? {})) properties.push({ id: `custom.${key}`, value });
  return { matcher: { id, options }, properties };
}

/** Changes the field with this name. */
export function byName(name: string, changes: OverrideChanges): FieldOverride {
  return override('byName', name, changes);
}

/** Changes the fields whose name matches a JavaScript regular expression. */
export function byRegexp(pattern: string, changes: OverrideChanges): FieldOverride {
  return override('byRegexp', pattern.startsWith('/') ? pattern : `/${pattern}/`, changes);
}

/** Changes all fields of one query. */
export function byRefId(refId: string, changes: OverrideChanges): FieldOverride {
  return override('byFrameRefID', refId, changes);
}
