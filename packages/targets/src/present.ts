/** An object's members with `undefined` taken out of every type. */
export type Present<T extends object> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The members of an object that have a value: what is absent is not written. */
export function present<T extends object>(members: T): Present<T>;
export function present(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The members of an object that say something: neither absent, nor an empty text, list or map. */
export function filled<T extends object>(members: T): Present<T>;
export function filled(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => !isEmpty(value)));
}
