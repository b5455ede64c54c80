import { bounded, counter, gauge, info, oneOf } from '@binnacle/builders';

/** What postgres exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  databaseSizeBytes: gauge('pg_database_size_bytes', {
    help: 'Disk space used by the database.',
    unit: 'bytes',
    labels: {
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  exporterLastScrapeDurationSeconds: gauge('pg_exporter_last_scrape_duration_seconds', {
    help: 'Duration of the last scrape of metrics from PostgreSQL.',
    unit: 'seconds',
  }),
  exporterLastScrapeError: gauge('pg_exporter_last_scrape_error', {
    help: 'Whether the last scrape of metrics from PostgreSQL resulted in an error (1 for error, 0 for success).',
    unit: 'count',
  }),
  exporterScrapes: counter('pg_exporter_scrapes_total', {
    help: 'Total number of times PostgreSQL was scraped for metrics.',
    unit: 'scrapes',
  }),
  locksCount: gauge('pg_locks_count', {
    help: 'Number of locks.',
    unit: 'count',
    labels: {
      datname: bounded(10), // 3 seen: postgres, template0, template1
      mode: oneOf(
        'accessexclusivelock',
        'accesssharelock',
        'exclusivelock',
        'rowexclusivelock',
        'rowsharelock',
        'sharelock',
        'sharerowexclusivelock',
        'shareupdateexclusivelock',
        'sireadlock',
      ),
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  scrapeCollectorDurationSeconds: gauge('pg_scrape_collector_duration_seconds', {
    help: 'postgres_exporter: Duration of a collector scrape.',
    unit: 'seconds',
    labels: {
      collector: bounded(10), // 2 seen: bgwriter, database
    },
  }),
  scrapeCollectorSuccess: gauge('pg_scrape_collector_success', {
    help: 'postgres_exporter: Whether a collector succeeded.',
    unit: 'bool',
    labels: {
      collector: bounded(10), // 2 seen: bgwriter, database
    },
  }),
  settingsAllowInPlaceTablespaces: gauge('pg_settings_allow_in_place_tablespaces', {
    help: 'Allows tablespaces directly inside pg_tblspc, for testing.',
    unit: 'tablespaces',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAllowSystemTableMods: gauge('pg_settings_allow_system_table_mods', {
    help: 'Allows modifications of the structure of system tables.',
    unit: 'mods',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsArchiveTimeoutSeconds: gauge('pg_settings_archive_timeout_seconds', {
    help: 'Sets the amount of time to wait before forcing a switch to the next WAL file. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsArrayNulls: gauge('pg_settings_array_nulls', {
    help: 'Enable input of NULL elements in arrays.',
    unit: 'nulls',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAuthenticationTimeoutSeconds: gauge('pg_settings_authentication_timeout_seconds', {
    help: 'Sets the maximum allowed time to complete client authentication. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuum: gauge('pg_settings_autovacuum', {
    help: 'Starts the autovacuum subprocess.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumAnalyzeScaleFactor: gauge('pg_settings_autovacuum_analyze_scale_factor', {
    help: 'Number of tuple inserts, updates, or deletes prior to analyze as a fraction of reltuples.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumAnalyzeThreshold: gauge('pg_settings_autovacuum_analyze_threshold', {
    help: 'Minimum number of tuple inserts, updates, or deletes prior to analyze.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumFreezeMaxAge: gauge('pg_settings_autovacuum_freeze_max_age', {
    help: 'Age at which to autovacuum a table to prevent transaction ID wraparound.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsAutovacuumMaxWorkers: gauge('pg_settings_autovacuum_max_workers', {
    help: 'Sets the maximum number of simultaneously running autovacuum worker processes.',
    unit: 'workers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumMultixactFreezeMaxAge: gauge('pg_settings_autovacuum_multixact_freeze_max_age', {
    help: 'Multixact age at which to autovacuum a table to prevent multixact wraparound.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsAutovacuumNaptimeSeconds: gauge('pg_settings_autovacuum_naptime_seconds', {
    help: 'Time to sleep between autovacuum runs. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumVacuumCostDelaySeconds: gauge('pg_settings_autovacuum_vacuum_cost_delay_seconds', {
    help: 'Vacuum cost delay in milliseconds, for autovacuum. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumVacuumCostLimit: gauge('pg_settings_autovacuum_vacuum_cost_limit', {
    help: 'Vacuum cost amount available before napping, for autovacuum.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumVacuumInsertScaleFactor: gauge('pg_settings_autovacuum_vacuum_insert_scale_factor', {
    help: 'Number of tuple inserts prior to vacuum as a fraction of reltuples.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumVacuumInsertThreshold: gauge('pg_settings_autovacuum_vacuum_insert_threshold', {
    help: 'Minimum number of tuple inserts prior to vacuum, or -1 to disable insert vacuums.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumVacuumScaleFactor: gauge('pg_settings_autovacuum_vacuum_scale_factor', {
    help: 'Number of tuple updates or deletes prior to vacuum as a fraction of reltuples.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumVacuumThreshold: gauge('pg_settings_autovacuum_vacuum_threshold', {
    help: 'Minimum number of tuple updates or deletes prior to vacuum.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsAutovacuumWorkMemBytes: gauge('pg_settings_autovacuum_work_mem_bytes', {
    help: 'Sets the maximum memory to be used by each autovacuum worker process. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBackendFlushAfterBytes: gauge('pg_settings_backend_flush_after_bytes', {
    help: 'Number of pages after which previously performed writes are flushed to disk. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBgwriterDelaySeconds: gauge('pg_settings_bgwriter_delay_seconds', {
    help: 'Background writer sleep time between rounds. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBgwriterFlushAfterBytes: gauge('pg_settings_bgwriter_flush_after_bytes', {
    help: 'Number of pages after which previously performed writes are flushed to disk. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBgwriterLruMaxpages: gauge('pg_settings_bgwriter_lru_maxpages', {
    help: 'Background writer maximum number of LRU pages to flush per round.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBgwriterLruMultiplier: gauge('pg_settings_bgwriter_lru_multiplier', {
    help: 'Multiple of the average buffer usage to free per round.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBlockSize: gauge('pg_settings_block_size', {
    help: 'Shows the size of a disk block.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsBonjour: gauge('pg_settings_bonjour', {
    help: 'Enables advertising the server via Bonjour.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCheckFunctionBodies: gauge('pg_settings_check_function_bodies', {
    help: 'Check routine bodies during CREATE FUNCTION and CREATE PROCEDURE.',
    unit: 'bodies',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCheckpointCompletionTarget: gauge('pg_settings_checkpoint_completion_target', {
    help: 'Time spent flushing dirty buffers during checkpoint, as fraction of checkpoint interval.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCheckpointFlushAfterBytes: gauge('pg_settings_checkpoint_flush_after_bytes', {
    help: 'Number of pages after which previously performed writes are flushed to disk. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCheckpointTimeoutSeconds: gauge('pg_settings_checkpoint_timeout_seconds', {
    help: 'Sets the maximum time between automatic WAL checkpoints. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCheckpointWarningSeconds: gauge('pg_settings_checkpoint_warning_seconds', {
    help: 'Sets the maximum time before warning if checkpoints triggered by WAL volume happen too frequently. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsClientConnectionCheckIntervalSeconds: gauge('pg_settings_client_connection_check_interval_seconds', {
    help: 'Sets the time interval between checks for disconnection while running queries. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCommitDelay: gauge('pg_settings_commit_delay', {
    help: 'Sets the delay in microseconds between transaction commit and flushing WAL to disk.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCommitSiblings: gauge('pg_settings_commit_siblings', {
    help: 'Sets the minimum number of concurrent open transactions required before performing commit_delay.',
    unit: 'siblings',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCpuIndexTupleCost: gauge('pg_settings_cpu_index_tuple_cost', {
    help: "Sets the planner's estimate of the cost of processing each index entry during an index scan.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCpuOperatorCost: gauge('pg_settings_cpu_operator_cost', {
    help: "Sets the planner's estimate of the cost of processing each operator or function call.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCpuTupleCost: gauge('pg_settings_cpu_tuple_cost', {
    help: "Sets the planner's estimate of the cost of processing each tuple (row).",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsCursorTupleFraction: gauge('pg_settings_cursor_tuple_fraction', {
    help: "Sets the planner's estimate of the fraction of a cursor's rows that will be retrieved.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDataChecksums: gauge('pg_settings_data_checksums', {
    help: 'Shows whether data checksums are turned on for this cluster.',
    unit: 'checksums',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDataDirectoryMode: gauge('pg_settings_data_directory_mode', {
    help: 'Shows the mode of the data directory.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDataSyncRetry: gauge('pg_settings_data_sync_retry', {
    help: 'Whether to continue running after a failure to sync data files.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDbUserNamespace: gauge('pg_settings_db_user_namespace', {
    help: 'Enables per-database user names.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDeadlockTimeoutSeconds: gauge('pg_settings_deadlock_timeout_seconds', {
    help: 'Sets the time to wait on a lock before checking for deadlock. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDebugAssertions: gauge('pg_settings_debug_assertions', {
    help: 'Shows whether the running server has assertion checks enabled.',
    unit: 'assertions',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDebugDiscardCaches: gauge('pg_settings_debug_discard_caches', {
    help: 'Aggressively flush system caches for debugging purposes.',
    unit: 'caches',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDebugPrettyPrint: gauge('pg_settings_debug_pretty_print', {
    help: 'Indents parse and plan tree displays.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDebugPrintParse: gauge('pg_settings_debug_print_parse', {
    help: "Logs each query's parse tree.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDebugPrintPlan: gauge('pg_settings_debug_print_plan', {
    help: "Logs each query's execution plan.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDebugPrintRewritten: gauge('pg_settings_debug_print_rewritten', {
    help: "Logs each query's rewritten parse tree.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDefaultStatisticsTarget: gauge('pg_settings_default_statistics_target', {
    help: 'Sets the default statistics target.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDefaultTransactionDeferrable: gauge('pg_settings_default_transaction_deferrable', {
    help: 'Sets the default deferrable status of new transactions.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsDefaultTransactionReadOnly: gauge('pg_settings_default_transaction_read_only', {
    help: 'Sets the default read-only status of new transactions.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEffectiveCacheSizeBytes: gauge('pg_settings_effective_cache_size_bytes', {
    help: "Sets the planner's assumption about the total size of the data caches. [Units converted to bytes.].",
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEffectiveIoConcurrency: gauge('pg_settings_effective_io_concurrency', {
    help: 'Number of simultaneous requests that can be handled efficiently by the disk subsystem.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableAsyncAppend: gauge('pg_settings_enable_async_append', {
    help: "Enables the planner's use of async append plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableBitmapscan: gauge('pg_settings_enable_bitmapscan', {
    help: "Enables the planner's use of bitmap-scan plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableGathermerge: gauge('pg_settings_enable_gathermerge', {
    help: "Enables the planner's use of gather merge plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableHashagg: gauge('pg_settings_enable_hashagg', {
    help: "Enables the planner's use of hashed aggregation plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableHashjoin: gauge('pg_settings_enable_hashjoin', {
    help: "Enables the planner's use of hash join plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableIncrementalSort: gauge('pg_settings_enable_incremental_sort', {
    help: "Enables the planner's use of incremental sort steps.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableIndexonlyscan: gauge('pg_settings_enable_indexonlyscan', {
    help: "Enables the planner's use of index-only-scan plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableIndexscan: gauge('pg_settings_enable_indexscan', {
    help: "Enables the planner's use of index-scan plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableMaterial: gauge('pg_settings_enable_material', {
    help: "Enables the planner's use of materialization.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableMemoize: gauge('pg_settings_enable_memoize', {
    help: "Enables the planner's use of memoization.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableMergejoin: gauge('pg_settings_enable_mergejoin', {
    help: "Enables the planner's use of merge join plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableNestloop: gauge('pg_settings_enable_nestloop', {
    help: "Enables the planner's use of nested-loop join plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableParallelAppend: gauge('pg_settings_enable_parallel_append', {
    help: "Enables the planner's use of parallel append plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableParallelHash: gauge('pg_settings_enable_parallel_hash', {
    help: "Enables the planner's use of parallel hash plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnablePartitionPruning: gauge('pg_settings_enable_partition_pruning', {
    help: 'Enables plan-time and execution-time partition pruning.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnablePartitionwiseAggregate: gauge('pg_settings_enable_partitionwise_aggregate', {
    help: 'Enables partitionwise aggregation and grouping.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnablePartitionwiseJoin: gauge('pg_settings_enable_partitionwise_join', {
    help: 'Enables partitionwise join.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableSeqscan: gauge('pg_settings_enable_seqscan', {
    help: "Enables the planner's use of sequential-scan plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableSort: gauge('pg_settings_enable_sort', {
    help: "Enables the planner's use of explicit sort steps.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEnableTidscan: gauge('pg_settings_enable_tidscan', {
    help: "Enables the planner's use of TID scan plans.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsEscapeStringWarning: gauge('pg_settings_escape_string_warning', {
    help: 'Warn about backslash escapes in ordinary string literals.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsExitOnError: gauge('pg_settings_exit_on_error', {
    help: 'Terminate session on any error.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsExtraFloatDigits: gauge('pg_settings_extra_float_digits', {
    help: 'Sets the number of digits displayed for floating-point values.',
    unit: 'digits',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsFromCollapseLimit: gauge('pg_settings_from_collapse_limit', {
    help: 'Sets the FROM-list size beyond which subqueries are not collapsed.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsFsync: gauge('pg_settings_fsync', {
    help: 'Forces synchronization of updates to disk.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsFullPageWrites: gauge('pg_settings_full_page_writes', {
    help: 'Writes full pages to WAL when first modified after a checkpoint.',
    unit: 'writes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqo: gauge('pg_settings_geqo', {
    help: 'Enables genetic query optimization.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqoEffort: gauge('pg_settings_geqo_effort', {
    help: 'GEQO: effort is used to set the default for other GEQO parameters.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqoGenerations: gauge('pg_settings_geqo_generations', {
    help: 'GEQO: number of iterations of the algorithm.',
    unit: 'generations',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqoPoolSize: gauge('pg_settings_geqo_pool_size', {
    help: 'GEQO: number of individuals in the population.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqoSeed: gauge('pg_settings_geqo_seed', {
    help: 'GEQO: seed for random path selection.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqoSelectionBias: gauge('pg_settings_geqo_selection_bias', {
    help: 'GEQO: selective pressure within the population.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGeqoThreshold: gauge('pg_settings_geqo_threshold', {
    help: 'Sets the threshold of FROM items beyond which GEQO is used.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGinFuzzySearchLimit: gauge('pg_settings_gin_fuzzy_search_limit', {
    help: 'Sets the maximum allowed result for exact search by GIN.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsGinPendingListLimitBytes: gauge('pg_settings_gin_pending_list_limit_bytes', {
    help: 'Sets the maximum size of the pending list for GIN index. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsHashMemMultiplier: gauge('pg_settings_hash_mem_multiplier', {
    help: 'Multiple of work_mem to use for hash tables.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsHotStandby: gauge('pg_settings_hot_standby', {
    help: 'Allows connections and queries during recovery.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsHotStandbyFeedback: gauge('pg_settings_hot_standby_feedback', {
    help: 'Allows feedback from a hot standby to the primary that will avoid query conflicts.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsHugePageSizeBytes: gauge('pg_settings_huge_page_size_bytes', {
    help: 'The size of huge page that should be requested. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsIdleInTransactionSessionTimeoutSeconds: gauge('pg_settings_idle_in_transaction_session_timeout_seconds', {
    help: 'Sets the maximum allowed idle time between queries, when in a transaction. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsIdleSessionTimeoutSeconds: gauge('pg_settings_idle_session_timeout_seconds', {
    help: 'Sets the maximum allowed idle time between queries, when not in a transaction. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsIgnoreChecksumFailure: gauge('pg_settings_ignore_checksum_failure', {
    help: 'Continues processing after a checksum failure.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsIgnoreInvalidPages: gauge('pg_settings_ignore_invalid_pages', {
    help: 'Continues recovery after an invalid pages failure.',
    unit: 'pages',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsIgnoreSystemIndexes: gauge('pg_settings_ignore_system_indexes', {
    help: 'Disables reading from system indexes.',
    unit: 'indexes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsInHotStandby: gauge('pg_settings_in_hot_standby', {
    help: 'Shows whether hot standby is currently active.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsIntegerDatetimes: gauge('pg_settings_integer_datetimes', {
    help: 'Shows whether datetimes are integer based.',
    unit: 'datetimes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJit: gauge('pg_settings_jit', {
    help: 'Allow JIT compilation.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitAboveCost: gauge('pg_settings_jit_above_cost', {
    help: 'Perform JIT compilation if query is more expensive.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitDebuggingSupport: gauge('pg_settings_jit_debugging_support', {
    help: 'Register JIT-compiled functions with debugger.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitDumpBitcode: gauge('pg_settings_jit_dump_bitcode', {
    help: 'Write out LLVM bitcode to facilitate JIT debugging.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitExpressions: gauge('pg_settings_jit_expressions', {
    help: 'Allow JIT compilation of expressions.',
    unit: 'expressions',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitInlineAboveCost: gauge('pg_settings_jit_inline_above_cost', {
    help: 'Perform JIT inlining if query is more expensive.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitOptimizeAboveCost: gauge('pg_settings_jit_optimize_above_cost', {
    help: 'Optimize JIT-compiled functions if query is more expensive.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitProfilingSupport: gauge('pg_settings_jit_profiling_support', {
    help: 'Register JIT-compiled functions with perf profiler.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJitTupleDeforming: gauge('pg_settings_jit_tuple_deforming', {
    help: 'Allow JIT compilation of tuple deforming.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsJoinCollapseLimit: gauge('pg_settings_join_collapse_limit', {
    help: 'Sets the FROM-list size beyond which JOIN constructs are not flattened.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsKrbCaseinsUsers: gauge('pg_settings_krb_caseins_users', {
    help: 'Sets whether Kerberos and GSSAPI user names should be treated as case-insensitive.',
    unit: 'users',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLoCompatPrivileges: gauge('pg_settings_lo_compat_privileges', {
    help: 'Enables backward compatibility mode for privilege checks on large objects.',
    unit: 'privileges',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLockTimeoutSeconds: gauge('pg_settings_lock_timeout_seconds', {
    help: 'Sets the maximum allowed duration of any wait for a lock. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogAutovacuumMinDurationSeconds: gauge('pg_settings_log_autovacuum_min_duration_seconds', {
    help: 'Sets the minimum execution time above which autovacuum actions will be logged. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogCheckpoints: gauge('pg_settings_log_checkpoints', {
    help: 'Logs each checkpoint.',
    unit: 'checkpoints',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogConnections: gauge('pg_settings_log_connections', {
    help: 'Logs each successful connection.',
    unit: 'connections',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogDisconnections: gauge('pg_settings_log_disconnections', {
    help: 'Logs end of a session, including duration.',
    unit: 'disconnections',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogDuration: gauge('pg_settings_log_duration', {
    help: 'Logs the duration of each completed SQL statement.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogExecutorStats: gauge('pg_settings_log_executor_stats', {
    help: 'Writes executor performance statistics to the server log.',
    unit: 'stats',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogFileMode: gauge('pg_settings_log_file_mode', {
    help: 'Sets the file permissions for log files.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogHostname: gauge('pg_settings_log_hostname', {
    help: 'Logs the host name in the connection logs.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogLockWaits: gauge('pg_settings_log_lock_waits', {
    help: 'Logs long lock waits.',
    unit: 'waits',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogMinDurationSampleSeconds: gauge('pg_settings_log_min_duration_sample_seconds', {
    help: 'Sets the minimum execution time above which a sample of statements will be logged. Sampling is determined by log_statement_sample_rate. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogMinDurationStatementSeconds: gauge('pg_settings_log_min_duration_statement_seconds', {
    help: 'Sets the minimum execution time above which all statements will be logged. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogParameterMaxLengthBytes: gauge('pg_settings_log_parameter_max_length_bytes', {
    help: 'Sets the maximum length in bytes of data logged for bind parameter values when logging statements. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogParameterMaxLengthOnErrorBytes: gauge('pg_settings_log_parameter_max_length_on_error_bytes', {
    help: 'Sets the maximum length in bytes of data logged for bind parameter values when logging statements, on error. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogParserStats: gauge('pg_settings_log_parser_stats', {
    help: 'Writes parser performance statistics to the server log.',
    unit: 'stats',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogPlannerStats: gauge('pg_settings_log_planner_stats', {
    help: 'Writes planner performance statistics to the server log.',
    unit: 'stats',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogRecoveryConflictWaits: gauge('pg_settings_log_recovery_conflict_waits', {
    help: 'Logs standby recovery conflict waits.',
    unit: 'waits',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogReplicationCommands: gauge('pg_settings_log_replication_commands', {
    help: 'Logs each replication command.',
    unit: 'commands',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogRotationAgeSeconds: gauge('pg_settings_log_rotation_age_seconds', {
    help: 'Sets the amount of time to wait before forcing log file rotation. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsLogRotationSizeBytes: gauge('pg_settings_log_rotation_size_bytes', {
    help: 'Sets the maximum size a log file can reach before being rotated. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogStartupProgressIntervalSeconds: gauge('pg_settings_log_startup_progress_interval_seconds', {
    help: 'Time between progress updates for long-running startup operations. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogStatementSampleRate: gauge('pg_settings_log_statement_sample_rate', {
    help: 'Fraction of statements exceeding log_min_duration_sample to be logged.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogStatementStats: gauge('pg_settings_log_statement_stats', {
    help: 'Writes cumulative performance statistics to the server log.',
    unit: 'stats',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogTempFilesBytes: gauge('pg_settings_log_temp_files_bytes', {
    help: 'Log the use of temporary files larger than this number of kilobytes. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogTransactionSampleRate: gauge('pg_settings_log_transaction_sample_rate', {
    help: 'Sets the fraction of transactions from which to log all statements.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogTruncateOnRotation: gauge('pg_settings_log_truncate_on_rotation', {
    help: 'Truncate existing log files of same name during log rotation.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLoggingCollector: gauge('pg_settings_logging_collector', {
    help: 'Start a subprocess to capture stderr, csvlog and/or jsonlog into log files.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsLogicalDecodingWorkMemBytes: gauge('pg_settings_logical_decoding_work_mem_bytes', {
    help: 'Sets the maximum memory to be used for logical decoding. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaintenanceIoConcurrency: gauge('pg_settings_maintenance_io_concurrency', {
    help: 'A variant of effective_io_concurrency that is used for maintenance work.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaintenanceWorkMemBytes: gauge('pg_settings_maintenance_work_mem_bytes', {
    help: 'Sets the maximum memory to be used for maintenance operations. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxConnections: gauge('pg_settings_max_connections', {
    help: 'Sets the maximum number of concurrent connections.',
    unit: 'connections',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxFilesPerProcess: gauge('pg_settings_max_files_per_process', {
    help: 'Sets the maximum number of simultaneously open files for each server process.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxFunctionArgs: gauge('pg_settings_max_function_args', {
    help: 'Shows the maximum number of function arguments.',
    unit: 'args',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxIdentifierLength: gauge('pg_settings_max_identifier_length', {
    help: 'Shows the maximum identifier length.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxIndexKeys: gauge('pg_settings_max_index_keys', {
    help: 'Shows the maximum number of index keys.',
    unit: 'keys',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxLocksPerTransaction: gauge('pg_settings_max_locks_per_transaction', {
    help: 'Sets the maximum number of locks per transaction.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxLogicalReplicationWorkers: gauge('pg_settings_max_logical_replication_workers', {
    help: 'Maximum number of logical replication worker processes.',
    unit: 'workers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxParallelMaintenanceWorkers: gauge('pg_settings_max_parallel_maintenance_workers', {
    help: 'Sets the maximum number of parallel processes per maintenance operation.',
    unit: 'workers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxParallelWorkers: gauge('pg_settings_max_parallel_workers', {
    help: 'Sets the maximum number of parallel workers that can be active at one time.',
    unit: 'workers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxParallelWorkersPerGather: gauge('pg_settings_max_parallel_workers_per_gather', {
    help: 'Sets the maximum number of parallel processes per executor node.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxPredLocksPerPage: gauge('pg_settings_max_pred_locks_per_page', {
    help: 'Sets the maximum number of predicate-locked tuples per page.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxPredLocksPerRelation: gauge('pg_settings_max_pred_locks_per_relation', {
    help: 'Sets the maximum number of predicate-locked pages and tuples per relation.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxPredLocksPerTransaction: gauge('pg_settings_max_pred_locks_per_transaction', {
    help: 'Sets the maximum number of predicate locks per transaction.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxPreparedTransactions: gauge('pg_settings_max_prepared_transactions', {
    help: 'Sets the maximum number of simultaneously prepared transactions.',
    unit: 'transactions',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxReplicationSlots: gauge('pg_settings_max_replication_slots', {
    help: 'Sets the maximum number of simultaneously defined replication slots.',
    unit: 'slots',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxSlotWalKeepSizeBytes: gauge('pg_settings_max_slot_wal_keep_size_bytes', {
    help: 'Sets the maximum WAL size that can be reserved by replication slots. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxStackDepthBytes: gauge('pg_settings_max_stack_depth_bytes', {
    help: 'Sets the maximum stack depth, in kilobytes. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxStandbyArchiveDelaySeconds: gauge('pg_settings_max_standby_archive_delay_seconds', {
    help: 'Sets the maximum delay before canceling queries when a hot standby server is processing archived WAL data. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxStandbyStreamingDelaySeconds: gauge('pg_settings_max_standby_streaming_delay_seconds', {
    help: 'Sets the maximum delay before canceling queries when a hot standby server is processing streamed WAL data. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxSyncWorkersPerSubscription: gauge('pg_settings_max_sync_workers_per_subscription', {
    help: 'Maximum number of table synchronization workers per subscription.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxWalSenders: gauge('pg_settings_max_wal_senders', {
    help: 'Sets the maximum number of simultaneously running WAL sender processes.',
    unit: 'senders',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxWalSizeBytes: gauge('pg_settings_max_wal_size_bytes', {
    help: 'Sets the WAL size that triggers a checkpoint. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMaxWorkerProcesses: gauge('pg_settings_max_worker_processes', {
    help: 'Maximum number of concurrent worker processes.',
    unit: 'processes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMinDynamicSharedMemoryBytes: gauge('pg_settings_min_dynamic_shared_memory_bytes', {
    help: 'Amount of dynamic shared memory reserved at startup. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMinParallelIndexScanSizeBytes: gauge('pg_settings_min_parallel_index_scan_size_bytes', {
    help: 'Sets the minimum amount of index data for a parallel scan. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMinParallelTableScanSizeBytes: gauge('pg_settings_min_parallel_table_scan_size_bytes', {
    help: 'Sets the minimum amount of table data for a parallel scan. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsMinWalSizeBytes: gauge('pg_settings_min_wal_size_bytes', {
    help: 'Sets the minimum size to shrink the WAL to. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsOldSnapshotThresholdSeconds: gauge('pg_settings_old_snapshot_threshold_seconds', {
    help: 'Time before a snapshot is too old to read pages changed after the snapshot was taken. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsParallelLeaderParticipation: gauge('pg_settings_parallel_leader_participation', {
    help: 'Controls whether Gather and Gather Merge also run subplans.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsParallelSetupCost: gauge('pg_settings_parallel_setup_cost', {
    help: "Sets the planner's estimate of the cost of starting up worker processes for parallel query.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsParallelTupleCost: gauge('pg_settings_parallel_tuple_cost', {
    help: "Sets the planner's estimate of the cost of passing each tuple (row) from worker to leader backend.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsPort: gauge('pg_settings_port', {
    help: 'Sets the TCP port the server listens on.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsPostAuthDelaySeconds: gauge('pg_settings_post_auth_delay_seconds', {
    help: 'Sets the amount of time to wait after authentication on connection startup. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsPreAuthDelaySeconds: gauge('pg_settings_pre_auth_delay_seconds', {
    help: 'Sets the amount of time to wait before authentication on connection startup. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsQuoteAllIdentifiers: gauge('pg_settings_quote_all_identifiers', {
    help: 'When generating SQL fragments, quote all identifiers.',
    unit: 'identifiers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRandomPageCost: gauge('pg_settings_random_page_cost', {
    help: "Sets the planner's estimate of the cost of a nonsequentially fetched disk page.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRecoveryMinApplyDelaySeconds: gauge('pg_settings_recovery_min_apply_delay_seconds', {
    help: 'Sets the minimum delay for applying changes during recovery. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRecoveryTargetInclusive: gauge('pg_settings_recovery_target_inclusive', {
    help: 'Sets whether to include or exclude transaction with recovery target.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRecursiveWorktableFactor: gauge('pg_settings_recursive_worktable_factor', {
    help: "Sets the planner's estimate of the average size of a recursive query's working table.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRemoveTempFilesAfterCrash: gauge('pg_settings_remove_temp_files_after_crash', {
    help: 'Remove temporary files after backend crash.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRestartAfterCrash: gauge('pg_settings_restart_after_crash', {
    help: 'Reinitialize server after backend crash.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsRowSecurity: gauge('pg_settings_row_security', {
    help: 'Enable row security.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSegmentSizeBytes: gauge('pg_settings_segment_size_bytes', {
    help: 'Shows the number of pages per disk file. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSeqPageCost: gauge('pg_settings_seq_page_cost', {
    help: "Sets the planner's estimate of the cost of a sequentially fetched disk page.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsServerVersionNum: gauge('pg_settings_server_version_num', {
    help: 'Shows the server version as an integer.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSharedBuffersBytes: gauge('pg_settings_shared_buffers_bytes', {
    help: 'Sets the number of shared memory buffers used by the server. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSharedMemorySizeBytes: gauge('pg_settings_shared_memory_size_bytes', {
    help: "Shows the size of the server's main shared memory area (rounded up to the nearest MB). [Units converted to bytes.].",
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSharedMemorySizeInHugePages: gauge('pg_settings_shared_memory_size_in_huge_pages', {
    help: 'Shows the number of huge pages needed for the main shared memory area.',
    unit: 'pages',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSsl: gauge('pg_settings_ssl', {
    help: 'Enables SSL connections.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSslPassphraseCommandSupportsReload: gauge('pg_settings_ssl_passphrase_command_supports_reload', {
    help: 'Controls whether ssl_passphrase_command is called during server reload.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSslPreferServerCiphers: gauge('pg_settings_ssl_prefer_server_ciphers', {
    help: 'Give priority to server ciphersuite order.',
    unit: 'ciphers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsStandardConformingStrings: gauge('pg_settings_standard_conforming_strings', {
    help: "Causes '...' strings to treat backslashes literally.",
    unit: 'strings',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsStatementTimeoutSeconds: gauge('pg_settings_statement_timeout_seconds', {
    help: 'Sets the maximum allowed duration of any statement. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSuperuserReservedConnections: gauge('pg_settings_superuser_reserved_connections', {
    help: 'Sets the number of connection slots reserved for superusers.',
    unit: 'connections',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSynchronizeSeqscans: gauge('pg_settings_synchronize_seqscans', {
    help: 'Enable synchronized sequential scans.',
    unit: 'seqscans',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSyslogSequenceNumbers: gauge('pg_settings_syslog_sequence_numbers', {
    help: 'Add sequence number to syslog messages to avoid duplicate suppression.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsSyslogSplitMessages: gauge('pg_settings_syslog_split_messages', {
    help: 'Split messages sent to syslog by lines and to fit into 1024 bytes.',
    unit: 'messages',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTcpKeepalivesCount: gauge('pg_settings_tcp_keepalives_count', {
    help: 'Maximum number of TCP keepalive retransmits.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsTcpKeepalivesIdleSeconds: gauge('pg_settings_tcp_keepalives_idle_seconds', {
    help: 'Time between issuing TCP keepalives. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTcpKeepalivesIntervalSeconds: gauge('pg_settings_tcp_keepalives_interval_seconds', {
    help: 'Time between TCP keepalive retransmits. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTcpUserTimeoutSeconds: gauge('pg_settings_tcp_user_timeout_seconds', {
    help: 'TCP user timeout. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTempBuffersBytes: gauge('pg_settings_temp_buffers_bytes', {
    help: 'Sets the maximum number of temporary buffers used by each session. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTempFileLimitBytes: gauge('pg_settings_temp_file_limit_bytes', {
    help: 'Limits the total size of all temporary files used by each process. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTraceNotify: gauge('pg_settings_trace_notify', {
    help: 'Generates debugging output for LISTEN and NOTIFY.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTraceSort: gauge('pg_settings_trace_sort', {
    help: 'Emit information about resource usage in sorting.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTrackActivities: gauge('pg_settings_track_activities', {
    help: 'Collects information about executing commands.',
    unit: 'activities',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTrackActivityQuerySizeBytes: gauge('pg_settings_track_activity_query_size_bytes', {
    help: 'Sets the size reserved for pg_stat_activity.query, in bytes. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTrackCommitTimestamp: gauge('pg_settings_track_commit_timestamp', {
    help: 'Collects transaction commit time.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsTrackCounts: gauge('pg_settings_track_counts', {
    help: 'Collects statistics on database activity.',
    unit: 'counts',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTrackIoTiming: gauge('pg_settings_track_io_timing', {
    help: 'Collects timing statistics for database I/O activity.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTrackWalIoTiming: gauge('pg_settings_track_wal_io_timing', {
    help: 'Collects timing statistics for WAL I/O activity.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTransactionDeferrable: gauge('pg_settings_transaction_deferrable', {
    help: 'Whether to defer a read-only serializable transaction until it can be executed with no possible serialization failures.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTransactionReadOnly: gauge('pg_settings_transaction_read_only', {
    help: "Sets the current transaction's read-only status.",
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsTransformNullEquals: gauge('pg_settings_transform_null_equals', {
    help: 'Treats "expr=NULL" as "expr IS NULL".',
    unit: 'equals',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsUnixSocketPermissions: gauge('pg_settings_unix_socket_permissions', {
    help: 'Sets the access permissions of the Unix-domain socket.',
    unit: 'permissions',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsUpdateProcessTitle: gauge('pg_settings_update_process_title', {
    help: 'Updates the process title to show the active SQL command.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsVacuumCostDelaySeconds: gauge('pg_settings_vacuum_cost_delay_seconds', {
    help: 'Vacuum cost delay in milliseconds. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsVacuumCostLimit: gauge('pg_settings_vacuum_cost_limit', {
    help: 'Vacuum cost amount available before napping.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsVacuumCostPageDirty: gauge('pg_settings_vacuum_cost_page_dirty', {
    help: 'Vacuum cost for a page dirtied by vacuum.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsVacuumCostPageHit: gauge('pg_settings_vacuum_cost_page_hit', {
    help: 'Vacuum cost for a page found in the buffer cache.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsVacuumCostPageMiss: gauge('pg_settings_vacuum_cost_page_miss', {
    help: 'Vacuum cost for a page not found in the buffer cache.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsVacuumDeferCleanupAge: gauge('pg_settings_vacuum_defer_cleanup_age', {
    help: 'Number of transactions by which VACUUM and HOT cleanup should be deferred, if any.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsVacuumFailsafeAge: gauge('pg_settings_vacuum_failsafe_age', {
    help: 'Age at which VACUUM should trigger failsafe to avoid a wraparound outage.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsVacuumFreezeMinAge: gauge('pg_settings_vacuum_freeze_min_age', {
    help: 'Minimum age at which VACUUM should freeze a table row.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsVacuumFreezeTableAge: gauge('pg_settings_vacuum_freeze_table_age', {
    help: 'Age at which VACUUM should scan whole table to freeze tuples.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsVacuumMultixactFailsafeAge: gauge('pg_settings_vacuum_multixact_failsafe_age', {
    help: 'Multixact age at which VACUUM should trigger failsafe to avoid a wraparound outage.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsVacuumMultixactFreezeMinAge: gauge('pg_settings_vacuum_multixact_freeze_min_age', {
    help: 'Minimum age at which VACUUM should freeze a MultiXactId in a table row.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsVacuumMultixactFreezeTableAge: gauge('pg_settings_vacuum_multixact_freeze_table_age', {
    help: 'Multixact age at which VACUUM should scan whole table to freeze tuples.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  settingsWalBlockSize: gauge('pg_settings_wal_block_size', {
    help: 'Shows the block size in the write ahead log.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalBuffersBytes: gauge('pg_settings_wal_buffers_bytes', {
    help: 'Sets the number of disk-page buffers in shared memory for WAL. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalDecodeBufferSizeBytes: gauge('pg_settings_wal_decode_buffer_size_bytes', {
    help: 'Buffer size for reading ahead in the WAL during recovery. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalInitZero: gauge('pg_settings_wal_init_zero', {
    help: 'Writes zeroes to new WAL files before first use.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalKeepSizeBytes: gauge('pg_settings_wal_keep_size_bytes', {
    help: 'Sets the size of WAL files held for standby servers. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalLogHints: gauge('pg_settings_wal_log_hints', {
    help: 'Writes full pages to WAL when first modified after a checkpoint, even for a non-critical modification.',
    unit: 'hints',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalReceiverCreateTempSlot: gauge('pg_settings_wal_receiver_create_temp_slot', {
    help: 'Sets whether a WAL receiver should create a temporary replication slot if no permanent slot is configured.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalReceiverStatusIntervalSeconds: gauge('pg_settings_wal_receiver_status_interval_seconds', {
    help: 'Sets the maximum interval between WAL receiver status reports to the sending server. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalReceiverTimeoutSeconds: gauge('pg_settings_wal_receiver_timeout_seconds', {
    help: 'Sets the maximum wait time to receive data from the sending server. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalRecycle: gauge('pg_settings_wal_recycle', {
    help: 'Recycles WAL files by renaming them.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalRetrieveRetryIntervalSeconds: gauge('pg_settings_wal_retrieve_retry_interval_seconds', {
    help: 'Sets the time to wait before retrying to retrieve WAL after a failed attempt. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalSegmentSizeBytes: gauge('pg_settings_wal_segment_size_bytes', {
    help: 'Shows the size of write ahead log segments. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalSenderTimeoutSeconds: gauge('pg_settings_wal_sender_timeout_seconds', {
    help: 'Sets the maximum time to wait for WAL replication. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalSkipThresholdBytes: gauge('pg_settings_wal_skip_threshold_bytes', {
    help: 'Minimum size of new file to fsync instead of writing WAL. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalWriterDelaySeconds: gauge('pg_settings_wal_writer_delay_seconds', {
    help: 'Time between WAL flushes performed in the WAL writer. [Units converted to seconds.].',
    unit: 'seconds',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWalWriterFlushAfterBytes: gauge('pg_settings_wal_writer_flush_after_bytes', {
    help: 'Amount of WAL written out by WAL writer that triggers a flush. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsWorkMemBytes: gauge('pg_settings_work_mem_bytes', {
    help: 'Sets the maximum memory to be used for query workspaces. [Units converted to bytes.].',
    unit: 'bytes',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  settingsZeroDamagedPages: gauge('pg_settings_zero_damaged_pages', {
    help: 'Continues processing past damaged page headers.',
    unit: 'pages',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statActivityCount: gauge('pg_stat_activity_count', {
    help: 'number of connections in this state.',
    unit: 'count',
    labels: {
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
      state: bounded(10), // 6 seen: active, disabled, fastpath function call, …
    },
    waiver: 'named by postgres_exporter',
  }),
  statActivityMaxTxDuration: gauge('pg_stat_activity_max_tx_duration', {
    help: 'max duration in seconds any active transaction has been running.',
    unit: 'seconds',
    labels: {
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
      state: bounded(10), // 6 seen: active, disabled, fastpath function call, …
    },
    waiver: 'named by postgres_exporter',
  }),
  statArchiverArchivedCount: counter('pg_stat_archiver_archived_count', {
    help: 'Number of WAL files that have been successfully archived.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statArchiverFailedCount: counter('pg_stat_archiver_failed_count', {
    help: 'Number of failed attempts for archiving WAL files.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statArchiverLastArchiveAge: gauge('pg_stat_archiver_last_archive_age', {
    help: 'Time in seconds since last WAL segment was successfully archived.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statBgwriterBuffersAlloc: counter('pg_stat_bgwriter_buffers_alloc_total', {
    help: 'Number of buffers allocated.',
    unit: 'buffers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterBuffersBackendFsync: counter('pg_stat_bgwriter_buffers_backend_fsync_total', {
    help: 'Number of times a backend had to execute its own fsync call (normally the background writer handles those even when the backend does its own write)',
    unit: 'buffers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterBuffersBackend: counter('pg_stat_bgwriter_buffers_backend_total', {
    help: 'Number of buffers written directly by a backend.',
    unit: 'buffers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterBuffersCheckpoint: counter('pg_stat_bgwriter_buffers_checkpoint_total', {
    help: 'Number of buffers written during checkpoints.',
    unit: 'buffers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterBuffersClean: counter('pg_stat_bgwriter_buffers_clean_total', {
    help: 'Number of buffers written by the background writer.',
    unit: 'buffers',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterCheckpointSyncTime: counter('pg_stat_bgwriter_checkpoint_sync_time_total', {
    help: 'Total amount of time that has been spent in the portion of checkpoint processing where files are synchronized to disk, in milliseconds.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterCheckpointWriteTime: counter('pg_stat_bgwriter_checkpoint_write_time_total', {
    help: 'Total amount of time that has been spent in the portion of checkpoint processing where files are written to disk, in milliseconds.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterCheckpointsReq: counter('pg_stat_bgwriter_checkpoints_req_total', {
    help: 'Number of requested checkpoints that have been performed.',
    unit: 'checkpoints',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterCheckpointsTimed: counter('pg_stat_bgwriter_checkpoints_timed_total', {
    help: 'Number of scheduled checkpoints that have been performed.',
    unit: 'checkpoints',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterMaxwrittenClean: counter('pg_stat_bgwriter_maxwritten_clean_total', {
    help: 'Number of times the background writer stopped a cleaning scan because it had written too many buffers.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statBgwriterStatsReset: counter('pg_stat_bgwriter_stats_reset_total', {
    help: 'Time at which these statistics were last reset.',
    unit: 'stats',
    labels: {
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseActiveTime: gauge('pg_stat_database_active_time', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseBlkReadTime: counter('pg_stat_database_blk_read_time', {
    help: 'Time spent reading data file blocks by backends in this database, in milliseconds.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseBlkWriteTime: counter('pg_stat_database_blk_write_time', {
    help: 'Time spent writing data file blocks by backends in this database, in milliseconds.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseBlksHit: counter('pg_stat_database_blks_hit', {
    help: "Number of times disk blocks were found already in the buffer cache, so that a read was not necessary (this only includes hits in the PostgreSQL buffer cache, not the operating system's file system cache)",
    unit: 'blocks',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseBlksRead: counter('pg_stat_database_blks_read', {
    help: 'Number of disk blocks read in this database.',
    unit: 'blocks',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseChecksumFailures: gauge('pg_stat_database_checksum_failures', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'failures',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseChecksumLastFailure: gauge('pg_stat_database_checksum_last_failure', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseConflicts: counter('pg_stat_database_conflicts', {
    help: 'Number of queries canceled due to conflicts with recovery in this database. (Conflicts occur only on standby servers; see pg_stat_database_conflicts for details.)',
    unit: 'conflicts',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseConflictsConflBufferpin: counter('pg_stat_database_conflicts_confl_bufferpin', {
    help: 'Number of queries in this database that have been canceled due to pinned buffers.',
    unit: 'conflicts',
    labels: {
      datid: bounded(10), // 3 seen: 1, 4, 5
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseConflictsConflDeadlock: counter('pg_stat_database_conflicts_confl_deadlock', {
    help: 'Number of queries in this database that have been canceled due to deadlocks.',
    unit: 'conflicts',
    labels: {
      datid: bounded(10), // 3 seen: 1, 4, 5
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseConflictsConflLock: counter('pg_stat_database_conflicts_confl_lock', {
    help: 'Number of queries in this database that have been canceled due to lock timeouts.',
    unit: 'conflicts',
    labels: {
      datid: bounded(10), // 3 seen: 1, 4, 5
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseConflictsConflSnapshot: counter('pg_stat_database_conflicts_confl_snapshot', {
    help: 'Number of queries in this database that have been canceled due to old snapshots.',
    unit: 'conflicts',
    labels: {
      datid: bounded(10), // 3 seen: 1, 4, 5
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseConflictsConflTablespace: counter('pg_stat_database_conflicts_confl_tablespace', {
    help: 'Number of queries in this database that have been canceled due to dropped tablespaces.',
    unit: 'conflicts',
    labels: {
      datid: bounded(10), // 3 seen: 1, 4, 5
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseDeadlocks: counter('pg_stat_database_deadlocks', {
    help: 'Number of deadlocks detected in this database.',
    unit: 'deadlocks',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseIdleInTransactionTime: gauge('pg_stat_database_idle_in_transaction_time', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseNumbackends: gauge('pg_stat_database_numbackends', {
    help: 'Number of backends currently connected to this database. This is the only column in this view that returns a value reflecting current state; all other columns return the accumulated values since the last reset.',
    unit: 'connections',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseSessionTime: gauge('pg_stat_database_session_time', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseSessions: gauge('pg_stat_database_sessions', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'sessions',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseSessionsAbandoned: gauge('pg_stat_database_sessions_abandoned', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseSessionsFatal: gauge('pg_stat_database_sessions_fatal', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseSessionsKilled: gauge('pg_stat_database_sessions_killed', {
    help: 'Unknown metric from pg_stat_database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
  }),
  statDatabaseStatsReset: counter('pg_stat_database_stats_reset', {
    help: 'Time at which these statistics were last reset.',
    unit: 'stats',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTempBytes: counter('pg_stat_database_temp_bytes', {
    help: 'Total amount of data written to temporary files by queries in this database. All temporary files are counted, regardless of why the temporary file was created, and regardless of the log_temp_files setting.',
    unit: 'bytes',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTempFiles: counter('pg_stat_database_temp_files', {
    help: 'Number of temporary files created by queries in this database. All temporary files are counted, regardless of why the temporary file was created (e.g., sorting or hashing), and regardless of the log_temp_files setting.',
    unit: 'files',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTupDeleted: counter('pg_stat_database_tup_deleted', {
    help: 'Number of rows deleted by queries in this database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTupFetched: counter('pg_stat_database_tup_fetched', {
    help: 'Number of rows fetched by queries in this database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTupInserted: counter('pg_stat_database_tup_inserted', {
    help: 'Number of rows inserted by queries in this database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTupReturned: counter('pg_stat_database_tup_returned', {
    help: 'Number of rows returned by queries in this database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseTupUpdated: counter('pg_stat_database_tup_updated', {
    help: 'Number of rows updated by queries in this database.',
    unit: 'count',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseXactCommit: counter('pg_stat_database_xact_commit', {
    help: 'Number of transactions in this database that have been committed.',
    unit: 'transactions',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  statDatabaseXactRollback: counter('pg_stat_database_xact_rollback', {
    help: 'Number of transactions in this database that have been rolled back.',
    unit: 'transactions',
    labels: {
      datid: bounded(10), // 4 seen: 0, 1, 4, …
      datname: bounded(10), // 3 seen: postgres, template0, template1
      server: bounded(10), // 1 seen
    },
    waiver: 'named by postgres_exporter',
  }),
  static: gauge('pg_static', {
    help: 'Version string as reported by postgres.',
    unit: 'count',
    labels: {
      server: bounded(10), // 1 seen
      short_version: bounded(10), // 1 seen: 15.18.0
      version: bounded(10), // 1 seen: PostgreSQL 15.18 (Debian…
    },
  }),
  up: gauge('pg_up', {
    help: 'Whether the last scrape of metrics from PostgreSQL was able to connect to the server (1 for yes, 0 for no).',
    unit: 'bool',
  }),
  postgresExporterBuildInfo: info('postgres_exporter_build_info', {
    help: "A metric with a constant '1' value labeled by version, revision, branch, goversion from which postgres_exporter was built, and the goos and goarch for the build.",
    labels: {
      branch: bounded(1), // 1 seen: debian/sid
      goarch: bounded(1), // 1 seen: amd64
      goos: bounded(1), // 1 seen: linux
      goversion: bounded(1), // 1 seen: go1.19.8
      revision: bounded(1), // 1 seen: 0.11.1-3+b5
      version: bounded(1), // 1 seen: 0.11.1
    },
  }),
};
