import type { ContractOnPage } from '../../src/wire/project.ts';

/** Where a metric, by its service and name, is explored. */
export function exploreAddress(id: string): string {
  return `/explore?metric=${encodeURIComponent(id)}`;
}

/** Where all there is to know of a metric stands. */
export function contractAddress({ service, metric }: Pick<ContractOnPage, 'service' | 'metric'>): string {
  const { name } = metric;
  return `/contracts?${new URLSearchParams({ q: name, open: `${service}.${name}` })}`;
}

/** Where the metrics of a service are listed. */
export function contractsAddress(service: string): string {
  return `/contracts?service=${encodeURIComponent(service)}`;
}
