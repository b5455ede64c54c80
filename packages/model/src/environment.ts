import type { Destinations } from './destinations/destinations.ts';

/** A datasource as an environment knows it. Definitions name it logically; `uid` is what Grafana there calls it. */
export interface Datasource {
  readonly uid: string;
  /** Plugin id: `prometheus`, `loki`, `tempo`, `mysql`, `grafana-postgresql-datasource`, `cloudwatch`, … */
  readonly type: string;
  /** The one a panel of this type uses when it names none. */
  readonly default?: boolean;
}

/** What runs in one place: every check and emitter honours this profile. */
export interface Environment {
  readonly name: string;
  readonly grafana?: { readonly version: string; readonly url?: string };
  readonly prometheus: {
    /** `2.42`, `3.5`, … */
    readonly version: string;
    readonly features: readonly string[];
    /** Prometheus durations. */
    readonly scrapeInterval: string;
    readonly evaluationInterval: string;
    readonly retention: string;
    readonly externalLabels: Readonly<Record<string, string>>;
  };
  readonly datasources: Readonly<Record<string, Datasource>>;
  /** Added to every alert and record of this environment. */
  readonly labels: Readonly<Record<string, string>>;
  /** Ids of the targets that files are written for; absent: all of them. */
  readonly targets?: readonly string[];
  /** Where `push` writes; empty: nowhere. */
  readonly destinations: Destinations;
}

/** An environment as written in `binnacle.config.ts`: everything but what has no sensible default may be left out. */
export interface EnvironmentConfig {
  readonly grafana?: { readonly version?: string; readonly url?: string };
  readonly prometheus?: Partial<Environment['prometheus']>;
  readonly datasources?: Readonly<Record<string, Datasource>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly targets?: readonly string[];
  readonly destinations?: Destinations;
}

/** What `binnacle.config.ts` default-exports. */
export interface Config {
  /** Short name of the project: the ownership stamp and the output manifest carry it. */
  readonly project: string;
  /** Globs of definition files, relative to the config file. Default: services, dashboards and rules folders. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Output folder, relative to the config file. Default: `out`. */
  readonly out?: string;
  readonly environments: Readonly<Record<string, EnvironmentConfig>>;
}

/** Identity with a type: gives completion and checking in `binnacle.config.ts`. */
export function defineConfig(config: Config): Config {
  return config;
}
