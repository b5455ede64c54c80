import type { Resource } from '@binnacle/model';

function sortKey({ metadata }: Resource): string {
  return `${metadata.namespace ?? ''}\0${metadata.name}`;
}

/** Resources in the order of their names, so that no order of loading changes what is made of them. */
export function inOrder<R extends Resource>(resources: readonly R[]): R[] {
  return resources.toSorted((a, b) => {
    const [left, right] = [sortKey(a), sortKey(b)];
    return left < right ? -1 : Number(left > right);
  });
}

/** The resources a guard recognises, in order. */
export function selected<R extends Resource>(
  resources: readonly Resource[],
  is: (resource: Resource) => resource is R,
): R[] {
  return inOrder(resources.filter(is));
}
