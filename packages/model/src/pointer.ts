import { isRecord } from './record.ts';

/** One reference token of a JSON pointer (RFC 6901): `~` and `/` escaped. */
export function pointerToken(key: string | number): string {
  return typeof key === 'number' ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The pointer made of these keys: `pointer('spec', 'groups', 0)` is `/spec/groups/0`. */
export function pointer(...keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${pointerToken(key)}`).join('');
}

/** The keys of a pointer, unescaped. The empty pointer has none. */
export function pointerKeys(path: string): string[] {
  return path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value a pointer names in plain JSON data, or undefined when nothing is there. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of pointerKeys(path)) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}
