import { resourceId, type Resource } from '@binnacle/model';

/**
 * Live resources with the labels they are declared with, where their system keeps none: a rule file in Prometheus does not say
 * whose rules it holds, and what is pulled must not lose it. `desired` is what the system is to hold.
 */
export function withDeclaredLabels(
  live: readonly Resource[],
  { desired, declared }: { readonly desired: readonly Resource[]; readonly declared: readonly Resource[] },
): Resource[] {
  const [wanted, written] = [desired, declared].map((all) => new Map(all.map((one) => [resourceId(one), one])));
  return live.map((resource) => {
    const id = resourceId(resource);
    const labels = written?.get(id)?.metadata.labels;
    const isKept = [resource, wanted?.get(id)].some((one) => Object.keys(one?.metadata.labels ?? {}).length > 0);
    return labels === undefined || isKept ? resource : { ...resource, metadata: { ...resource.metadata, labels } };
  });
}
