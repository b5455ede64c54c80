import { counter, failures, gauge, histogram, offlineProcessing, oneOf, service, threadPool } from '@binnacle/builders';
import { checkout } from './checkout.ts';
import { postgres } from './postgres.ts';
import { data } from './teams.ts';

const stage = oneOf('receive', 'enrich', 'store');

const received = counter('clickstream_events_received_total', {
  help: 'Events that came into a stage.',
  unit: 'events',
  labels: { stage },
});
const sent = counter('clickstream_events_sent_total', {
  help: 'Events a stage sent on.',
  unit: 'events',
  labels: { stage },
});
const inProgress = gauge('clickstream_events_in_progress', {
  help: 'Events that came into a stage and did not leave it yet.',
  unit: 'events',
  labels: { stage },
});
const lastProcessed = gauge('clickstream_last_processed_timestamp_seconds', {
  help: 'When a stage last processed an event, in Unix time.',
  unit: 'seconds',
  labels: { stage },
});
const heartbeat = gauge('clickstream_heartbeat_timestamp_seconds', {
  help: 'When the newest heartbeat a stage has seen was put into the first, in Unix time.',
  unit: 'seconds',
  labels: { stage },
});
const batchesReceived = counter('clickstream_batches_received_total', {
  help: 'Batches that came into a stage.',
  unit: 'batches',
  labels: { stage },
});
const batchesSent = counter('clickstream_batches_sent_total', {
  help: 'Batches a stage sent on.',
  unit: 'batches',
  labels: { stage },
});
const rejected = counter('clickstream_events_rejected_total', {
  help: 'Events that could not be read and were put aside.',
  unit: 'events',
  labels: { reason: oneOf('malformed', 'too_large', 'unknown_type') },
});
const workersQueued = gauge('clickstream_worker_queued_tasks', {
  help: 'Tasks that wait for a worker.',
  unit: 'tasks',
});
const workersActive = gauge('clickstream_worker_active_threads', {
  help: 'Workers in use.',
  unit: 'threads',
});
const workers = gauge('clickstream_worker_threads', { help: 'Workers there are.', unit: 'threads' });
const tasks = counter('clickstream_worker_tasks_total', { help: 'Tasks done.', unit: 'tasks' });
const taskDuration = histogram('clickstream_worker_task_duration_seconds', {
  help: 'Time a task held its worker.',
  unit: 'seconds',
  counts: 'tasks',
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
});
const taskWait = histogram('clickstream_worker_task_wait_seconds', {
  help: 'Time a task waited for a worker.',
  unit: 'seconds',
  counts: 'tasks',
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
});

/** Carries what customers click into the warehouse. */
export const clickstream = service('clickstream', {
  title: 'Clickstream',
  description: 'Carries what customers click into the warehouse within minutes. Recommendations get stale without it.',
  owner: data,
  tier: 3,
  kind: 'offline-processing',
  languages: ['java'],
  system: 'analytics',
  links: {
    runbook: 'https://runbooks.example.com/clickstream',
    repository: 'https://git.example.com/data/clickstream',
    docs: 'https://docs.example.com/clickstream',
  },
  dependsOn: [checkout, postgres],
  tags: { division: 'insight' },
  metrics: {
    received,
    sent,
    inProgress,
    lastProcessed,
    heartbeat,
    batchesReceived,
    batchesSent,
    rejected,
    workersQueued,
    workersActive,
    workers,
    tasks,
    taskDuration,
    taskWait,
  },
  parts: {
    pipeline: offlineProcessing({
      stages: {
        receive: {
          in: received.where({ stage: 'receive' }),
          out: sent.where({ stage: 'receive' }),
          inProgress: inProgress.where({ stage: 'receive' }),
          lastProcessed: lastProcessed.where({ stage: 'receive' }),
          heartbeat: heartbeat.where({ stage: 'receive' }),
        },
        enrich: {
          in: received.where({ stage: 'enrich' }),
          out: sent.where({ stage: 'enrich' }),
          inProgress: inProgress.where({ stage: 'enrich' }),
          lastProcessed: lastProcessed.where({ stage: 'enrich' }),
          heartbeat: heartbeat.where({ stage: 'enrich' }),
        },
        store: {
          in: received.where({ stage: 'store' }),
          out: sent.where({ stage: 'store' }),
          inProgress: inProgress.where({ stage: 'store' }),
          lastProcessed: lastProcessed.where({ stage: 'store' }),
          heartbeat: heartbeat.where({ stage: 'store' }),
          batchesIn: batchesReceived.where({ stage: 'store' }),
          batchesOut: batchesSent.where({ stage: 'store' }),
        },
      },
    }),
    parsing: failures({ failures: rejected, attempts: received.where({ stage: 'receive' }) }),
    workers: threadPool({
      queued: workersQueued,
      active: workersActive,
      size: workers,
      tasks,
      duration: taskDuration,
      wait: taskWait,
    }),
  },
});

export default clickstream;
