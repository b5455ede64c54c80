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

/** Orders already found, by the keys as they came: a project has few shapes and many objects. */
const known = new Map<string, readonly string[]>();
/** Maps with arbitrary keys would fill the memory without ever being met again. */
const MOST_KNOWN = 2000;

/** The keys of an object in the order we write them: conventional first and last keys, the rest by code unit. */
export function orderedKeys(object: object): readonly string[] {
  const keys = Object.keys(object);
  if (keys.length < 2) return keys;
  const shape = keys.join('\0');
  const order = known.get(shape);
  // Keys that hold the separator can look like others.
  if (order?.length === keys.length && order.every((key) => key in object)) return order;
  keys.sort(byConvention);
  if (known.size < MOST_KNOWN) known.set(shape, keys);
  return keys;
}
