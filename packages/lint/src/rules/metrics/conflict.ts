import type { Rule } from '../../rule.ts';
import type { Contract } from '../../views/service.ts';

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
  *check({ services, contracts }) {
    for (const { metric, service, place } of services.flatMap((declaring) => declaring.metrics)) {
      const known = contracts.declared(metric.name).find(({ part }) => part === 'own');
      if (known === undefined || known.place === place) continue;
      if (known.place.resource === place.resource) {
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
