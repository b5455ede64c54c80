import { batch, gauge, oneOf, service } from '@binnacle/builders';
import { checkout } from './checkout.ts';
import { postgres } from './postgres.ts';
import { pushgateway } from './pushgateway.ts';
import { payments } from './teams.ts';

const lastSuccess = gauge('invoices_last_success_timestamp_seconds', {
  help: 'When the job last succeeded, in Unix time.',
  unit: 'seconds',
});
const lastCompletion = gauge('invoices_last_completion_timestamp_seconds', {
  help: 'When the job last ended, successful or not, in Unix time.',
  unit: 'seconds',
});
const duration = gauge('invoices_duration_seconds', {
  help: 'How long the last run took.',
  unit: 'seconds',
});
const stages = gauge('invoices_stage_duration_seconds', {
  help: 'How long each stage of the last run took.',
  unit: 'seconds',
  labels: { stage: oneOf('load', 'render', 'send') },
});
const records = gauge('invoices_records_processed', {
  help: 'Records the last run processed.',
  unit: 'records',
});

/** Writes and sends the invoices of the day, every night. */
export const invoices = service('invoices', {
  title: 'Invoices',
  description: 'Writes the invoices of the day and sends them. Customers may wait until noon; the tax office may not.',
  owner: payments,
  tier: 2,
  kind: 'batch',
  languages: ['python'],
  system: 'shop',
  links: {
    runbook: 'https://runbooks.example.com/invoices',
    repository: 'https://git.example.com/shop/invoices',
    docs: 'https://docs.example.com/invoices',
  },
  dependsOn: [checkout, postgres, pushgateway],
  tags: { division: 'finance' },
  metrics: { lastSuccess, lastCompletion, duration, stages, records },
  parts: {
    // Equality matchers survive into the labels of an alert on a missing series.
    run: batch({
      lastSuccess: lastSuccess.where({ job: 'invoices' }),
      lastCompletion: lastCompletion.where({ job: 'invoices' }),
      duration: duration.where({ job: 'invoices' }),
      stages: stages.where({ job: 'invoices' }),
      records: records.where({ job: 'invoices' }),
      every: '1d',
      by: ['job'],
    }),
  },
});

export default invoices;
