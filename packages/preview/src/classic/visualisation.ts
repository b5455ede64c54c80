import type { Json } from './fields.ts';

/** What a panel draws: its plugin, the plugin's options, how fields are shown, and what is done with the data before. */
export interface Visualisation {
  readonly plugin: string;
  readonly options: Json;
  readonly defaults: Json;
  readonly overrides: readonly Json[];
  readonly transformations?: readonly Json[];
}

/** Makes a panel of a plugin that is gone into one of its successor; `report` is told what that one cannot do. */
export type Succession = (panel: Json, report: (loss: string) => void) => Visualisation;

/** An override of fields of this name, or whose name matches an expression written as `/…/`. */
export function overrideFor(name: string, properties: readonly (readonly [id: string, value: unknown])[]): Json {
  const isExpression = name.length > 1 && name.startsWith('/') && /\/[a-z]*$/.test(name);
  return {
    matcher: { id: isExpression ? 'byRegexp' : 'byName', options: name },
    properties: properties.map(([id, value]) => ({ id, value })),
  };
}

/** Names of calculations as the old panels had them. */
export const CALCULATIONS: Readonly<Record<string, string>> = {
  avg: 'mean',
  current: 'lastNotNull',
  delta: 'delta',
  diff: 'diff',
  first: 'firstNotNull',
  max: 'max',
  min: 'min',
  range: 'range',
  total: 'sum',
};
