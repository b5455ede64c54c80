/** What of the project decides how queries are asked. */
export interface SourceSettings {
  /** Milliseconds. */
  readonly scrapeInterval: number;
  /** Names of Prometheus data sources, the first of them for queries that name none. */
  readonly sources: readonly string[];
}

let settings: SourceSettings = { scrapeInterval: 15_000, sources: ['prometheus'] };

/** The settings of the project that is shown. */
export function sourceSettings(): SourceSettings {
  return settings;
}

/** Takes over the settings of a project that was loaded. */
export function applySourceSettings(next: SourceSettings): void {
  settings = next;
}
