import { ALERT_SEVERITIES, didYouMean, nearest, PUBLISHED_SEVERITIES } from '@binnacle/model';
import type { Rule } from '../../rule.ts';

export const severity: Rule = {
  id: 'rule/severity',
  severity: 'warning',
  docs: 'The label severity of an alert is a word that routes, reports and people know.',
  *check({ rules, routedSeverities }) {
    const known = new Set<string>([...ALERT_SEVERITIES, ...PUBLISHED_SEVERITIES, ...routedSeverities]);
    for (const { templates } of rules) {
      for (const { field, name, text, place } of templates) {
        if (field !== 'labels' || name !== 'severity' || text.includes('{{') || known.has(text)) continue;
        const fix = didYouMean(text, known);
        yield {
          place,
          message: `severity '${text}' is a word that nothing here knows`,
          severity: nearest(text, known) === undefined ? 'warning' : 'error',
          ...(fix !== undefined && { fix }),
        };
      }
    }
  },
};
