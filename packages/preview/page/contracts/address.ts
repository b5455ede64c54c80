/** Where a metric, by its service and name, is explored. */
export function exploreAddress(id: string): string {
  return `/explore?metric=${encodeURIComponent(id)}`;
}

/** Where the metrics of a service are listed. */
export function contractsAddress(service: string): string {
  return `/contracts?service=${encodeURIComponent(service)}`;
}
