import { resourcesOf, unreadable, type Parsed } from './documents.ts';
import { jsonPlaces } from './json-places.ts';
import { placesIn } from './lines.ts';

/** Resources of a hand-written JSON file, each part with its line. A syntax error becomes a diagnostic where it is. */
export function parseJson(text: string, file: string): Parsed {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const place = placesIn(json, file);
  const places = jsonPlaces(json);
  if ('offset' in places) {
    const message = `not JSON: expected ${places.expected} here`;
    return { resources: [], diagnostics: [unreadable(message, place(places.offset))] };
  }
  const parts = Object.fromEntries([...places].map(([path, offset]) => [path, place(offset)]));
  const value: unknown = JSON.parse(json);
  return resourcesOf([{ value, parts }], file);
}
