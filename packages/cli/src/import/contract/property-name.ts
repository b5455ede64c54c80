function camel(name: string): string {
  const [first = '', ...rest] = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return (
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  );
}

/** The word most names begin with: it names the application, and so says nothing inside one service. */
export function commonPrefix(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const end = name.indexOf('_');
    if (end > 0) counts.set(name.slice(0, end + 1), (counts.get(name.slice(0, end + 1)) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return names.length > 1 && count * 2 > names.length ? prefix : '';
}

/** A short property for a metric, which `taken` does not hold: without the prefix and `_total`, else in full. */
export function propertyFor(name: string, prefix: string, taken: ReadonlySet<string>): string {
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const candidates = [camel(bare.replace(/_total$/, '')), camel(bare), camel(name)];
  const free = candidates.find((candidate) => /^[A-Za-z]/.test(candidate) && !taken.has(candidate));
  if (free !== undefined) return free;
  const base = /^[A-Za-z]/.test(camel(name)) ? camel(name) : 'metric';
  for (let number = 2; ; number += 1) if (!taken.has(`${base}${number}`)) return `${base}${number}`;
}
