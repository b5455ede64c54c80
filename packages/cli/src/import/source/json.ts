/** The field of an object a server sent, or undefined. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return found;
}

/** Text a server sent; anything else is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
