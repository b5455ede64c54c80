import { configProblems } from './config/problems.ts';
import type { Config, Datasource, Environment, EnvironmentConfig } from './environment.ts';

/** Version of Grafana an environment runs when it does not say. */
const GRAFANA_VERSION = '13.0';
/** What Prometheus itself assumes when its configuration says nothing; the version is the current long-term release. */
const PROMETHEUS_DEFAULTS: Environment['prometheus'] = {
  version: '3.5',
  features: [],
  scrapeInterval: '1m',
  evaluationInterval: '1m',
  retention: '15d',
  externalLabels: {},
};
const DATASOURCES: Environment['datasources'] = {
  prometheus: { uid: 'prometheus', type: 'prometheus', default: true },
};

/** A wrong `binnacle.config.ts`: an expected error, one problem per line, no stack to show. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The datasources as written; the only one of its type is that type's default. */
function withDefaults(written: Readonly<Record<string, Datasource>>): Record<string, Datasource> {
  const all = Object.entries(written).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    all.map(([name, entry]) => {
      const alone = all.every(([other, { type }]) => other === name || type !== entry.type);
      return [name, alone && entry.default === undefined ? { ...entry, default: true } : entry];
    }),
  );
}

/** The members that are set: a configuration may compute one to undefined. */
function given<T extends object>(written: T): Partial<T> {
  const set: Partial<T> = { ...written };
  for (const key in set) if (set[key] === undefined) delete set[key];
  return set;
}

function filled(name: string, written: EnvironmentConfig): Environment {
  const { url } = written.grafana ?? {};
  return {
    name,
    grafana: {
      version: written.grafana?.version ?? GRAFANA_VERSION,
      ...(url !== undefined && { url: url.replace(/\/+$/, '') }),
    },
    prometheus: { ...PROMETHEUS_DEFAULTS, ...given(written.prometheus ?? {}) },
    datasources: withDefaults(written.datasources ?? DATASOURCES),
    labels: written.labels ?? {},
    ...(written.targets !== undefined && { targets: written.targets }),
    destinations: written.destinations ?? {},
  };
}

/**
 * The environments of a configuration with every default filled in, sorted by name.
 * Throws `ConfigError`, naming every problem, when the configuration has the wrong shape.
 */
export function environments(written: Config): Environment[] {
  const problems = configProblems(written);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.entries(written.environments)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => filled(name, entry));
}
