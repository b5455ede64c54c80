import type { Rule } from '../../rule.ts';

export const runbook: Rule = {
  id: 'services/runbook',
  severity: 'warning',
  docs: 'Every service in production links a runbook, so that its alerts can.',
  *check({ services }) {
    for (const { name, spec, place } of services) {
      if (spec.kind === 'library' || spec.lifecycle !== 'production') continue;
      if ((spec.links ?? []).some((link) => link.type === 'runbook')) continue;
      yield {
        place: { ...place, path: '/spec/links' },
        message: `service ${name} links no runbook`,
        fix: 'add a link of type runbook: whoever is woken by an alert starts there',
      };
    }
  },
};
