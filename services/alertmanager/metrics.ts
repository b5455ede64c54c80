import { bounded, counter, gauge, histogram, info, oneOf, summary } from '@binnacle/builders';

/** What alertmanager exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  alerts: gauge('alertmanager_alerts', {
    help: 'How many alerts by state.',
    unit: 'alerts',
    labels: {
      state: oneOf('active', 'suppressed', 'unprocessed'),
    },
  }),
  alertsInvalid: counter('alertmanager_alerts_invalid_total', {
    help: 'The total number of received alerts that were invalid.',
    unit: 'alerts',
    labels: {
      version: bounded(10), // 2 seen: v1, v2
    },
  }),
  alertsReceived: counter('alertmanager_alerts_received_total', {
    help: 'The total number of received alerts.',
    unit: 'alerts',
    labels: {
      status: oneOf('firing', 'resolved'),
      version: bounded(10), // 2 seen: v1, v2
    },
  }),
  buildInfo: info('alertmanager_build_info', {
    help: "A metric with a constant '1' value labeled by version, revision, branch, goversion from which alertmanager was built, and the goos and goarch for the build.",
    labels: {
      branch: bounded(1), // 1 seen: debian/sid
      goarch: bounded(1), // 1 seen: amd64
      goos: bounded(1), // 1 seen: linux
      goversion: bounded(1), // 1 seen: go1.19.8
      revision: bounded(1), // 1 seen: 0.25.0-1+b4
      version: bounded(1), // 1 seen: 0.25.0
    },
  }),
  clusterEnabled: gauge('alertmanager_cluster_enabled', {
    help: 'Indicates whether the clustering is enabled or not.',
    unit: 'bool',
  }),
  configHash: gauge('alertmanager_config_hash', {
    help: 'Hash of the currently loaded alertmanager configuration.',
    unit: 'count',
  }),
  configLastReloadSuccessTimestampSeconds: gauge('alertmanager_config_last_reload_success_timestamp_seconds', {
    help: 'Timestamp of the last successful configuration reload.',
    unit: 'seconds',
  }),
  configLastReloadSuccessful: gauge('alertmanager_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit: 'bool',
  }),
  dispatcherAggregationGroups: gauge('alertmanager_dispatcher_aggregation_groups', {
    help: 'Number of active aggregation groups.',
    unit: 'groups',
  }),
  dispatcherAlertProcessingDurationSeconds: summary('alertmanager_dispatcher_alert_processing_duration_seconds', {
    help: 'Summary of latencies for the processing of alerts.',
    unit: 'seconds',
  }),
  httpConcurrencyLimitExceeded: counter('alertmanager_http_concurrency_limit_exceeded_total', {
    help: 'Total number of times an HTTP request failed because the concurrency limit was reached.',
    unit: 'count',
    labels: {
      method: bounded(10), // 1 seen: get
    },
  }),
  httpRequestDurationSeconds: histogram('alertmanager_http_request_duration_seconds', {
    help: 'Histogram of latencies for HTTP requests.',
    unit: 'seconds',
    labels: {
      handler: bounded(10), // 1 seen: /metrics
      method: bounded(10), // 1 seen: get
    },
    buckets: [0.05, 0.1, 0.25, 0.5, 0.75, 1, 2, 5, 20, 60],
  }),
  httpRequestsInFlight: gauge('alertmanager_http_requests_in_flight', {
    help: 'Current number of HTTP requests being processed.',
    unit: 'count',
    labels: {
      method: bounded(10), // 1 seen: get
    },
  }),
  httpResponseSizeBytes: histogram('alertmanager_http_response_size_bytes', {
    help: 'Histogram of response size for HTTP requests.',
    unit: 'bytes',
    labels: {
      handler: bounded(10), // 1 seen: /metrics
      method: bounded(10), // 1 seen: get
    },
    buckets: [100, 1000, 10000, 100000, 1000000, 10000000, 100000000],
  }),
  integrations: gauge('alertmanager_integrations', {
    help: 'Number of configured integrations.',
    unit: 'integrations',
  }),
  markedAlerts: gauge('alertmanager_marked_alerts', {
    help: 'How many alerts by state are currently marked in the Alertmanager regardless of their expiry.',
    unit: 'alerts',
    labels: {
      state: oneOf('active', 'suppressed', 'unprocessed'),
    },
  }),
  nflogGcDurationSeconds: summary('alertmanager_nflog_gc_duration_seconds', {
    help: 'Duration of the last notification log garbage collection cycle.',
    unit: 'seconds',
  }),
  nflogGossipMessagesPropagated: counter('alertmanager_nflog_gossip_messages_propagated_total', {
    help: 'Number of received gossip messages that have been further gossiped.',
    unit: 'messages',
  }),
  nflogQueries: counter('alertmanager_nflog_queries_total', {
    help: 'Number of notification log queries were received.',
    unit: 'queries',
  }),
  nflogQueryDurationSeconds: histogram('alertmanager_nflog_query_duration_seconds', {
    help: 'Duration of notification log query evaluation.',
    unit: 'seconds',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  }),
  nflogQueryErrors: counter('alertmanager_nflog_query_errors_total', {
    help: 'Number notification log received queries that failed.',
    unit: 'errors',
  }),
  nflogSnapshotDurationSeconds: summary('alertmanager_nflog_snapshot_duration_seconds', {
    help: 'Duration of the last notification log snapshot.',
    unit: 'seconds',
  }),
  nflogSnapshotSizeBytes: gauge('alertmanager_nflog_snapshot_size_bytes', {
    help: 'Size of the last notification log snapshot in bytes.',
    unit: 'bytes',
  }),
  notificationLatencySeconds: histogram('alertmanager_notification_latency_seconds', {
    help: 'The latency of notifications in seconds.',
    unit: 'seconds',
    labels: {
      integration: oneOf(
        'email',
        'opsgenie',
        'pagerduty',
        'pushover',
        'slack',
        'sns',
        'telegram',
        'victorops',
        'webhook',
        'wechat',
      ),
    },
    buckets: [1, 5, 10, 15, 20],
  }),
  notificationRequestsFailed: counter('alertmanager_notification_requests_failed_total', {
    help: 'The total number of failed notification requests.',
    unit: 'requests',
    labels: {
      integration: oneOf(
        'email',
        'opsgenie',
        'pagerduty',
        'pushover',
        'slack',
        'sns',
        'telegram',
        'victorops',
        'webhook',
        'wechat',
      ),
    },
  }),
  notificationRequests: counter('alertmanager_notification_requests_total', {
    help: 'The total number of attempted notification requests.',
    unit: 'requests',
    labels: {
      integration: oneOf(
        'email',
        'opsgenie',
        'pagerduty',
        'pushover',
        'slack',
        'sns',
        'telegram',
        'victorops',
        'webhook',
        'wechat',
      ),
    },
  }),
  notificationsFailed: counter('alertmanager_notifications_failed_total', {
    help: 'The total number of failed notifications.',
    unit: 'notifications',
    labels: {
      integration: oneOf(
        'email',
        'opsgenie',
        'pagerduty',
        'pushover',
        'slack',
        'sns',
        'telegram',
        'victorops',
        'webhook',
        'wechat',
      ),
    },
  }),
  notifications: counter('alertmanager_notifications_total', {
    help: 'The total number of attempted notifications.',
    unit: 'notifications',
    labels: {
      integration: oneOf(
        'email',
        'opsgenie',
        'pagerduty',
        'pushover',
        'slack',
        'sns',
        'telegram',
        'victorops',
        'webhook',
        'wechat',
      ),
    },
  }),
  receivers: gauge('alertmanager_receivers', {
    help: 'Number of configured receivers.',
    unit: 'receivers',
  }),
  silences: gauge('alertmanager_silences', {
    help: 'How many silences by state.',
    unit: 'silences',
    labels: {
      state: oneOf('active', 'expired', 'pending'),
    },
  }),
  silencesGcDurationSeconds: summary('alertmanager_silences_gc_duration_seconds', {
    help: 'Duration of the last silence garbage collection cycle.',
    unit: 'seconds',
  }),
  silencesGossipMessagesPropagated: counter('alertmanager_silences_gossip_messages_propagated_total', {
    help: 'Number of received gossip messages that have been further gossiped.',
    unit: 'messages',
  }),
  silencesQueries: counter('alertmanager_silences_queries_total', {
    help: 'How many silence queries were received.',
    unit: 'queries',
  }),
  silencesQueryDurationSeconds: histogram('alertmanager_silences_query_duration_seconds', {
    help: 'Duration of silence query evaluation.',
    unit: 'seconds',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  }),
  silencesQueryErrors: counter('alertmanager_silences_query_errors_total', {
    help: 'How many silence received queries did not succeed.',
    unit: 'errors',
  }),
  silencesSnapshotDurationSeconds: summary('alertmanager_silences_snapshot_duration_seconds', {
    help: 'Duration of the last silence snapshot.',
    unit: 'seconds',
  }),
  silencesSnapshotSizeBytes: gauge('alertmanager_silences_snapshot_size_bytes', {
    help: 'Size of the last silence snapshot in bytes.',
    unit: 'bytes',
  }),
};
