import { parseDuration } from '@binnacle/promql';
import type { Rule } from '../../rule.ts';

/** From the instrumentation guide: a job that runs more often than this is better a daemon. */
const SHORTEST_PERIOD_MS = 15 * 60 * 1000;

export const batchPeriod: Rule = {
  id: 'services/batch-period',
  severity: 'warning',
  docs: 'A job that runs more often than every 15 minutes is better a daemon.',
  *check({ services }) {
    for (const { name, parts, place } of services) {
      for (const [index, { archetype, name: part, period }] of parts.entries()) {
        const ms = archetype === 'batch' && typeof period === 'string' ? parseDuration(period) : undefined;
        if (ms === undefined || ms >= SHORTEST_PERIOD_MS) continue;
        yield {
          place: { ...place, path: `/spec/parts/${index}`, subject: part },
          message: `batch ${part} of ${name} runs every ${period}`,
          fix: 'turn it into a daemon: it keeps its state between runs and can be scraped like any other',
        };
      }
    }
  },
};
