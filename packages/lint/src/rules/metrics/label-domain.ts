import type { LabelDomain } from '@binnacle/model';
import type { Rule } from '../../rule.ts';

function problemOf(domain: LabelDomain | undefined): string | undefined {
  switch (domain?.kind) {
    case undefined:
      return 'declares no domain';
    case 'one-of':
      if (domain.values.length === 0) return 'has a domain without values';
      return new Set(domain.values).size < domain.values.length ? 'lists a value twice' : undefined;
    case 'bounded':
      return Number.isInteger(domain.bound) && domain.bound > 0 ? undefined : `is bounded by ${domain.bound}`;
    case 'http-status':
      return undefined;
    case 'service':
      return domain.names.length === 0 ? 'names no service' : undefined;
    default:
      return domain satisfies never;
  }
}

export const labelDomain: Rule = {
  id: 'metrics/label-domain',
  severity: 'error',
  docs: 'Every label declares the values it can take, so that the number of series is known before they exist.',
  *check({ services }) {
    for (const { metric, place } of services.flatMap((service) => service.metrics)) {
      for (const { name, domain } of metric.labels) {
        const problem = problemOf(domain);
        if (problem === undefined) continue;
        yield {
          place,
          message: `label ${name} of ${metric.name} ${problem}`,
          fix: "write oneOf('a', 'b'), bounded(n), httpStatus() or a reference to services",
        };
      }
    }
  },
};
