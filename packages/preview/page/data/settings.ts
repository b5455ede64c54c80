/** A data source by its uid, which definitions name, and its title. */
export interface Source {
  readonly uid: string;
  readonly name: string;
  /** Its plugin: `prometheus`, `loki`. */
  readonly type: string;
}

const DEFAULT: Source = { uid: 'prometheus', name: 'prometheus', type: 'prometheus' };

/** What of the project decides how queries are asked. */
export interface SourceSettings {
  /** Milliseconds. */
  readonly scrapeInterval: number;
  /** The data sources of the project, one of them a Prometheus. */
  readonly sources: readonly Source[];
}

let settings: SourceSettings = { scrapeInterval: 15_000, sources: [DEFAULT] };

/** The settings of the project that is shown. */
export function sourceSettings(): SourceSettings {
  return settings;
}

/** The uid of the Prometheus for queries that name none. */
export function defaultSource(): string {
  return (settings.sources.find(({ type }) => type === 'prometheus') ?? DEFAULT).uid;
}

/** Takes over the settings of a project that was loaded. */
export function applySourceSettings(next: SourceSettings): void {
  const known = next.sources.some(({ type }) => type === 'prometheus');
  settings = known ? next : { ...next, sources: [DEFAULT, ...next.sources] };
}
