import type { Rule } from '../../rule.ts';
import type { Contract } from '../../views/service.ts';

const FAILURE = /^(.+?)_(?:failures|failed|errors|errored|exceptions|rejected)(?:_[a-z]+)??_total$/;

/** Drops what names the same thing in another number: `scrapes` and `scrape`. */
function singular(words: string): string {
  return words.replace(/e?s$/, '');
}

/** Something that counts every try: another counter, or a distribution, whose count is one. */
function countsAttempts({ name, type }: Contract, tried: string): boolean {
  if (type === 'gauge' || type === 'info' || FAILURE.test(name)) return false;
  return name.startsWith(singular(tried));
}

export const failures: Rule = {
  id: 'services/failures',
  severity: 'warning',
  docs: 'A counter of failures comes with a counter of attempts: a rate of failures alone has no scale.',
  *check({ services }) {
    for (const { metrics } of services) {
      for (const { metric, place } of metrics) {
        const tried = metric.type === 'counter' ? FAILURE.exec(metric.name)?.[1] : undefined;
        if (tried === undefined || metric.waiver?.trim()) continue;
        if (metrics.some((other) => countsAttempts(other.metric, tried))) continue;
        yield {
          place,
          message: `${metric.name} counts failures and nothing counts the attempts`,
          fix: `declare a counter such as ${tried}_total, so that the share of failures can be shown`,
        };
      }
    }
  },
};
