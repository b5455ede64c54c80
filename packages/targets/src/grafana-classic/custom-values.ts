/** What a custom variable says about its values. */
export interface CustomValues {
  readonly query: string;
  readonly valuesFormat?: 'csv' | 'json';
}

/** Values as the text of a classic custom variable: separated by commas, a comma in a value escaped. */
export function customCsv(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(',', '\\,')).join(',');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One value: `value`, or `text : value` when they differ; undefined for anything else. */
function entry(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  if (!isRecord(item)) return undefined;
  const { text, value } = item;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return typeof text === 'string' && text !== String(value) ? `${text} : ${value}` : String(value);
}

/** The query of a custom variable in classic form, and what of a JSON list could not be kept. */
export function customQuery({ query, valuesFormat }: CustomValues): { query: string; lost: string | undefined } {
  if (valuesFormat !== 'json') return { query, lost: undefined };
  const items = parsed(query);
  const entries = Array.isArray(items) ? items.map(entry) : [undefined];
  const known = entries.filter((text) => text !== undefined);
  if (known.length < entries.length) {
    return {
      query: customCsv(known),
      lost: 'values in JSON must be texts or {text, value} objects; the others are left out',
    };
  }
  const extra =
    Array.isArray(items) &&
    items.some((item) => isRecord(item) && Object.keys(item).some((key) => key !== 'text' && key !== 'value'));
  return {
    query: customCsv(known),
    lost: extra ? 'properties of values have no classic form; only text and value are kept' : undefined,
  };
}
