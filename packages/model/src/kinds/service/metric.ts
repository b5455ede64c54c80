import type { Severity } from '../../diagnostic.ts';
import type { Finding } from '../../finding.ts';
import type { LabelSpec, MetricSpec } from './spec.ts';

const METRIC_NAME = /^[A-Za-z_:][A-Za-z0-9_:]*$/;
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Labels that a metric type makes itself. */
const OWN_LABEL: Readonly<Partial<Record<MetricSpec['type'], string>>> = { histogram: 'le', summary: 'quantile' };

/** A problem of one metric: what, and where below it. */
type Problem = readonly [message: string, below: string, severity?: Severity];

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((value, i) => Number.isFinite(value) && (i === 0 || value > (numbers[i - 1] ?? value)));
}

function* labelProblems({ name, domain }: LabelSpec, metric: MetricSpec): Generator<string> {
  if (!LABEL_NAME.test(name) || name.startsWith('__')) yield `'${name}' is not a label name`;
  if (name === OWN_LABEL[metric.type]) yield `a ${metric.type} makes its label '${name}' itself`;
  if (metric.targetLabels.includes(name)) yield `'${name}' is both a label of the metric and added by the scrape`;
  if (domain.kind === 'bounded' && !(Number.isInteger(domain.bound) && domain.bound > 0)) {
    yield `the bound of label '${name}' is not a whole number above 0`;
  }
  if (domain.kind === 'one-of') {
    if (domain.values.length === 0) yield `label '${name}' has no values`;
    if (new Set(domain.values).size < domain.values.length) yield `label '${name}' lists a value twice`;
  }
}

function* problems(metric: MetricSpec): Generator<Problem> {
  const { name, type, buckets, quantiles, labels } = metric;
  if (!METRIC_NAME.test(name)) yield [`'${name}' is not a metric name`, '/name'];
  if (buckets !== undefined) {
    if (type !== 'histogram') yield [`a ${type} has no buckets`, '/buckets'];
    else if (buckets.length === 0 || !isAscending(buckets)) yield ['buckets are not finite and ascending', '/buckets'];
  }
  if (quantiles !== undefined) {
    if (type !== 'summary') yield [`a ${type} has no quantiles`, '/quantiles'];
    else if (!isAscending(quantiles)) yield ['quantiles are not finite and ascending', '/quantiles'];
    // Exporters that expose percentages break the convention, but they are there.
    else if (quantiles.some((q) => q < 0 || q > 1))
      yield ['quantiles are not between 0 and 1', '/quantiles', 'warning'];
  }
  const seen = new Set<string>();
  for (const [i, label] of labels.entries()) {
    if (seen.has(label.name)) yield [`label '${label.name}' is declared twice`, `/labels/${i}`];
    seen.add(label.name);
    for (const message of labelProblems(label, metric)) yield [message, `/labels/${i}`];
  }
}

/** What no exporter could expose: bad or repeated names, labels that clash, buckets or quantiles out of order. */
export function metricFindings(metrics: readonly MetricSpec[]): Finding[] {
  const seen = new Set<string>();
  return metrics.flatMap((metric, i) => {
    const all: Problem[] = [...problems(metric)];
    if (seen.has(metric.name)) all.push([`metric '${metric.name}' is declared twice`, '/name']);
    seen.add(metric.name);
    return all.map(([message, below, severity = 'error']): Finding => ({
      rule: 'service/metric',
      severity,
      path: `/spec/metrics/${i}${below}`,
      subject: metric.name,
      message,
    }));
  });
}
