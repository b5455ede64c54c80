import type { ValueMapping } from '../schema.ts';
import { colourName, type Colour } from './colour.ts';

/** Words, and a colour where one means something, for single values: `mappings({ 0: ['Down', 'critical'], 1: ['Up', 'ok'] })`. */
export function mappings(
  values: Readonly<Record<string, string | readonly [text: string, colour: Colour]>>,
): readonly ValueMapping[] {
  const results = Object.entries(values).map(([value, said], index) => {
    const [text, colour] = typeof said === 'string' ? [said] : said;
    return [value, { text, index, ...(colour === undefined ? {} : { color: colourName(colour) }) }] as const;
  });
  return [{ type: 'value', options: Object.fromEntries(results) }];
}

/** 1 is up, 0 is down. */
export function upOrDown(): readonly ValueMapping[] {
  return mappings({ 1: ['Up', 'ok'], 0: ['Down', 'critical'] });
}
