import { entries } from '../../json.ts';
import type { Rule } from '../../rule.ts';

export const instrumentation: Rule = {
  id: 'services/instrumentation',
  severity: 'warning',
  docs: 'Every part of a service measures what its archetype asks for, or says why not.',
  *check({ services }) {
    for (const { name, parts, place } of services) {
      for (const [index, part] of parts.entries()) {
        const waived = new Map(entries(part.waived));
        for (const [role, what] of entries(part.missing)) {
          if (waived.has(role)) continue;
          yield {
            place: { ...place, path: `/spec/parts/${index}`, subject: part.name },
            message: `${part.archetype} ${part.name} of ${name} does not measure ${role}: ${String(what)}`,
            fix: `give the part a metric for ${role}, or waive the role with a reason`,
          };
        }
      }
    }
  },
};
