const LONGEST_TAG = 200;

/** A tag as Datadog stores it: lower case, letters, digits and `_:./-`, starting with a letter, at most 200 characters; empty when nothing remains. */
export function datadogTag(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9:./-]+/g, '_')
    .replace(/^[^a-z:]+/, '')
    .slice(0, LONGEST_TAG)
    .replace(/_+$/, '');
}

/** Tags as Datadog stores them, sorted, each once, and the written ones it would change. */
export function datadogTags(tags: Readonly<Record<string, string>>): { tags: string[]; changed: string[] } {
  const written = Object.entries(tags).map(([key, value]) => `${key}:${value}`);
  const stored = written.map(datadogTag);
  return {
    tags: [...new Set(stored.filter((tag) => tag !== ''))].toSorted(),
    changed: written.filter((tag, i) => tag !== stored[i]).toSorted(),
  };
}
