import type { Severity } from '@binnacle/model';
import type { Finding, Rule } from '../rule.ts';
import type { Contract } from '../views/service.ts';

/** What is wrong with one metric contract. */
export type Problem = Pick<Finding, 'message' | 'fix' | 'severity'>;

/**
 * A rule that looks at one metric contract at a time. A contract with a waiver is not looked at: its name is someone
 * else's.
 */
export function nameRule(
  about: { readonly id: string; readonly docs: string; readonly severity?: Severity },
  problems: (metric: Contract) => Iterable<Problem>,
): Rule {
  return {
    severity: 'warning',
    ...about,
    *check({ services }) {
      for (const { metric, place } of services.flatMap((service) => service.metrics)) {
        if (metric.waiver?.trim()) continue;
        for (const problem of problems(metric)) yield { place, ...problem };
      }
    },
  };
}

/** A name without the suffix its type adds: `http_requests_total` → `http_requests`. */
export function stem(name: string): string {
  return name.replace(/_(?:total|info)$/, '');
}
