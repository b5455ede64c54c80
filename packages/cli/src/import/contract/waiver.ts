import { lint, RULES } from '@binnacle/lint';
import { type MetricSpec, SERVICE_API_VERSION } from '@binnacle/model';

const NAMING = RULES.filter(({ id }) => id !== 'metrics/conflict' && /^metrics\/|^services\/failures$/.test(id));

/** What was done to a metric that breaks a rule; it was badly named if nothing else. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['metrics/cardinality', 'labelled'],
  ['metrics/help', 'undocumented'],
]);

const ORDER = ['named', 'labelled', 'undocumented'];

/** Who named the metrics: the program its build metric names, else the service's exporter. */
export function exporterOf(names: readonly string[], service: string): string {
  const build = names.map((name) => /^(\w+)_build_info$/.exec(name)?.[1]).filter((name) => name !== undefined);
  return build.length === 1 && build[0] !== undefined ? build[0] : `the exporter of ${service}`;
}

/** Metric name → waiver, for every contract that `check` would complain about. */
export function waiversFor(contracts: readonly MetricSpec[], exporter: string): ReadonlyMap<string, string> {
  const service = {
    apiVersion: SERVICE_API_VERSION,
    kind: 'Service',
    metadata: { name: 'imported' },
    spec: { metrics: contracts },
  };
  const rules = new Map<string, Set<string>>();
  for (const { subject, rule, severity } of lint([service], [], NAMING)) {
    if (subject === undefined || severity === 'info') continue;
    rules.set(subject, (rules.get(subject) ?? new Set()).add(rule));
  }
  return new Map(
    Array.from(rules, ([name, broken]) => {
      const done = new Set(Array.from(broken, (rule) => WORDS.get(rule) ?? 'named'));
      return [name, `${ORDER.filter((word) => done.has(word)).join(' and ')} by ${exporter}`];
    }),
  );
}
