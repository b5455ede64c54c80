/** A variable with an optional format: `${datasource}`, `${__from}`. */
const VARIABLE = /\$\{\w+(?:\.\w+)?(?::\w+)?\}/g;

/** Percent-encodes text for the query of a URL; `${variables}` stay, for Grafana to replace. */
function encode(text: string): string {
  let encoded = '';
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    encoded += encodeURIComponent(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return encoded + encodeURIComponent(text.slice(end));
}

/** `path?a=b&c=d`; a parameter may be given several times. */
export function url(path: string, parameters: readonly (readonly [name: string, value: string])[]): string {
  return `${path}?${parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`;
}

/** The time range of the dashboard, as parameters of another page. */
export const TIME_RANGE: readonly (readonly [string, string])[] = [
  ['from', '${__from}'],
  ['to', '${__to}'],
];
