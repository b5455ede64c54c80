import type { Origin, Resource } from '@binnacle/model';

/** Where in the project a finding is: a resource, a JSON pointer into it, and the panel, alert or metric meant. */
export interface Place {
  readonly resource: Resource;
  readonly path: string;
  readonly subject?: string;
}

/** JSON pointer of `keys` below `base`. */
export function pointer(base: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => `${path}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`, base);
}

/** Where the thing at `path` was written: its own origin, else that of the nearest part around it, else the resource's. */
export function originAt({ resource, path }: Place): Origin | undefined {
  const parts = resource.source?.parts;
  if (parts !== undefined) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const origin = parts[path.slice(0, end)];
      if (origin !== undefined) return origin;
    }
  }
  return resource.source?.origin;
}
