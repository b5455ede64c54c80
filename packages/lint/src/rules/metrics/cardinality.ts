import { domainSize, seriesPerInstance } from '@binnacle/model';
import type { Finding, Rule } from '../../rule.ts';
import type { Contract } from '../../views/service.ts';

/** From the instrumentation guide: keep below 10, and look for another way above 100. */
const COMFORTABLE = 10;
const MOST = 100;

function* wideLabels(metric: Contract): Generator<Pick<Finding, 'message' | 'fix' | 'severity'>> {
  const series = seriesPerInstance(metric);
  for (const { name, domain } of metric.labels) {
    // The codes a service really answers with are few, and every reader knows them.
    if (domain === undefined || domain.kind === 'http-status') continue;
    const size = domainSize(domain);
    if (size <= COMFORTABLE) continue;
    const severity = size > MOST ? 'error' : 'warning';
    yield {
      severity,
      message: `label ${name} of ${metric.name} can take ${size} values: up to ${series} series per instance`,
      fix:
        severity === 'error'
          ? 'drop the label, group its values, or write waiver: with the reason this is worth its price'
          : 'group its values, or write waiver: with the reason',
    };
  }
}

export const cardinality: Rule = {
  id: 'metrics/cardinality',
  severity: 'warning',
  docs: 'A label takes few values: a warning above 10, an error above 100, unless waived with a reason.',
  *check({ services }) {
    for (const { metric, place } of services.flatMap((service) => service.metrics)) {
      if (metric.waiver?.trim()) continue;
      for (const finding of wideLabels(metric)) yield { place, ...finding };
    }
  },
};
