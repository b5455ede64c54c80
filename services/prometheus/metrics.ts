import { bounded, counter, gauge, histogram, httpStatus, info, oneOf, summary } from '@binnacle/builders';

/** What prometheus exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  netConntrackDialerConnAttempted: counter('net_conntrack_dialer_conn_attempted_total', {
    help: 'Total number of connections attempted by the given dialer a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 9 seen: alertmanager, blackbox, default, …
    },
  }),
  netConntrackDialerConnClosed: counter('net_conntrack_dialer_conn_closed_total', {
    help: 'Total number of connections closed which originated from the dialer of a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 9 seen: alertmanager, blackbox, default, …
    },
  }),
  netConntrackDialerConnEstablished: counter('net_conntrack_dialer_conn_established_total', {
    help: 'Total number of connections successfully established by the given dialer a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 9 seen: alertmanager, blackbox, default, …
    },
  }),
  netConntrackDialerConnFailed: counter('net_conntrack_dialer_conn_failed_total', {
    help: 'Total number of connections failed to dial by the dialer a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 9 seen: alertmanager, blackbox, default, …
      reason: oneOf('refused', 'resolution', 'timeout', 'unknown'),
    },
  }),
  netConntrackListenerConnAccepted: counter('net_conntrack_listener_conn_accepted_total', {
    help: 'Total number of connections opened to the listener of a given name.',
    unit: 'count',
    labels: {
      listener_name: bounded(10), // 1 seen: http
    },
  }),
  netConntrackListenerConnClosed: counter('net_conntrack_listener_conn_closed_total', {
    help: 'Total number of connections closed that were made to the listener of a given name.',
    unit: 'count',
    labels: {
      listener_name: bounded(10), // 1 seen: http
    },
  }),
  apiRemoteReadQueries: gauge('prometheus_api_remote_read_queries', {
    help: 'The current number of remote read queries being executed or waiting.',
    unit: 'queries',
  }),
  buildInfo: info('prometheus_build_info', {
    help: "A metric with a constant '1' value labeled by version, revision, branch, goversion from which prometheus was built, and the goos and goarch for the build.",
    labels: {
      branch: bounded(1), // 1 seen: debian/sid
      goarch: bounded(1), // 1 seen: amd64
      goos: bounded(1), // 1 seen: linux
      goversion: bounded(1), // 1 seen: go1.19.8
      revision: bounded(1), // 1 seen: 2.42.0+ds-5+deb12u1
      version: bounded(1), // 1 seen: 2.42.0+ds
    },
  }),
  configLastReloadSuccessTimestampSeconds: gauge('prometheus_config_last_reload_success_timestamp_seconds', {
    help: 'Timestamp of the last successful configuration reload.',
    unit: 'seconds',
  }),
  configLastReloadSuccessful: gauge('prometheus_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit: 'bool',
  }),
  engineQueries: gauge('prometheus_engine_queries', {
    help: 'The current number of queries being executed or waiting.',
    unit: 'queries',
  }),
  engineQueriesConcurrentMax: gauge('prometheus_engine_queries_concurrent_max', {
    help: 'The max number of concurrent queries.',
    unit: 'queries',
    waiver: 'named by Prometheus',
  }),
  engineQueryDurationSeconds: summary('prometheus_engine_query_duration_seconds', {
    help: 'Query timings.',
    unit: 'seconds',
    labels: {
      slice: oneOf('inner_eval', 'prepare_time', 'queue_time', 'result_sort'),
    },
    quantiles: [0.5, 0.9, 0.99],
  }),
  engineQueryLogEnabled: gauge('prometheus_engine_query_log_enabled', {
    help: 'State of the query log.',
    unit: 'bool',
  }),
  engineQueryLogFailures: counter('prometheus_engine_query_log_failures_total', {
    help: 'The number of query log failures.',
    unit: 'failures',
    waiver: 'named by prometheus',
  }),
  httpRequestDurationSeconds: histogram('prometheus_http_request_duration_seconds', {
    help: 'Histogram of latencies for HTTP requests.',
    unit: 'seconds',
    labels: {
      handler: bounded(10), // 6 seen: /-/ready, /api/v1/label/:name/valu…, /api/v1/metadata, …
    },
    buckets: [0.1, 0.2, 0.4, 1, 3, 8, 20, 60, 120],
  }),
  httpRequests: counter('prometheus_http_requests_total', {
    help: 'Counter of HTTP requests.',
    unit: 'requests',
    labels: {
      code: httpStatus(),
      handler: bounded(10), // 6 seen: /-/ready, /api/v1/label/:name/valu…, /api/v1/metadata, …
    },
  }),
  httpResponseSizeBytes: histogram('prometheus_http_response_size_bytes', {
    help: 'Histogram of response size for HTTP requests.',
    unit: 'bytes',
    labels: {
      handler: bounded(10), // 6 seen: /-/ready, /api/v1/label/:name/valu…, /api/v1/metadata, …
    },
    buckets: [100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000],
  }),
  notificationsAlertmanagersDiscovered: gauge('prometheus_notifications_alertmanagers_discovered', {
    help: 'The number of alertmanagers discovered and active.',
    unit: 'count',
  }),
  notificationsDropped: counter('prometheus_notifications_dropped_total', {
    help: 'Total number of alerts dropped due to errors when sending to Alertmanager.',
    unit: 'notifications',
  }),
  notificationsErrors: counter('prometheus_notifications_errors_total', {
    help: 'Total number of errors sending alert notifications.',
    unit: 'errors',
    labels: {
      alertmanager: bounded(10), // 1 seen
    },
  }),
  notificationsQueueCapacity: gauge('prometheus_notifications_queue_capacity', {
    help: 'The capacity of the alert notifications queue.',
    unit: 'count',
  }),
  notificationsQueueLength: gauge('prometheus_notifications_queue_length', {
    help: 'The number of alert notifications in the queue.',
    unit: 'count',
  }),
  notificationsSent: counter('prometheus_notifications_sent_total', {
    help: 'Total number of alerts sent.',
    unit: 'notifications',
    labels: {
      alertmanager: bounded(10), // 1 seen
    },
  }),
  ready: gauge('prometheus_ready', {
    help: 'Whether Prometheus startup was fully completed and the server is ready for normal operation.',
    unit: 'bool',
  }),
  remoteStorageExemplarsIn: counter('prometheus_remote_storage_exemplars_in_total', {
    help: 'Exemplars in to remote storage, compare to exemplars out for queue managers.',
    unit: 'exemplars',
  }),
  remoteStorageHighestTimestampInSeconds: gauge('prometheus_remote_storage_highest_timestamp_in_seconds', {
    help: 'Highest timestamp that has come into the remote storage via the Appender interface, in seconds since epoch.',
    unit: 'seconds',
    waiver: 'named by prometheus',
  }),
  remoteStorageHistogramsIn: counter('prometheus_remote_storage_histograms_in_total', {
    help: 'HistogramSamples in to remote storage, compare to histograms out for queue managers.',
    unit: 'histograms',
  }),
  remoteStorageSamplesIn: counter('prometheus_remote_storage_samples_in_total', {
    help: 'Samples in to remote storage, compare to samples out for queue managers.',
    unit: 'samples',
  }),
  remoteStorageStringInternerZeroReferenceReleases: counter(
    'prometheus_remote_storage_string_interner_zero_reference_releases_total',
    {
      help: 'The number of times release has been called for strings that are not interned.',
      unit: 'releases',
    },
  ),
  ruleEvaluationDurationSeconds: summary('prometheus_rule_evaluation_duration_seconds', {
    help: 'The duration for a rule to execute.',
    unit: 'seconds',
    quantiles: [0.5, 0.9, 0.99],
  }),
  ruleEvaluationFailures: counter('prometheus_rule_evaluation_failures_total', {
    help: 'The total number of rule evaluation failures.',
    unit: 'evaluations',
    labels: {
      rule_group: bounded(50),
    },
    waiver: 'named by Prometheus; there are as many groups as rule files hold',
  }),
  ruleGroupIterationsMissed: counter('prometheus_rule_group_iterations_missed_total', {
    help: 'The total number of rule group evaluations missed due to slow rule group evaluation.',
    unit: 'evaluations',
    labels: {
      rule_group: bounded(50),
    },
    waiver: 'named by Prometheus; there are as many groups as rule files hold',
  }),
  ruleGroupDurationSeconds: summary('prometheus_rule_group_duration_seconds', {
    help: 'The duration of rule group evaluations.',
    unit: 'seconds',
    quantiles: [0.01, 0.05, 0.5, 0.9, 0.99],
  }),
  sdAzureFailures: counter('prometheus_sd_azure_failures_total', {
    help: 'Number of Azure service discovery refresh failures.',
    unit: 'failures',
    waiver: 'named by prometheus',
  }),
  sdDiscoveredTargets: gauge('prometheus_sd_discovered_targets', {
    help: 'Current number of discovered targets.',
    unit: 'targets',
    labels: {
      config: bounded(10), // 9 seen: alertmanager, blackbox, config-0, …
      name: bounded(10), // 2 seen: notify, scrape
    },
  }),
  sdDnsLookupFailures: counter('prometheus_sd_dns_lookup_failures_total', {
    help: 'The number of DNS-SD lookup failures.',
    unit: 'failures',
  }),
  sdDnsLookups: counter('prometheus_sd_dns_lookups_total', {
    help: 'The number of DNS-SD lookups.',
    unit: 'lookups',
  }),
  sdFailedConfigs: gauge('prometheus_sd_failed_configs', {
    help: 'Current number of service discovery configurations that failed to load.',
    unit: 'configs',
    labels: {
      name: bounded(10), // 2 seen: notify, scrape
    },
  }),
  sdFileReadErrors: counter('prometheus_sd_file_read_errors_total', {
    help: 'The number of File-SD read errors.',
    unit: 'errors',
    waiver: 'named by prometheus',
  }),
  sdFileScanDurationSeconds: summary('prometheus_sd_file_scan_duration_seconds', {
    help: 'The duration of the File-SD scan in seconds.',
    unit: 'seconds',
    quantiles: [0.5, 0.9, 0.99],
  }),
  sdFileWatcherErrors: counter('prometheus_sd_file_watcher_errors_total', {
    help: 'The number of File-SD errors caused by filesystem watch failures.',
    unit: 'errors',
    waiver: 'named by prometheus',
  }),
  sdHttpFailures: counter('prometheus_sd_http_failures_total', {
    help: 'Number of HTTP service discovery refresh failures.',
    unit: 'failures',
    waiver: 'named by prometheus',
  }),
  sdReceivedUpdates: counter('prometheus_sd_received_updates_total', {
    help: 'Total number of update events received from the SD providers.',
    unit: 'updates',
    labels: {
      name: bounded(10), // 2 seen: notify, scrape
    },
  }),
  sdUpdates: counter('prometheus_sd_updates_total', {
    help: 'Total number of update events sent to the SD consumers.',
    unit: 'updates',
    labels: {
      name: bounded(10), // 2 seen: notify, scrape
    },
  }),
  targetIntervalLengthSeconds: summary('prometheus_target_interval_length_seconds', {
    help: 'Actual intervals between scrapes.',
    unit: 'seconds',
    labels: {
      interval: bounded(10), // 1 seen: 1s
    },
    quantiles: [0.01, 0.05, 0.5, 0.9, 0.99],
  }),
  targetMetadataCacheBytes: gauge('prometheus_target_metadata_cache_bytes', {
    help: 'The number of bytes that are currently used for storing metric metadata in the cache.',
    unit: 'bytes',
    labels: {
      scrape_job: bounded(10), // 8 seen: alertmanager, blackbox, node, …
    },
  }),
  targetMetadataCacheEntries: gauge('prometheus_target_metadata_cache_entries', {
    help: 'Total number of metric metadata entries in the cache.',
    unit: 'entries',
    labels: {
      scrape_job: bounded(10), // 8 seen: alertmanager, blackbox, node, …
    },
  }),
  targetScrapePoolExceededLabelLimits: counter('prometheus_target_scrape_pool_exceeded_label_limits_total', {
    help: 'Total number of times scrape pools hit the label limits, during sync or config reload.',
    unit: 'limits',
  }),
  targetScrapePoolExceededTargetLimit: counter('prometheus_target_scrape_pool_exceeded_target_limit_total', {
    help: 'Total number of times scrape pools hit the target limit, during sync or config reload.',
    unit: 'count',
  }),
  targetScrapePoolReloadsFailed: counter('prometheus_target_scrape_pool_reloads_failed_total', {
    help: 'Total number of failed scrape pool reloads.',
    unit: 'reloads',
  }),
  targetScrapePoolReloads: counter('prometheus_target_scrape_pool_reloads_total', {
    help: 'Total number of scrape pool reloads.',
    unit: 'reloads',
  }),
  targetScrapePoolSync: counter('prometheus_target_scrape_pool_sync_total', {
    help: 'Total number of syncs that were executed on a scrape pool.',
    unit: 'count',
    labels: {
      scrape_job: bounded(10), // 8 seen: alertmanager, blackbox, node, …
    },
  }),
  targetScrapePoolTargets: gauge('prometheus_target_scrape_pool_targets', {
    help: 'Current number of targets in this scrape pool.',
    unit: 'targets',
    labels: {
      scrape_job: bounded(10), // 8 seen: alertmanager, blackbox, node, …
    },
  }),
  targetScrapePoolsFailed: counter('prometheus_target_scrape_pools_failed_total', {
    help: 'Total number of scrape pool creations that failed.',
    unit: 'pools',
  }),
  targetScrapePools: counter('prometheus_target_scrape_pools_total', {
    help: 'Total number of scrape pool creation attempts.',
    unit: 'pools',
  }),
  targetScrapesCacheFlushForced: counter('prometheus_target_scrapes_cache_flush_forced_total', {
    help: 'How many times a scrape cache was flushed due to getting big while scrapes are failing.',
    unit: 'scrapes',
  }),
  targetScrapesExceededBodySizeLimit: counter('prometheus_target_scrapes_exceeded_body_size_limit_total', {
    help: 'Total number of scrapes that hit the body size limit.',
    unit: 'scrapes',
  }),
  targetScrapesExceededSampleLimit: counter('prometheus_target_scrapes_exceeded_sample_limit_total', {
    help: 'Total number of scrapes that hit the sample limit and were rejected.',
    unit: 'scrapes',
  }),
  targetScrapesExemplarOutOfOrder: counter('prometheus_target_scrapes_exemplar_out_of_order_total', {
    help: 'Total number of exemplar rejected due to not being out of the expected order.',
    unit: 'scrapes',
  }),
  targetScrapesSampleDuplicateTimestamp: counter('prometheus_target_scrapes_sample_duplicate_timestamp_total', {
    help: 'Total number of samples rejected due to duplicate timestamps but different values.',
    unit: 'scrapes',
  }),
  targetScrapesSampleOutOfBounds: counter('prometheus_target_scrapes_sample_out_of_bounds_total', {
    help: 'Total number of samples rejected due to timestamp falling outside of the time bounds.',
    unit: 'bounds',
  }),
  targetScrapesSampleOutOfOrder: counter('prometheus_target_scrapes_sample_out_of_order_total', {
    help: 'Total number of samples rejected due to not being out of the expected order.',
    unit: 'scrapes',
  }),
  targetSyncFailed: counter('prometheus_target_sync_failed_total', {
    help: 'Total number of target sync failures.',
    unit: 'count',
    labels: {
      scrape_job: bounded(10), // 8 seen: alertmanager, blackbox, node, …
    },
  }),
  targetSyncLengthSeconds: summary('prometheus_target_sync_length_seconds', {
    help: 'Actual interval to sync the scrape pool.',
    unit: 'seconds',
    labels: {
      scrape_job: bounded(10), // 8 seen: alertmanager, blackbox, node, …
    },
    quantiles: [0.01, 0.05, 0.5, 0.9, 0.99],
  }),
  templateTextExpansionFailures: counter('prometheus_template_text_expansion_failures_total', {
    help: 'The total number of template text expansion failures.',
    unit: 'failures',
  }),
  templateTextExpansions: counter('prometheus_template_text_expansions_total', {
    help: 'The total number of template text expansions.',
    unit: 'expansions',
  }),
  treecacheWatcherGoroutines: gauge('prometheus_treecache_watcher_goroutines', {
    help: 'The current number of watcher goroutines.',
    unit: 'goroutines',
  }),
  treecacheZookeeperFailures: counter('prometheus_treecache_zookeeper_failures_total', {
    help: 'The total number of ZooKeeper failures.',
    unit: 'failures',
    waiver: 'named by prometheus',
  }),
  tsdbBlocksLoaded: gauge('prometheus_tsdb_blocks_loaded', {
    help: 'Number of currently loaded data blocks.',
    unit: 'bool',
  }),
  tsdbCheckpointCreationsFailed: counter('prometheus_tsdb_checkpoint_creations_failed_total', {
    help: 'Total number of checkpoint creations that failed.',
    unit: 'creations',
  }),
  tsdbCheckpointCreations: counter('prometheus_tsdb_checkpoint_creations_total', {
    help: 'Total number of checkpoint creations attempted.',
    unit: 'creations',
  }),
  tsdbCheckpointDeletionsFailed: counter('prometheus_tsdb_checkpoint_deletions_failed_total', {
    help: 'Total number of checkpoint deletions that failed.',
    unit: 'deletions',
  }),
  tsdbCheckpointDeletions: counter('prometheus_tsdb_checkpoint_deletions_total', {
    help: 'Total number of checkpoint deletions attempted.',
    unit: 'deletions',
  }),
  tsdbCleanStart: gauge('prometheus_tsdb_clean_start', {
    help: '-1: lockfile is disabled. 0: a lockfile from a previous execution was replaced. 1: lockfile creation was clean.',
    unit: 'count',
  }),
  tsdbCompactionChunkRangeSeconds: histogram('prometheus_tsdb_compaction_chunk_range_seconds', {
    help: 'Final time range of chunks on their first compaction.',
    unit: 'seconds',
    buckets: [100, 400, 1600, 6400, 25600, 102400, 409600, 1638400, 6553600, 26214400],
  }),
  tsdbCompactionChunkSamples: histogram('prometheus_tsdb_compaction_chunk_samples', {
    help: 'Final number of samples on their first compaction.',
    unit: 'samples',
    buckets: [4, 6, 9, 13.5, 20.25, 30.375, 45.5625, 68.34375, 102.515625, 153.7734375, 230.66015625, 345.990234375],
  }),
  tsdbCompactionChunkSizeBytes: histogram('prometheus_tsdb_compaction_chunk_size_bytes', {
    help: 'Final size of chunks on their first compaction.',
    unit: 'bytes',
    buckets: [32, 48, 72, 108, 162, 243, 364.5, 546.75, 820.125, 1230.1875, 1845.28125, 2767.921875],
  }),
  tsdbCompactionDurationSeconds: histogram('prometheus_tsdb_compaction_duration_seconds', {
    help: 'Duration of compaction runs.',
    unit: 'seconds',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192],
  }),
  tsdbCompactionPopulatingBlock: gauge('prometheus_tsdb_compaction_populating_block', {
    help: 'Set to 1 when a block is currently being written to the disk.',
    unit: 'count',
  }),
  tsdbCompactionsFailed: counter('prometheus_tsdb_compactions_failed_total', {
    help: 'Total number of compactions that failed for the partition.',
    unit: 'compactions',
  }),
  tsdbCompactionsSkipped: counter('prometheus_tsdb_compactions_skipped_total', {
    help: 'Total number of skipped compactions due to disabled auto compaction.',
    unit: 'compactions',
  }),
  tsdbCompactions: counter('prometheus_tsdb_compactions_total', {
    help: 'Total number of compactions that were executed for the partition.',
    unit: 'compactions',
  }),
  tsdbCompactionsTriggered: counter('prometheus_tsdb_compactions_triggered_total', {
    help: 'Total number of triggered compactions for the partition.',
    unit: 'compactions',
  }),
  tsdbDataReplayDurationSeconds: gauge('prometheus_tsdb_data_replay_duration_seconds', {
    help: 'Time taken to replay the data on disk.',
    unit: 'seconds',
  }),
  tsdbExemplarExemplarsAppended: counter('prometheus_tsdb_exemplar_exemplars_appended_total', {
    help: 'Total number of appended exemplars.',
    unit: 'exemplars',
  }),
  tsdbExemplarExemplarsInStorage: gauge('prometheus_tsdb_exemplar_exemplars_in_storage', {
    help: 'Number of exemplars currently in circular storage.',
    unit: 'count',
  }),
  tsdbExemplarLastExemplarsTimestampSeconds: gauge('prometheus_tsdb_exemplar_last_exemplars_timestamp_seconds', {
    help: 'The timestamp of the oldest exemplar stored in circular storage. Useful to check for what timerange the current exemplar buffer limit allows. This usually means the last timestampfor all exemplars for a typical setup. This is not true though if one of the series timestamp is in future compared to rest series.',
    unit: 'seconds',
  }),
  tsdbExemplarMaxExemplars: gauge('prometheus_tsdb_exemplar_max_exemplars', {
    help: 'Total number of exemplars the exemplar storage can store, resizeable.',
    unit: 'exemplars',
  }),
  tsdbExemplarOutOfOrderExemplars: counter('prometheus_tsdb_exemplar_out_of_order_exemplars_total', {
    help: 'Total number of out of order exemplar ingestion failed attempts.',
    unit: 'exemplars',
  }),
  tsdbExemplarSeriesWithExemplarsInStorage: gauge('prometheus_tsdb_exemplar_series_with_exemplars_in_storage', {
    help: 'Number of series with exemplars currently in circular storage.',
    unit: 'count',
  }),
  tsdbHeadActiveAppenders: gauge('prometheus_tsdb_head_active_appenders', {
    help: 'Number of currently active appender transactions.',
    unit: 'appenders',
  }),
  tsdbHeadChunks: gauge('prometheus_tsdb_head_chunks', {
    help: 'Total number of chunks in the head block.',
    unit: 'chunks',
  }),
  tsdbHeadChunksCreated: counter('prometheus_tsdb_head_chunks_created_total', {
    help: 'Total number of chunks created in the head.',
    unit: 'chunks',
  }),
  tsdbHeadChunksRemoved: counter('prometheus_tsdb_head_chunks_removed_total', {
    help: 'Total number of chunks removed in the head.',
    unit: 'chunks',
  }),
  tsdbHeadGcDurationSeconds: summary('prometheus_tsdb_head_gc_duration_seconds', {
    help: 'Runtime of garbage collection in the head block.',
    unit: 'seconds',
  }),
  tsdbHeadMaxTime: gauge('prometheus_tsdb_head_max_time', {
    help: 'Maximum timestamp of the head block. The unit is decided by the library consumer.',
    unit: 'count',
  }),
  tsdbHeadMaxTimeSeconds: gauge('prometheus_tsdb_head_max_time_seconds', {
    help: 'Maximum timestamp of the head block.',
    unit: 'seconds',
  }),
  tsdbHeadMinTime: gauge('prometheus_tsdb_head_min_time', {
    help: 'Minimum time bound of the head block. The unit is decided by the library consumer.',
    unit: 'count',
  }),
  tsdbHeadMinTimeSeconds: gauge('prometheus_tsdb_head_min_time_seconds', {
    help: 'Minimum time bound of the head block.',
    unit: 'seconds',
  }),
  tsdbHeadOutOfOrderSamplesAppended: counter('prometheus_tsdb_head_out_of_order_samples_appended_total', {
    help: 'Total number of appended out of order samples.',
    unit: 'samples',
  }),
  tsdbHeadSamplesAppended: counter('prometheus_tsdb_head_samples_appended_total', {
    help: 'Total number of appended samples.',
    unit: 'samples',
    labels: {
      type: oneOf('float', 'histogram'),
    },
  }),
  tsdbHeadSeries: gauge('prometheus_tsdb_head_series', {
    help: 'Total number of series in the head block.',
    unit: 'series',
  }),
  tsdbHeadSeriesCreated: counter('prometheus_tsdb_head_series_created_total', {
    help: 'Total number of series created in the head.',
    unit: 'series',
  }),
  tsdbHeadSeriesNotFound: counter('prometheus_tsdb_head_series_not_found_total', {
    help: 'Total number of requests for series that were not found.',
    unit: 'series',
  }),
  tsdbHeadSeriesRemoved: counter('prometheus_tsdb_head_series_removed_total', {
    help: 'Total number of series removed in the head.',
    unit: 'series',
  }),
  tsdbHeadTruncationsFailed: counter('prometheus_tsdb_head_truncations_failed_total', {
    help: 'Total number of head truncations that failed.',
    unit: 'truncations',
  }),
  tsdbHeadTruncations: counter('prometheus_tsdb_head_truncations_total', {
    help: 'Total number of head truncations attempted.',
    unit: 'truncations',
  }),
  tsdbIsolationHighWatermark: gauge('prometheus_tsdb_isolation_high_watermark', {
    help: 'The highest TSDB append ID that has been given out.',
    unit: 'count',
  }),
  tsdbIsolationLowWatermark: gauge('prometheus_tsdb_isolation_low_watermark', {
    help: 'The lowest TSDB append ID that is still referenced.',
    unit: 'count',
  }),
  tsdbLowestTimestamp: gauge('prometheus_tsdb_lowest_timestamp', {
    help: 'Lowest timestamp value stored in the database. The unit is decided by the library consumer.',
    unit: 'count',
    waiver: 'named by prometheus',
  }),
  tsdbLowestTimestampSeconds: gauge('prometheus_tsdb_lowest_timestamp_seconds', {
    help: 'Lowest timestamp value stored in the database.',
    unit: 'seconds',
  }),
  tsdbMmapChunkCorruptions: counter('prometheus_tsdb_mmap_chunk_corruptions_total', {
    help: 'Total number of memory-mapped chunk corruptions.',
    unit: 'corruptions',
  }),
  tsdbOutOfBoundSamples: counter('prometheus_tsdb_out_of_bound_samples_total', {
    help: 'Total number of out of bound samples ingestion failed attempts with out of order support disabled.',
    unit: 'samples',
    labels: {
      type: bounded(10), // 1 seen: float
    },
  }),
  tsdbOutOfOrderSamples: counter('prometheus_tsdb_out_of_order_samples_total', {
    help: 'Total number of out of order samples ingestion failed attempts due to out of order being disabled.',
    unit: 'samples',
    labels: {
      type: oneOf('float', 'histogram'),
    },
  }),
  tsdbReloadsFailures: counter('prometheus_tsdb_reloads_failures_total', {
    help: 'Number of times the database failed to reloadBlocks block data from disk.',
    unit: 'failures',
  }),
  tsdbReloads: counter('prometheus_tsdb_reloads_total', {
    help: 'Number of times the database reloaded block data from disk.',
    unit: 'reloads',
  }),
  tsdbRetentionLimitBytes: gauge('prometheus_tsdb_retention_limit_bytes', {
    help: 'Max number of bytes to be retained in the tsdb blocks, configured 0 means disabled.',
    unit: 'bytes',
  }),
  tsdbSizeRetentions: counter('prometheus_tsdb_size_retentions_total', {
    help: 'The number of times that blocks were deleted because the maximum number of bytes was exceeded.',
    unit: 'retentions',
  }),
  tsdbSnapshotReplayError: counter('prometheus_tsdb_snapshot_replay_error_total', {
    help: 'Total number snapshot replays that failed.',
    unit: 'count',
  }),
  tsdbStorageBlocksBytes: gauge('prometheus_tsdb_storage_blocks_bytes', {
    help: 'The number of bytes that are currently used for local storage by all blocks.',
    unit: 'bytes',
  }),
  tsdbSymbolTableSizeBytes: gauge('prometheus_tsdb_symbol_table_size_bytes', {
    help: 'Size of symbol table in memory for loaded blocks.',
    unit: 'bytes',
  }),
  tsdbTimeRetentions: counter('prometheus_tsdb_time_retentions_total', {
    help: 'The number of times that blocks were deleted because the maximum time limit was exceeded.',
    unit: 'retentions',
  }),
  tsdbTombstoneCleanupSeconds: histogram('prometheus_tsdb_tombstone_cleanup_seconds', {
    help: 'The time taken to recompact blocks to remove tombstones.',
    unit: 'seconds',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  }),
  tsdbTooOldSamples: counter('prometheus_tsdb_too_old_samples_total', {
    help: 'Total number of out of order samples ingestion failed attempts with out of support enabled, but sample outside of time window.',
    unit: 'samples',
    labels: {
      type: bounded(10), // 1 seen: float
    },
  }),
  tsdbVerticalCompactions: counter('prometheus_tsdb_vertical_compactions_total', {
    help: 'Total number of compactions done on overlapping blocks.',
    unit: 'compactions',
  }),
  tsdbWalCompletedPages: counter('prometheus_tsdb_wal_completed_pages_total', {
    help: 'Total number of completed pages.',
    unit: 'pages',
  }),
  tsdbWalCorruptions: counter('prometheus_tsdb_wal_corruptions_total', {
    help: 'Total number of WAL corruptions.',
    unit: 'corruptions',
  }),
  tsdbWalFsyncDurationSeconds: summary('prometheus_tsdb_wal_fsync_duration_seconds', {
    help: 'Duration of write log fsync.',
    unit: 'seconds',
    quantiles: [0.5, 0.9, 0.99],
  }),
  tsdbWalPageFlushes: counter('prometheus_tsdb_wal_page_flushes_total', {
    help: 'Total number of page flushes.',
    unit: 'flushes',
  }),
  tsdbWalSegmentCurrent: gauge('prometheus_tsdb_wal_segment_current', {
    help: 'Write log segment index that TSDB is currently writing to.',
    unit: 'count',
  }),
  tsdbWalTruncateDurationSeconds: summary('prometheus_tsdb_wal_truncate_duration_seconds', {
    help: 'Duration of WAL truncation.',
    unit: 'seconds',
  }),
  tsdbWalTruncationsFailed: counter('prometheus_tsdb_wal_truncations_failed_total', {
    help: 'Total number of write log truncations that failed.',
    unit: 'truncations',
  }),
  tsdbWalTruncations: counter('prometheus_tsdb_wal_truncations_total', {
    help: 'Total number of write log truncations attempted.',
    unit: 'truncations',
  }),
  tsdbWalWritesFailed: counter('prometheus_tsdb_wal_writes_failed_total', {
    help: 'Total number of write log writes that failed.',
    unit: 'writes',
    waiver: 'named by prometheus',
  }),
  webFederationErrors: counter('prometheus_web_federation_errors_total', {
    help: 'Total number of errors that occurred while sending federation responses.',
    unit: 'errors',
  }),
  webFederationWarnings: counter('prometheus_web_federation_warnings_total', {
    help: 'Total number of warnings that occurred while sending federation responses.',
    unit: 'warnings',
  }),
};
