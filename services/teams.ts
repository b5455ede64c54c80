import { team } from '@binnacle/builders';

/** Runs what everything else runs on. */
export const platform = team('platform', {
  contacts: [
    { type: 'slack', name: 'Platform', contact: 'https://example.slack.com/archives/platform' },
    { type: 'email', contact: 'platform@example.com' },
  ],
  onCall: 'https://rota.example.com/platform',
});

/** Takes orders and money. */
export const payments = team('payments', {
  contacts: [{ type: 'slack', name: 'Payments', contact: 'https://example.slack.com/archives/payments' }],
  onCall: 'https://rota.example.com/payments',
  pagerduty: 'https://example.pagerduty.com/service-directory/PPAYMNT',
});

/** Learns from what customers do. */
export const data = team('data', {
  contacts: [{ type: 'email', contact: 'data@example.com' }],
  onCall: 'https://rota.example.com/data',
});
