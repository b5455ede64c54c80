import type { Rule } from '../../rule.ts';

/** Kinds of service that are measured as one thing, whatever else they have; any part will do for the others. */
const MEASURED_AS_KIND: ReadonlySet<string> = new Set(['online-serving', 'offline-processing', 'batch']);

export const parts: Rule = {
  id: 'services/parts',
  severity: 'warning',
  docs: 'A service is measured as what it is: one that serves requests has an online-serving part.',
  *check({ services }) {
    for (const { name, kind, parts: declared, place } of services) {
      if (!MEASURED_AS_KIND.has(kind) || declared.some(({ archetype }) => archetype === kind)) continue;
      yield {
        place: { ...place, path: '/spec/parts' },
        message: `service ${name} is of kind ${kind} and has no ${kind} part`,
        fix: `declare a part of archetype ${kind} with the metrics that play its roles, or change the kind`,
      };
    }
  },
};
