import { gauge } from '@binnacle/builders';

/** What Prometheus itself says of every target. */
export const up = gauge('up', {
  help: 'Whether the target answered its last scrape.',
  unit: 'bool',
  waiver: 'named by Prometheus',
});
