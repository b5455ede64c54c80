import { collector, service } from '@binnacle/builders';
import { metrics } from './blackbox/metrics.ts';
import { platform } from './teams.ts';

const { durationSeconds, success } = metrics;

/** Looks at the shop from outside, as customers do. */
export const blackbox = service('blackbox', {
  title: 'Probes',
  description: 'Asks for the pages of the shop every few seconds, as customers do, and says whether they came.',
  owner: platform,
  tier: 2,
  kind: 'infrastructure',
  languages: ['go'],
  system: 'monitoring',
  links: {
    runbook: 'https://runbooks.example.com/probes',
    repository: 'https://git.example.com/platform/monitoring',
    docs: 'https://docs.example.com/probes',
  },
  metrics,
  parts: {
    probe: collector({
      duration: durationSeconds,
      errors: success.eq(0, { bool: true }),
      by: ['instance'],
    }),
  },
});

export default blackbox;
