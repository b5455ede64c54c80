import type { Diagnostic, Resource } from '@binnacle/model';

/**
 * What the page and the server behind it say to each other. Everything else between them is Prometheus's own HTTP API:
 * `/api/prometheus/<datasource>/api/v1/{query,query_range,series,labels,label/<name>/values,metadata}`.
 */
export interface ProjectOnPage {
  /** The project's name, the environment shown and where its data comes from. */
  readonly name: string;
  readonly environment: string;
  readonly environments: readonly string[];
  readonly data: DataSource;
  /** Grows with every reload of the definitions. */
  readonly generation: number;
  /** Why the definitions do not load now; what is shown is the last that did. */
  readonly broken?: readonly Diagnostic[];
  readonly services: readonly ServiceOnPage[];
  readonly dashboards: readonly DashboardOnPage[];
  readonly findings: readonly Diagnostic[];
  /** How often targets are scraped, as a duration; `$__rate_interval` depends on it. `15s` when left out. */
  readonly scrapeInterval?: string;
  /** What a variable of data sources offers; one of the name `prometheus` when left out. */
  readonly datasources?: readonly { readonly name: string; readonly type: string }[];
}

/** Samples made from the contracts, a live server, or a file of recorded samples. */
export type DataSource =
  | { readonly kind: 'sample'; readonly seed: number; readonly incidents: readonly IncidentOnPage[] }
  | { readonly kind: 'live'; readonly url: string }
  | { readonly kind: 'recorded'; readonly file: string };

/** Something that can be made to go wrong in the sample data. */
export interface IncidentOnPage {
  readonly name: string;
  readonly title: string;
  readonly on: boolean;
}

/** A service as the home page lists it. */
export interface ServiceOnPage {
  readonly name: string;
  readonly title: string;
  readonly owner?: string;
  readonly tier?: string;
  readonly kind?: string;
  readonly dependsOn: readonly string[];
  readonly links: readonly { readonly title: string; readonly url: string; readonly type: string }[];
  readonly findings: { readonly errors: number; readonly warnings: number };
}

/** A dashboard as the home page and the search list it. */
export interface DashboardOnPage {
  readonly uid: string;
  readonly title: string;
  readonly folder?: string;
  readonly service?: string;
  readonly tags: readonly string[];
  readonly panels: number;
  readonly findings: { readonly errors: number; readonly warnings: number };
}

/** `GET /api/dashboards/<uid>`: one dashboard, always in the v2 shape, whatever its file was written in. */
export interface OpenedDashboard {
  readonly uid: string;
  readonly resource: Resource;
  readonly findings: readonly Diagnostic[];
  /** By element name, the `file:line` of the definition that made the panel. */
  readonly origins: Readonly<Record<string, string>>;
  /** What of a classic file has no place in the v2 shape. */
  readonly losses: readonly string[];
}

/** `GET /api/events`, server-sent: the definitions were loaded again, or do not load. */
export type PreviewEvent =
  | { readonly type: 'reloaded'; readonly generation: number }
  | { readonly type: 'broken'; readonly findings: readonly Diagnostic[] };
