import type { Rule } from '../../rule.ts';
import type { Contract, ServiceMetric } from '../../views/service.ts';

function labelsOf({ labels }: Contract): string {
  return (
    labels
      .map(({ name }) => name)
      .toSorted()
      .join(', ') || 'none'
  );
}

export const conflict: Rule = {
  id: 'metrics/conflict',
  severity: 'error',
  docs: 'One metric name means one thing: the same type and labels in every service that exposes it.',
  *check({ services }) {
    const first = new Map<string, ServiceMetric>();
    for (const declared of services.flatMap((service) => service.metrics)) {
      const { metric, service, place } = declared;
      const known = first.get(metric.name);
      if (known === undefined) {
        first.set(metric.name, declared);
      } else if (known.place.resource === place.resource) {
        yield { place, message: `${metric.name} is declared twice`, fix: 'keep one declaration' };
      } else if (known.metric.type !== metric.type) {
        yield {
          place,
          message: `${metric.name} is a ${metric.type} in ${service} and a ${known.metric.type} in ${known.service}`,
          fix: 'give one of them another name: a query cannot tell them apart',
        };
      } else if (labelsOf(known.metric) !== labelsOf(metric)) {
        yield {
          place,
          severity: 'warning',
          message: `${metric.name} has the labels ${labelsOf(metric)} in ${service} and ${labelsOf(known.metric)} in ${known.service}`,
          fix: 'declare the same labels, or give one of them another name',
        };
      }
    }
  },
};
