/** Keys that come first, in this order, wherever they appear: Kubernetes' and Prometheus's own convention. */
const FIRST = [
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'namespace',
  'alert',
  'record',
  'expr',
  'for',
  'keep_firing_for',
  'interval',
  'query_offset',
  'limit',
  'labels',
  'annotations',
];
/** Keys that come last: they hold the body. */
const LAST = ['rules', 'spec'];

const RANK: ReadonlyMap<string, number> = new Map([
  ...FIRST.map((key, i): [string, number] => [key, i - FIRST.length]),
  ...LAST.map((key, i): [string, number] => [key, i + 1]),
]);

function byConvention(a: string, b: string): number {
  const rank = (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0);
  if (rank !== 0) return rank;
  return a < b ? -1 : Number(a > b);
}

/** The keys of an object in the order we write them: conventional first and last keys, the rest by code unit. */
export function orderedKeys(object: object): string[] {
  return Object.keys(object).toSorted(byConvention);
}
