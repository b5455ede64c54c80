/** Where Grafana keeps a query that was plain text in the classic form. */
const PLAIN_TEXT = '__legacyStringValue';

type Model = Readonly<Record<string, unknown>>;

/** A variable's query: text where it was text, else the plugin's own model. */
export function plainQuery(spec: unknown): string | Model {
  if (typeof spec === 'string') return spec;
  const model: Model = typeof spec === 'object' && spec !== null ? { ...spec } : {};
  const text = model[PLAIN_TEXT];
  return typeof text === 'string' ? text : model;
}

/** A panel's or annotation's query as a model: plain text is its `query`. */
export function plainModel(spec: unknown): Model {
  const query = plainQuery(spec);
  if (typeof query !== 'string') return query;
  const { [PLAIN_TEXT]: _, ...rest }: Model = typeof spec === 'object' && spec !== null ? { ...spec } : {};
  return { ...rest, query };
}
