import type { Rule } from '../../rule.ts';

export const runbook: Rule = {
  id: 'services/runbook',
  severity: 'warning',
  docs: 'Every service in production links a runbook, so that its alerts can.',
  *check({ services }) {
    for (const { name, kind, lifecycle, linkTypes, place } of services) {
      if (kind === 'library' || lifecycle !== 'production') continue;
      if (linkTypes.includes('runbook')) continue;
      yield {
        place: { ...place, path: '/spec/links' },
        message: `service ${name} links no runbook`,
        fix: 'add a link of type runbook: whoever is woken by an alert starts there',
      };
    }
  },
};
