import type { Diagnostic, MetricSpec, Resource } from '@binnacle/model';
import type { CompareOffer } from './compare.ts';
import type { DashboardLink } from './rules.ts';

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
  /** Datasources of the environment, as dashboards name them by uid; queries of any Prometheus go to the same data. */
  readonly datasources?: readonly DatasourceOnPage[];
  /** How often Prometheus scrapes there, a Prometheus duration: what `$__rate_interval` builds upon. */
  readonly scrapeInterval?: string;
  /** Where a Grafana shows the same dashboards, at `d/<uid>` below it. */
  readonly grafana?: string;
  /** Grows with every reload of the definitions. */
  readonly generation: number;
  /** Why the definitions do not load now; what is shown is the last that did. */
  readonly broken?: readonly Diagnostic[];
  readonly services: readonly ServiceOnPage[];
  readonly dashboards: readonly DashboardOnPage[];
  /** Those about no resource; the others are counted where they belong, and told with it. */
  readonly findings: readonly Diagnostic[];
  /** What the definitions can be compared with. */
  readonly compare?: readonly CompareOffer[];
}

/** A datasource of the environment. */
export interface DatasourceOnPage {
  /** What definitions call it. */
  readonly name: string;
  readonly uid: string;
  /** Plugin id. */
  readonly type: string;
  readonly isDefault: boolean;
}

/** Samples made from the contracts, a live server, or a file of recorded samples. */
export type DataSource =
  | { readonly kind: 'sample'; readonly seed: number; readonly incidents: IncidentsOnPage }
  | { readonly kind: 'live'; readonly url: string }
  /** `from` and `to` are the times of the first and the last sample, Unix milliseconds: a page shows that stretch first. */
  | { readonly kind: 'recorded'; readonly file: string; readonly from?: number; readonly to?: number };

/**
 * What can be made to go wrong in the sample data: each kind with each service. `POST /api/incidents/<service>.<kind>` takes
 * `{on}` as JSON.
 */
export interface IncidentsOnPage {
  readonly kinds: readonly { readonly kind: string; readonly title: string }[];
  /** Names of the services that it can happen to. */
  readonly services: readonly string[];
  readonly on: readonly IncidentOnPage[];
}

/** An incident that is on, since a time in Unix milliseconds. */
export interface IncidentOnPage {
  readonly service: string;
  readonly kind: string;
  readonly since: number;
}

/** A service as the home page lists it. */
export interface ServiceOnPage {
  readonly name: string;
  readonly title: string;
  readonly owner?: string;
  readonly tier?: string;
  readonly kind?: string;
  readonly dependsOn: readonly string[];
  /** Number of metrics in its contract. */
  readonly metrics: number;
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

/** `GET /api/contracts`: every metric of the project's services, and what reads it. */
export interface ContractsOnPage {
  readonly metrics: readonly ContractOnPage[];
}

/** A metric as its service declares it. */
export interface ContractOnPage {
  readonly service: string;
  readonly metric: MetricSpec;
  /** `file:line` of its declaration. */
  readonly origin?: string;
  /** Most series one instance can have of it. */
  readonly seriesPerInstance: number;
  /** Panels, alerts and records that read it, at first hand before second. */
  readonly readers: readonly ReaderOnPage[];
  /** About its declaration, and about queries that read it. */
  readonly findings: readonly Diagnostic[];
  /** How definitions get at it; left out where its service is no export of a TypeScript file. */
  readonly code?: MetricInCode;
}

/** A metric in TypeScript: `<exportName>.metrics.<key>`, imported from the file. */
export interface MetricInCode {
  /** Relative to the project's root. */
  readonly file: string;
  /** `default` for the default export. */
  readonly exportName: string;
  readonly key: string;
}

/** Something that reads a metric. */
export interface ReaderOnPage {
  readonly kind: 'panel' | 'variable' | 'annotation' | 'alert' | 'objective' | 'record';
  readonly name: string;
  /** Uid of the dashboard, or name of the rule resource. */
  readonly resource: string;
  /** Of a panel, `viewPanel` in the address of its dashboard; of an alert or a record, the id of the rule. */
  readonly place?: string;
  /** The record through which it reads the metric, where it does not itself. */
  readonly through?: string;
}

/** `GET /api/rules`: every group of the project. How alerts fare is in `GET /api/rules/history`. */
export interface RulesOnPage {
  readonly groups: readonly RuleGroupOnPage[];
}

export interface RuleGroupOnPage {
  readonly name: string;
  /** Name of the resource it is part of, and the service that belongs to. */
  readonly resource: string;
  readonly service?: string;
  /** Seconds. */
  readonly interval: number;
  readonly rules: readonly RuleOnPage[];
}

export interface RuleOnPage {
  /** Unique in the project, and the same after a reload that does not move the rule. */
  readonly id: string;
  /** Dashboards with panels of the same metrics. */
  readonly dashboards: readonly DashboardLink[];
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly query: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `file:line` of its declaration. */
  readonly origin?: string;
  readonly findings: readonly Diagnostic[];
  /** Of an alert: how long it has to be true, and goes on firing, in seconds; templates as written. */
  readonly for?: number;
  readonly keepFiringFor?: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * `GET /api/events`, server-sent: the definitions were loaded again, or do not load, or the data is another. The first event
 * of a connection says how things are, so that a page that was away knows what it missed.
 */
export type PreviewEvent =
  | { readonly type: 'reloaded'; readonly generation: number }
  | { readonly type: 'broken'; readonly findings: readonly Diagnostic[] }
  | { readonly type: 'data'; readonly data: DataSource };
