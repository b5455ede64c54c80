import { bounded, counter, gauge, info, summary } from '@binnacle/builders';

/** What redis exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  activeDefragRunning: gauge('redis_active_defrag_running', {
    help: 'active_defrag_running metric.',
    unit: 'bool',
  }),
  allocatorActiveBytes: gauge('redis_allocator_active_bytes', {
    help: 'allocator_active_bytes metric.',
    unit: 'bytes',
  }),
  allocatorAllocatedBytes: gauge('redis_allocator_allocated_bytes', {
    help: 'allocator_allocated_bytes metric.',
    unit: 'bytes',
  }),
  allocatorFragBytes: gauge('redis_allocator_frag_bytes', {
    help: 'allocator_frag_bytes metric.',
    unit: 'bytes',
  }),
  allocatorFragRatio: gauge('redis_allocator_frag_ratio', {
    help: 'allocator_frag_ratio metric.',
    unit: 'ratio',
  }),
  allocatorResidentBytes: gauge('redis_allocator_resident_bytes', {
    help: 'allocator_resident_bytes metric.',
    unit: 'bytes',
  }),
  allocatorRssBytes: gauge('redis_allocator_rss_bytes', {
    help: 'allocator_rss_bytes metric.',
    unit: 'bytes',
  }),
  allocatorRssRatio: gauge('redis_allocator_rss_ratio', {
    help: 'allocator_rss_ratio metric.',
    unit: 'ratio',
  }),
  aofCurrentRewriteDurationSec: gauge('redis_aof_current_rewrite_duration_sec', {
    help: 'aof_current_rewrite_duration_sec metric.',
    unit: 'seconds',
    waiver: 'named by redis_exporter',
  }),
  aofEnabled: gauge('redis_aof_enabled', {
    help: 'aof_enabled metric.',
    unit: 'bool',
  }),
  aofLastBgrewriteStatus: gauge('redis_aof_last_bgrewrite_status', {
    help: 'aof_last_bgrewrite_status metric.',
    unit: 'count',
  }),
  aofLastCowSizeBytes: gauge('redis_aof_last_cow_size_bytes', {
    help: 'aof_last_cow_size_bytes metric.',
    unit: 'bytes',
  }),
  aofLastRewriteDurationSec: gauge('redis_aof_last_rewrite_duration_sec', {
    help: 'aof_last_rewrite_duration_sec metric.',
    unit: 'seconds',
    waiver: 'named by redis_exporter',
  }),
  aofLastWriteStatus: gauge('redis_aof_last_write_status', {
    help: 'aof_last_write_status metric.',
    unit: 'count',
  }),
  aofRewriteInProgress: gauge('redis_aof_rewrite_in_progress', {
    help: 'aof_rewrite_in_progress metric.',
    unit: 'bool',
  }),
  aofRewriteScheduled: gauge('redis_aof_rewrite_scheduled', {
    help: 'aof_rewrite_scheduled metric.',
    unit: 'count',
  }),
  blockedClients: gauge('redis_blocked_clients', {
    help: 'blocked_clients metric.',
    unit: 'clients',
  }),
  clientRecentMaxInputBufferBytes: gauge('redis_client_recent_max_input_buffer_bytes', {
    help: 'client_recent_max_input_buffer_bytes metric.',
    unit: 'bytes',
  }),
  clientRecentMaxOutputBufferBytes: gauge('redis_client_recent_max_output_buffer_bytes', {
    help: 'client_recent_max_output_buffer_bytes metric.',
    unit: 'bytes',
  }),
  clientsInTimeoutTable: gauge('redis_clients_in_timeout_table', {
    help: 'clients_in_timeout_table metric.',
    unit: 'count',
  }),
  clusterConnections: gauge('redis_cluster_connections', {
    help: 'cluster_connections metric.',
    unit: 'connections',
  }),
  clusterEnabled: gauge('redis_cluster_enabled', {
    help: 'cluster_enabled metric.',
    unit: 'bool',
  }),
  commandsDurationSeconds: counter('redis_commands_duration_seconds_total', {
    help: 'Total amount of time in seconds spent per command.',
    unit: 'seconds',
    labels: {
      cmd: bounded(10), // 6 seen: client|setname, config|get, info, …
    },
  }),
  commandsFailedCalls: counter('redis_commands_failed_calls_total', {
    help: 'Total number of errors prior command execution per command.',
    unit: 'calls',
    labels: {
      cmd: bounded(10), // 6 seen: client|setname, config|get, info, …
    },
  }),
  commandsProcessed: counter('redis_commands_processed_total', {
    help: 'commands_processed_total metric.',
    unit: 'commands',
  }),
  commandsRejectedCalls: counter('redis_commands_rejected_calls_total', {
    help: 'Total number of errors within command execution per command.',
    unit: 'calls',
    labels: {
      cmd: bounded(10), // 6 seen: client|setname, config|get, info, …
    },
  }),
  commands: counter('redis_commands_total', {
    help: 'Total number of calls per command.',
    unit: 'commands',
    labels: {
      cmd: bounded(10), // 6 seen: client|setname, config|get, info, …
    },
  }),
  configIoThreads: gauge('redis_config_io_threads', {
    help: 'config_io_threads metric.',
    unit: 'threads',
  }),
  configMaxclients: gauge('redis_config_maxclients', {
    help: 'config_maxclients metric.',
    unit: 'clients',
    waiver: 'named by redis_exporter',
  }),
  configMaxmemory: gauge('redis_config_maxmemory', {
    help: 'config_maxmemory metric.',
    unit: 'count',
  }),
  connectedClients: gauge('redis_connected_clients', {
    help: 'connected_clients metric.',
    unit: 'clients',
  }),
  connectedSlaves: gauge('redis_connected_slaves', {
    help: 'connected_slaves metric.',
    unit: 'slaves',
  }),
  connectionsReceived: counter('redis_connections_received_total', {
    help: 'connections_received_total metric.',
    unit: 'connections',
  }),
  cpuSysChildrenSeconds: counter('redis_cpu_sys_children_seconds_total', {
    help: 'cpu_sys_children_seconds_total metric.',
    unit: 'seconds',
  }),
  cpuSysMainThreadSeconds: counter('redis_cpu_sys_main_thread_seconds_total', {
    help: 'cpu_sys_main_thread_seconds_total metric.',
    unit: 'seconds',
  }),
  cpuSysSeconds: counter('redis_cpu_sys_seconds_total', {
    help: 'cpu_sys_seconds_total metric.',
    unit: 'seconds',
  }),
  cpuUserChildrenSeconds: counter('redis_cpu_user_children_seconds_total', {
    help: 'cpu_user_children_seconds_total metric.',
    unit: 'seconds',
  }),
  cpuUserMainThreadSeconds: counter('redis_cpu_user_main_thread_seconds_total', {
    help: 'cpu_user_main_thread_seconds_total metric.',
    unit: 'seconds',
  }),
  cpuUserSeconds: counter('redis_cpu_user_seconds_total', {
    help: 'cpu_user_seconds_total metric.',
    unit: 'seconds',
  }),
  dbKeys: gauge('redis_db_keys', {
    help: 'Total number of keys by DB.',
    unit: 'keys',
    labels: {
      db: bounded(20), // 16 seen: db0, db1, db10, …
    },
    waiver: 'labelled by redis_exporter',
  }),
  dbKeysExpiring: gauge('redis_db_keys_expiring', {
    help: 'Total number of expiring keys by DB.',
    unit: 'count',
    labels: {
      db: bounded(20), // 16 seen: db0, db1, db10, …
    },
    waiver: 'labelled by redis_exporter',
  }),
  defragHits: gauge('redis_defrag_hits', {
    help: 'defrag_hits metric.',
    unit: 'hits',
  }),
  defragKeyHits: gauge('redis_defrag_key_hits', {
    help: 'defrag_key_hits metric.',
    unit: 'hits',
  }),
  defragKeyMisses: gauge('redis_defrag_key_misses', {
    help: 'defrag_key_misses metric.',
    unit: 'misses',
  }),
  defragMisses: gauge('redis_defrag_misses', {
    help: 'defrag_misses metric.',
    unit: 'misses',
  }),
  dumpPayloadSanitizations: counter('redis_dump_payload_sanitizations', {
    help: 'dump_payload_sanitizations metric.',
    unit: 'sanitizations',
    waiver: 'named by redis_exporter',
  }),
  evictedKeys: counter('redis_evicted_keys_total', {
    help: 'evicted_keys_total metric.',
    unit: 'keys',
  }),
  expiredKeys: counter('redis_expired_keys_total', {
    help: 'expired_keys_total metric.',
    unit: 'keys',
  }),
  expiredStalePercentage: gauge('redis_expired_stale_percentage', {
    help: 'expired_stale_percentage metric.',
    unit: 'count',
    waiver: 'named by redis_exporter',
  }),
  expiredTimeCapReached: gauge('redis_expired_time_cap_reached_total', {
    help: 'expired_time_cap_reached_total metric.',
    unit: 'count',
    waiver: 'named by redis_exporter',
  }),
  exporterBuildInfo: info('redis_exporter_build_info', {
    help: 'redis exporter build_info.',
    labels: {
      build_date: bounded(1), // 1 seen
      commit_sha: bounded(1), // 1 seen: debian/sid
      golang_version: bounded(1), // 1 seen: go1.19.8
      version: bounded(1), // 1 seen: 1.45.0-2+b4
    },
  }),
  exporterLastScrapeConnectTimeSeconds: gauge('redis_exporter_last_scrape_connect_time_seconds', {
    help: 'exporter_last_scrape_connect_time_seconds metric.',
    unit: 'seconds',
  }),
  exporterLastScrapeDurationSeconds: gauge('redis_exporter_last_scrape_duration_seconds', {
    help: 'exporter_last_scrape_duration_seconds metric.',
    unit: 'seconds',
  }),
  exporterLastScrapeError: gauge('redis_exporter_last_scrape_error', {
    help: 'The last scrape error status.',
    unit: 'count',
  }),
  exporterScrapeDurationSeconds: summary('redis_exporter_scrape_duration_seconds', {
    help: 'Durations of scrapes by the exporter.',
    unit: 'seconds',
  }),
  exporterScrapes: counter('redis_exporter_scrapes_total', {
    help: 'Current total redis scrapes.',
    unit: 'scrapes',
  }),
  instanceInfo: info('redis_instance_info', {
    help: 'Information about the Redis instance.',
    labels: {
      maxmemory_policy: bounded(1), // 1 seen: noeviction
      os: bounded(1), // 1 seen: Linux 6.18.44-fc-v669 x8…
      process_id: bounded(1), // 1 seen: 25348
      redis_build_id: bounded(1), // 1 seen: ae4d7c971a948f0
      redis_mode: bounded(1), // 1 seen: standalone
      redis_version: bounded(1), // 1 seen: 7.0.15
      role: bounded(1), // 1 seen: master
      run_id: bounded(1), // 1 seen
      tcp_port: bounded(1), // 1 seen: 36735
    },
  }),
  ioThreadedReadsProcessed: counter('redis_io_threaded_reads_processed', {
    help: 'io_threaded_reads_processed metric.',
    unit: 'reads',
    waiver: 'named by redis_exporter',
  }),
  ioThreadedWritesProcessed: counter('redis_io_threaded_writes_processed', {
    help: 'io_threaded_writes_processed metric.',
    unit: 'writes',
    waiver: 'named by redis_exporter',
  }),
  ioThreadsActive: gauge('redis_io_threads_active', {
    help: 'io_threads_active metric.',
    unit: 'bool',
  }),
  keyspaceHits: counter('redis_keyspace_hits_total', {
    help: 'keyspace_hits_total metric.',
    unit: 'lookups',
    waiver: 'named by redis_exporter',
  }),
  keyspaceMisses: counter('redis_keyspace_misses_total', {
    help: 'keyspace_misses_total metric.',
    unit: 'lookups',
    waiver: 'named by redis_exporter',
  }),
  lastKeyGroupsScrapeDurationMilliseconds: gauge('redis_last_key_groups_scrape_duration_milliseconds', {
    help: 'Duration of the last key group metrics scrape in milliseconds.',
    unit: 'milliseconds',
    waiver: 'named by redis_exporter',
  }),
  lastSlowExecutionDurationSeconds: gauge('redis_last_slow_execution_duration_seconds', {
    help: 'The amount of time needed for last slow execution, in seconds.',
    unit: 'seconds',
  }),
  latencyPercentilesUsec: summary('redis_latency_percentiles_usec', {
    help: 'A summary of latency percentile distribution per command.',
    unit: 'count',
    labels: {
      cmd: bounded(10), // 6 seen: client|setname, config|get, info, …
    },
    waiver: 'named by redis_exporter',
  }),
  latestForkSeconds: gauge('redis_latest_fork_seconds', {
    help: 'latest_fork_seconds metric.',
    unit: 'seconds',
  }),
  lazyfreePendingObjects: gauge('redis_lazyfree_pending_objects', {
    help: 'lazyfree_pending_objects metric.',
    unit: 'objects',
  }),
  loadingDumpFile: gauge('redis_loading_dump_file', {
    help: 'loading_dump_file metric.',
    unit: 'count',
  }),
  masterReplOffset: gauge('redis_master_repl_offset', {
    help: 'master_repl_offset metric.',
    unit: 'count',
  }),
  memClientsNormal: gauge('redis_mem_clients_normal', {
    help: 'mem_clients_normal metric.',
    unit: 'count',
  }),
  memClientsSlaves: gauge('redis_mem_clients_slaves', {
    help: 'mem_clients_slaves metric.',
    unit: 'slaves',
  }),
  memFragmentationBytes: gauge('redis_mem_fragmentation_bytes', {
    help: 'mem_fragmentation_bytes metric.',
    unit: 'bytes',
  }),
  memFragmentationRatio: gauge('redis_mem_fragmentation_ratio', {
    help: 'mem_fragmentation_ratio metric.',
    unit: 'ratio',
  }),
  memNotCountedForEvictionBytes: gauge('redis_mem_not_counted_for_eviction_bytes', {
    help: 'mem_not_counted_for_eviction_bytes metric.',
    unit: 'bytes',
  }),
  memoryMaxBytes: gauge('redis_memory_max_bytes', {
    help: 'memory_max_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedBytes: gauge('redis_memory_used_bytes', {
    help: 'memory_used_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedDatasetBytes: gauge('redis_memory_used_dataset_bytes', {
    help: 'memory_used_dataset_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedLuaBytes: gauge('redis_memory_used_lua_bytes', {
    help: 'memory_used_lua_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedOverheadBytes: gauge('redis_memory_used_overhead_bytes', {
    help: 'memory_used_overhead_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedPeakBytes: gauge('redis_memory_used_peak_bytes', {
    help: 'memory_used_peak_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedRssBytes: gauge('redis_memory_used_rss_bytes', {
    help: 'memory_used_rss_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedScriptsBytes: gauge('redis_memory_used_scripts_bytes', {
    help: 'memory_used_scripts_bytes metric.',
    unit: 'bytes',
  }),
  memoryUsedStartupBytes: gauge('redis_memory_used_startup_bytes', {
    help: 'memory_used_startup_bytes metric.',
    unit: 'bytes',
  }),
  migrateCachedSockets: gauge('redis_migrate_cached_sockets_total', {
    help: 'migrate_cached_sockets_total metric.',
    unit: 'sockets',
    waiver: 'named by redis_exporter',
  }),
  moduleForkInProgress: gauge('redis_module_fork_in_progress', {
    help: 'module_fork_in_progress metric.',
    unit: 'bool',
  }),
  moduleForkLastCowSize: gauge('redis_module_fork_last_cow_size', {
    help: 'module_fork_last_cow_size metric.',
    unit: 'count',
  }),
  netInputBytes: counter('redis_net_input_bytes_total', {
    help: 'net_input_bytes_total metric.',
    unit: 'bytes',
  }),
  netOutputBytes: counter('redis_net_output_bytes_total', {
    help: 'net_output_bytes_total metric.',
    unit: 'bytes',
  }),
  numberOfCachedScripts: gauge('redis_number_of_cached_scripts', {
    help: 'number_of_cached_scripts metric.',
    unit: 'scripts',
  }),
  processId: gauge('redis_process_id', {
    help: 'process_id metric.',
    unit: 'count',
  }),
  pubsubChannels: gauge('redis_pubsub_channels', {
    help: 'pubsub_channels metric.',
    unit: 'channels',
  }),
  pubsubPatterns: gauge('redis_pubsub_patterns', {
    help: 'pubsub_patterns metric.',
    unit: 'patterns',
  }),
  rdbBgsaveInProgress: gauge('redis_rdb_bgsave_in_progress', {
    help: 'rdb_bgsave_in_progress metric.',
    unit: 'bool',
  }),
  rdbChangesSinceLastSave: gauge('redis_rdb_changes_since_last_save', {
    help: 'rdb_changes_since_last_save metric.',
    unit: 'count',
    waiver: 'named by redis_exporter',
  }),
  rdbCurrentBgsaveDurationSec: gauge('redis_rdb_current_bgsave_duration_sec', {
    help: 'rdb_current_bgsave_duration_sec metric.',
    unit: 'seconds',
    waiver: 'named by redis_exporter',
  }),
  rdbLastBgsaveDurationSec: gauge('redis_rdb_last_bgsave_duration_sec', {
    help: 'rdb_last_bgsave_duration_sec metric.',
    unit: 'seconds',
    waiver: 'named by redis_exporter',
  }),
  rdbLastBgsaveStatus: gauge('redis_rdb_last_bgsave_status', {
    help: 'rdb_last_bgsave_status metric.',
    unit: 'count',
  }),
  rdbLastCowSizeBytes: gauge('redis_rdb_last_cow_size_bytes', {
    help: 'rdb_last_cow_size_bytes metric.',
    unit: 'bytes',
  }),
  rdbLastSaveTimestampSeconds: gauge('redis_rdb_last_save_timestamp_seconds', {
    help: 'rdb_last_save_timestamp_seconds metric.',
    unit: 'seconds',
  }),
  rejectedConnections: counter('redis_rejected_connections_total', {
    help: 'rejected_connections_total metric.',
    unit: 'connections',
  }),
  replBacklogFirstByteOffset: gauge('redis_repl_backlog_first_byte_offset', {
    help: 'repl_backlog_first_byte_offset metric.',
    unit: 'count',
  }),
  replBacklogHistoryBytes: gauge('redis_repl_backlog_history_bytes', {
    help: 'repl_backlog_history_bytes metric.',
    unit: 'bytes',
  }),
  replBacklogIsActive: gauge('redis_repl_backlog_is_active', {
    help: 'repl_backlog_is_active metric.',
    unit: 'bool',
  }),
  replicaPartialResyncAccepted: gauge('redis_replica_partial_resync_accepted', {
    help: 'replica_partial_resync_accepted metric.',
    unit: 'count',
  }),
  replicaPartialResyncDenied: gauge('redis_replica_partial_resync_denied', {
    help: 'replica_partial_resync_denied metric.',
    unit: 'count',
  }),
  replicaResyncsFull: gauge('redis_replica_resyncs_full', {
    help: 'replica_resyncs_full metric.',
    unit: 'count',
  }),
  replicationBacklogBytes: gauge('redis_replication_backlog_bytes', {
    help: 'replication_backlog_bytes metric.',
    unit: 'bytes',
  }),
  secondReplOffset: gauge('redis_second_repl_offset', {
    help: 'second_repl_offset metric.',
    unit: 'count',
  }),
  slaveExpiresTrackedKeys: gauge('redis_slave_expires_tracked_keys', {
    help: 'slave_expires_tracked_keys metric.',
    unit: 'keys',
  }),
  slowlogLastId: gauge('redis_slowlog_last_id', {
    help: 'Last id of slowlog.',
    unit: 'count',
  }),
  slowlogLength: gauge('redis_slowlog_length', {
    help: 'Total slowlog.',
    unit: 'count',
  }),
  startTimeSeconds: gauge('redis_start_time_seconds', {
    help: 'Start time of the Redis instance since unix epoch in seconds.',
    unit: 'seconds',
  }),
  targetScrapeRequestErrors: counter('redis_target_scrape_request_errors_total', {
    help: 'Errors in requests to the exporter.',
    unit: 'errors',
    waiver: 'named by redis_exporter',
  }),
  totalErrorReplies: counter('redis_total_error_replies', {
    help: 'total_error_replies metric.',
    unit: 'replies',
    waiver: 'named by redis_exporter',
  }),
  totalReadsProcessed: counter('redis_total_reads_processed', {
    help: 'total_reads_processed metric.',
    unit: 'reads',
    waiver: 'named by redis_exporter',
  }),
  totalWritesProcessed: counter('redis_total_writes_processed', {
    help: 'total_writes_processed metric.',
    unit: 'writes',
    waiver: 'named by redis_exporter',
  }),
  trackingClients: gauge('redis_tracking_clients', {
    help: 'tracking_clients metric.',
    unit: 'clients',
  }),
  trackingTotalItems: gauge('redis_tracking_total_items', {
    help: 'tracking_total_items metric.',
    unit: 'items',
  }),
  trackingTotalKeys: gauge('redis_tracking_total_keys', {
    help: 'tracking_total_keys metric.',
    unit: 'keys',
  }),
  trackingTotalPrefixes: gauge('redis_tracking_total_prefixes', {
    help: 'tracking_total_prefixes metric.',
    unit: 'prefixes',
  }),
  unexpectedErrorReplies: counter('redis_unexpected_error_replies', {
    help: 'unexpected_error_replies metric.',
    unit: 'replies',
    waiver: 'named by redis_exporter',
  }),
  up: gauge('redis_up', {
    help: 'Information about the Redis instance.',
    unit: 'bool',
  }),
  uptimeInSeconds: gauge('redis_uptime_in_seconds', {
    help: 'uptime_in_seconds metric.',
    unit: 'seconds',
    waiver: 'named by redis_exporter',
  }),
};
