import type { Rule } from '../../rule.ts';

export const waiver: Rule = {
  id: 'metrics/waiver',
  severity: 'error',
  docs: 'A waiver gives its reason.',
  *check({ services }) {
    for (const { metric, place } of services.flatMap((service) => service.metrics)) {
      if (metric.waiver === undefined || metric.waiver.trim() !== '') continue;
      yield { place, message: `the waiver of ${metric.name} gives no reason`, fix: 'say why, or remove the waiver' };
    }
  },
};
