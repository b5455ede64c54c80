import { metricName } from '@binnacle/promql';
import { ANYTHING, intersection, type LabelBound, only, union } from '../labels/bound.ts';
import { type InferLabels, labelInference, ofMatchers } from '../labels/infer.ts';
import type { Project } from '../project.ts';
import type { PrometheusRule } from '../views/prometheus-rule.ts';
import type { ServiceMetric } from '../views/service.ts';

/** Which series of its metric a name is: `own` is the metric's name itself. */
export type SeriesPart = 'own' | 'bucket' | 'sum' | 'count' | 'created';

/** A series as a contract declares it. */
export interface DeclaredSeries extends ServiceMetric {
  readonly part: SeriesPart;
}

/** What services declare and rules record, by the name of the series. */
export interface Contracts {
  /** Every declaration of a name; none when no contract has it. */
  declared(name: string): readonly DeclaredSeries[];
  /** Every name that a contract declares. */
  readonly names: ReadonlySet<string>;
  isRecorded(name: string): boolean;
  /** Labels that any series has in some environment: those that Prometheus and its rules add. */
  readonly environmentLabels: ReadonlySet<string>;
  /** The labels that series of a name can have; undefined when nothing declares or records it. */
  labelsOf(name: string): LabelBound | undefined;
  /** Label inference that knows what is declared and recorded. */
  readonly infer: InferLabels;
}

const PARTS: Readonly<Record<ServiceMetric['metric']['type'], readonly SeriesPart[]>> = {
  counter: ['own', 'created'],
  gauge: ['own'],
  histogram: ['own', 'bucket', 'sum', 'count', 'created'],
  'native-histogram': ['own'],
  summary: ['own', 'sum', 'count', 'created'],
  info: ['own'],
};
const OWN_LABEL: Readonly<Record<string, string>> = { 'histogram bucket': 'le', 'summary own': 'quantile' };
/** Prometheus attaches these to whatever it scrapes. */
const SCRAPE_LABELS = ['job', 'instance'];

function seriesName({ name, type }: ServiceMetric['metric'], part: SeriesPart): string {
  if (part === 'own') return name;
  return `${type === 'counter' ? name.replace(/_total$/, '') : name}_${part}`;
}

function labelNames({ metric, part }: DeclaredSeries): readonly string[] {
  const own = OWN_LABEL[`${metric.type} ${part}`];
  return [
    ...metric.labels.map(({ name }) => name),
    ...metric.targetLabels,
    ...SCRAPE_LABELS,
    ...(own === undefined ? [] : [own]),
  ];
}

/** Collects contracts and records. A record's labels are inferred from its expression when they are first asked for. */
export function createContracts({
  environments,
  records: recorded,
  services,
  parse,
}: Pick<Project, 'environments' | 'services' | 'parse'> & {
  readonly records: readonly Pick<PrometheusRule, 'name' | 'expr' | 'labels'>[];
}): Contracts {
  const series = new Map<string, DeclaredSeries[]>();
  for (const declared of services.flatMap(({ metrics }) => metrics)) {
    for (const part of PARTS[declared.metric.type]) {
      const name = seriesName(declared.metric, part);
      const known = series.get(name) ?? [];
      known.push({ ...declared, part });
      series.set(name, known);
    }
  }
  const records = new Map<string, Pick<PrometheusRule, 'expr' | 'labels'>[]>();
  for (const { name, expr, labels } of recorded) {
    const known = records.get(name) ?? [];
    known.push({ expr, labels });
    records.set(name, known);
  }
  const environmentLabels = new Set(
    environments.flatMap(({ prometheus, labels }) => [
      ...Object.keys(prometheus.externalLabels),
      ...Object.keys(labels),
    ]),
  );
  const bounds = new Map<string, LabelBound | undefined>();
  /** Most series have the same labels as many others. */
  const shared = new Map<string, LabelBound>();

  function declaredBound(declared: DeclaredSeries): LabelBound {
    const names = labelNames(declared);
    const key = names.join('\0');
    const bound = shared.get(key) ?? only([...names, ...environmentLabels]);
    shared.set(key, bound);
    return bound;
  }

  function boundOf(name: string): LabelBound | undefined {
    const [first, ...others] = (series.get(name) ?? []).map(declaredBound);
    const parts = others;
    for (const { expr, labels } of records.get(name) ?? []) {
      const parsed = parse(expr, 'rule');
      parts.push(parsed.errors.length > 0 ? ANYTHING : infer(parsed.expr), only(labels));
    }
    if (first === undefined && parts.length === 0) return undefined;
    return parts.reduce(union, first ?? only(environmentLabels));
  }

  function labelsOf(name: string): LabelBound | undefined {
    if (bounds.has(name)) return bounds.get(name);
    // A record may be made of itself: until its own labels are known they are anything.
    bounds.set(name, ANYTHING);
    const bound = boundOf(name);
    bounds.set(name, bound);
    return bound;
  }

  const infer = labelInference((selector) => {
    const name = metricName(selector);
    const known = name === undefined ? undefined : labelsOf(name);
    return known === undefined ? ofMatchers(selector) : intersection(known, ofMatchers(selector));
  });
  return {
    declared: (name) => series.get(name) ?? [],
    names: new Set(series.keys()),
    isRecorded: (name) => records.has(name),
    environmentLabels,
    labelsOf,
    infer,
  };
}
