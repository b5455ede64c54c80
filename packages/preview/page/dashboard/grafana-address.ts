/** What of this page's address means the same to Grafana. */
function isShared(name: string): boolean {
  return ['from', 'to', 'timezone', 'refresh'].includes(name) || name.startsWith('var-');
}

/** The address of a dashboard below a Grafana's, with the time range and the variables shown here. */
export function grafanaAddress(grafana: string, uid: string, search: URLSearchParams): string {
  const url = new URL(`d/${encodeURIComponent(uid)}`, grafana);
  for (const [name, value] of search) {
    if (isShared(name)) url.searchParams.append(name, value);
  }
  return url.href;
}
