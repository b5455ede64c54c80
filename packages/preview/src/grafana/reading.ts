/** Posts that only ask: queries of datasources, and what a page needs to find its way. */
const ASKING = [
  /^\/api\/ds\/query$/,
  /^\/apis\/query\.grafana\.app\/[^/]+\/namespaces\/[^/]+\/(?:query|sqlschemas)/,
  /^\/apis\/[\w-]+\.datasource\.grafana\.app\/[^/]+\/namespaces\/[^/]+\/(?:connections|datasources)\/[^/]+\/query$/,
  /^\/api\/datasources\/(?:proxy\/)?uid\/[^/]+\/(?:resources\/)?api\/v1\/(?:query|query_range|query_exemplars|series|labels)$/,
  /^\/api\/datasources\/proxy\/(?:uid\/)?[^/]+\/(?:api|loki\/api)\/v1\/(?:query|query_range|query_exemplars|series|labels)$/,
  /^\/api\/v1\/eval$/,
];

/** Addresses that do something although they are only read. */
const DOING = /^\/(?:logout|login(?:\/|$)|api\/user\/auth-tokens)/;

/** Whether a request to Grafana only reads. `path` is without Grafana's sub-path and the query. */
export function isReading(method: string, path: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return !DOING.test(path);
  return method === 'POST' && ASKING.some((pattern) => pattern.test(path));
}
