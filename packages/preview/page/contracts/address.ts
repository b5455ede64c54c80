import type { ContractOnPage } from '../../src/wire/project.ts';
import { contractId } from './shown.ts';

/** Where a metric, by its service and name, is explored. */
export function exploreAddress(id: string): string {
  return `/explore?metric=${encodeURIComponent(id)}`;
}

/** Where all there is to know of a metric stands. */
export function contractAddress(contract: ContractOnPage): string {
  return `/contracts?${new URLSearchParams({ q: contract.metric.name, open: contractId(contract) })}`;
}

/** Where the metrics of a service are listed. */
export function contractsAddress(service: string): string {
  return `/contracts?service=${encodeURIComponent(service)}`;
}
