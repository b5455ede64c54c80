import type { ServiceKind } from '@binnacle/model';
import type { Rule } from '../../rule.ts';

/** What a service of this kind is measured as, whatever else it has; undefined when any part will do. */
const ARCHETYPE: Readonly<Record<ServiceKind, string | undefined>> = {
  'online-serving': 'online-serving',
  'offline-processing': 'offline-processing',
  batch: 'batch',
  library: undefined,
  datastore: undefined,
  queue: undefined,
  host: undefined,
  infrastructure: undefined,
};

export const parts: Rule = {
  id: 'services/parts',
  severity: 'warning',
  docs: 'A service is measured as what it is: one that serves requests has an online-serving part.',
  *check({ services }) {
    for (const { name, spec, parts: declared, place } of services) {
      const archetype = spec.kind === undefined ? undefined : ARCHETYPE[spec.kind];
      if (archetype === undefined || declared.some((part) => part.archetype === archetype)) continue;
      yield {
        place: { ...place, path: '/spec/parts' },
        message: `service ${name} is of kind ${archetype} and has no ${archetype} part`,
        fix: `declare a part of archetype ${archetype} with the metrics that play its roles, or change the kind`,
      };
    }
  },
};
