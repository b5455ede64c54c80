import type { Resource } from '@binnacle/model';

function sortKey({ metadata }: Resource): string {
  return `${metadata.namespace ?? ''}\0${metadata.name}`;
}

/** The resources a guard recognises, in the order of their names, so that no order of loading changes the output. */
export function selected<R extends Resource>(
  resources: readonly Resource[],
  is: (resource: Resource) => resource is R,
): R[] {
  return resources.filter(is).toSorted((a, b) => {
    const [left, right] = [sortKey(a), sortKey(b)];
    return left < right ? -1 : Number(left > right);
  });
}
