import { bounded, counter, gauge, info, oneOf } from '@binnacle/builders';

/** What node exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  arpEntries: gauge('node_arp_entries', {
    help: 'ARP entries by device.',
    unit: 'entries',
    labels: {
      device: bounded(10), // 1 seen: eth0
    },
  }),
  bootTimeSeconds: gauge('node_boot_time_seconds', {
    help: 'Node boot time, in unixtime.',
    unit: 'seconds',
  }),
  contextSwitches: counter('node_context_switches_total', {
    help: 'Total number of context switches.',
    unit: 'switches',
  }),
  cpuGuestSeconds: counter('node_cpu_guest_seconds_total', {
    help: 'Seconds the CPUs spent in guests (VMs) for each mode.',
    unit: 'seconds',
    labels: {
      cpu: bounded(10), // 2 seen: 0, 1
      mode: oneOf('nice', 'user'),
    },
  }),
  cpuSeconds: counter('node_cpu_seconds_total', {
    help: 'Seconds the CPUs spent in each mode.',
    unit: 'seconds',
    labels: {
      cpu: bounded(10), // 2 seen: 0, 1
      mode: oneOf('idle', 'iowait', 'irq', 'nice', 'softirq', 'steal', 'system', 'user'),
    },
  }),
  diskDiscardTimeSeconds: counter('node_disk_discard_time_seconds_total', {
    help: 'This is the total number of seconds spent by all discards.',
    unit: 'seconds',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskDiscardedSectors: counter('node_disk_discarded_sectors_total', {
    help: 'The total number of sectors discarded successfully.',
    unit: 'sectors',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskDiscardsCompleted: counter('node_disk_discards_completed_total', {
    help: 'The total number of discards completed successfully.',
    unit: 'discards',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskDiscardsMerged: counter('node_disk_discards_merged_total', {
    help: 'The total number of discards merged.',
    unit: 'discards',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskFlushRequestsTimeSeconds: counter('node_disk_flush_requests_time_seconds_total', {
    help: 'This is the total number of seconds spent by all flush requests.',
    unit: 'seconds',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskFlushRequests: counter('node_disk_flush_requests_total', {
    help: 'The total number of flush requests completed successfully.',
    unit: 'requests',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskInfo: info('node_disk_info', {
    help: 'Info of /sys/block/<block_device>.',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
      major: bounded(10), // 2 seen: 253, 254
      minor: bounded(1), // 1 seen: 0
    },
  }),
  diskIoNow: gauge('node_disk_io_now', {
    help: 'The number of I/Os currently in progress.',
    unit: 'count',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskIoTimeSeconds: counter('node_disk_io_time_seconds_total', {
    help: 'Total seconds spent doing I/Os.',
    unit: 'seconds',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskIoTimeWeightedSeconds: counter('node_disk_io_time_weighted_seconds_total', {
    help: 'The weighted # of seconds spent doing I/Os.',
    unit: 'seconds',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskReadBytes: counter('node_disk_read_bytes_total', {
    help: 'The total number of bytes read successfully.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskReadTimeSeconds: counter('node_disk_read_time_seconds_total', {
    help: 'The total number of seconds spent by all reads.',
    unit: 'seconds',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskReadsCompleted: counter('node_disk_reads_completed_total', {
    help: 'The total number of reads completed successfully.',
    unit: 'reads',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskReadsMerged: counter('node_disk_reads_merged_total', {
    help: 'The total number of reads merged.',
    unit: 'reads',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskWriteTimeSeconds: counter('node_disk_write_time_seconds_total', {
    help: 'This is the total number of seconds spent by all writes.',
    unit: 'seconds',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskWritesCompleted: counter('node_disk_writes_completed_total', {
    help: 'The total number of writes completed successfully.',
    unit: 'writes',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskWritesMerged: counter('node_disk_writes_merged_total', {
    help: 'The number of writes merged.',
    unit: 'writes',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  diskWrittenBytes: counter('node_disk_written_bytes_total', {
    help: 'The total number of bytes written successfully.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 2 seen: vda, zram0
    },
  }),
  entropyAvailableBits: gauge('node_entropy_available_bits', {
    help: 'Bits of available entropy.',
    unit: 'bits',
    waiver: 'named by node_exporter',
  }),
  entropyPoolSizeBits: gauge('node_entropy_pool_size_bits', {
    help: 'Bits of entropy pool.',
    unit: 'bits',
    waiver: 'named by node_exporter',
  }),
  exporterBuildInfo: info('node_exporter_build_info', {
    help: "A metric with a constant '1' value labeled by version, revision, branch, goversion from which node_exporter was built, and the goos and goarch for the build.",
    labels: {
      branch: bounded(1), // 1 seen: debian/sid
      goarch: bounded(1), // 1 seen: amd64
      goos: bounded(1), // 1 seen: linux
      goversion: bounded(1), // 1 seen: go1.19.8
      revision: bounded(1), // 1 seen: 1.5.0-1+b6
      version: bounded(1), // 1 seen: 1.5.0
    },
  }),
  filefdAllocated: gauge('node_filefd_allocated', {
    help: 'File descriptor statistics: allocated.',
    unit: 'count',
  }),
  filefdMaximum: gauge('node_filefd_maximum', {
    help: 'File descriptor statistics: maximum.',
    unit: 'count',
  }),
  filesystemAvailBytes: gauge('node_filesystem_avail_bytes', {
    help: 'Filesystem space available to non-root users in bytes.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
  }),
  filesystemDeviceError: gauge('node_filesystem_device_error', {
    help: 'Whether an error occurred while getting statistics for the given device.',
    unit: 'count',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
  }),
  filesystemFiles: gauge('node_filesystem_files', {
    help: 'Filesystem total file nodes.',
    unit: 'files',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
  }),
  filesystemFilesFree: gauge('node_filesystem_files_free', {
    help: 'Filesystem total free file nodes.',
    unit: 'files',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
    waiver: 'named by node_exporter',
  }),
  filesystemFreeBytes: gauge('node_filesystem_free_bytes', {
    help: 'Filesystem free space in bytes.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
  }),
  filesystemReadonly: gauge('node_filesystem_readonly', {
    help: 'Filesystem read-only status.',
    unit: 'bool',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
  }),
  filesystemSizeBytes: gauge('node_filesystem_size_bytes', {
    help: 'Filesystem size in bytes.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 1 seen: /dev/vda
      fstype: bounded(10), // 1 seen: ext4
      mountpoint: bounded(10), // 1 seen: /
    },
  }),
  forks: counter('node_forks_total', {
    help: 'Total number of forks.',
    unit: 'forks',
  }),
  intr: counter('node_intr_total', {
    help: 'Total number of interrupts serviced.',
    unit: 'count',
  }),
  load1: gauge('node_load1', {
    help: '1m load average.',
    unit: 'count',
  }),
  load15: gauge('node_load15', {
    help: '15m load average.',
    unit: 'count',
  }),
  load5: gauge('node_load5', {
    help: '5m load average.',
    unit: 'count',
  }),
  memoryActiveAnonBytes: gauge('node_memory_Active_anon_bytes', {
    help: 'Memory information field Active_anon_bytes.',
    unit: 'bytes',
  }),
  memoryActiveBytes: gauge('node_memory_Active_bytes', {
    help: 'Memory information field Active_bytes.',
    unit: 'bytes',
  }),
  memoryActiveFileBytes: gauge('node_memory_Active_file_bytes', {
    help: 'Memory information field Active_file_bytes.',
    unit: 'bytes',
  }),
  memoryAnonHugePagesBytes: gauge('node_memory_AnonHugePages_bytes', {
    help: 'Memory information field AnonHugePages_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryAnonPagesBytes: gauge('node_memory_AnonPages_bytes', {
    help: 'Memory information field AnonPages_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryBalloonBytes: gauge('node_memory_Balloon_bytes', {
    help: 'Memory information field Balloon_bytes.',
    unit: 'bytes',
  }),
  memoryBounceBytes: gauge('node_memory_Bounce_bytes', {
    help: 'Memory information field Bounce_bytes.',
    unit: 'bytes',
  }),
  memoryBuffersBytes: gauge('node_memory_Buffers_bytes', {
    help: 'Memory information field Buffers_bytes.',
    unit: 'bytes',
  }),
  memoryCachedBytes: gauge('node_memory_Cached_bytes', {
    help: 'Memory information field Cached_bytes.',
    unit: 'bytes',
  }),
  memoryCommitLimitBytes: gauge('node_memory_CommitLimit_bytes', {
    help: 'Memory information field CommitLimit_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryCommittedASBytes: gauge('node_memory_Committed_AS_bytes', {
    help: 'Memory information field Committed_AS_bytes.',
    unit: 'bytes',
  }),
  memoryDirectMap1GBytes: gauge('node_memory_DirectMap1G_bytes', {
    help: 'Memory information field DirectMap1G_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryDirectMap2MBytes: gauge('node_memory_DirectMap2M_bytes', {
    help: 'Memory information field DirectMap2M_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryDirectMap4kBytes: gauge('node_memory_DirectMap4k_bytes', {
    help: 'Memory information field DirectMap4k_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryDirtyBytes: gauge('node_memory_Dirty_bytes', {
    help: 'Memory information field Dirty_bytes.',
    unit: 'bytes',
  }),
  memoryFileHugePagesBytes: gauge('node_memory_FileHugePages_bytes', {
    help: 'Memory information field FileHugePages_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryFilePmdMappedBytes: gauge('node_memory_FilePmdMapped_bytes', {
    help: 'Memory information field FilePmdMapped_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryHugePagesFree: gauge('node_memory_HugePages_Free', {
    help: 'Memory information field HugePages_Free.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  memoryHugePagesRsvd: gauge('node_memory_HugePages_Rsvd', {
    help: 'Memory information field HugePages_Rsvd.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  memoryHugePagesSurp: gauge('node_memory_HugePages_Surp', {
    help: 'Memory information field HugePages_Surp.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  memoryHugePagesTotal: gauge('node_memory_HugePages_Total', {
    help: 'Memory information field HugePages_Total.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  memoryHugepagesizeBytes: gauge('node_memory_Hugepagesize_bytes', {
    help: 'Memory information field Hugepagesize_bytes.',
    unit: 'bytes',
  }),
  memoryHugetlbBytes: gauge('node_memory_Hugetlb_bytes', {
    help: 'Memory information field Hugetlb_bytes.',
    unit: 'bytes',
  }),
  memoryInactiveAnonBytes: gauge('node_memory_Inactive_anon_bytes', {
    help: 'Memory information field Inactive_anon_bytes.',
    unit: 'bytes',
  }),
  memoryInactiveBytes: gauge('node_memory_Inactive_bytes', {
    help: 'Memory information field Inactive_bytes.',
    unit: 'bytes',
  }),
  memoryInactiveFileBytes: gauge('node_memory_Inactive_file_bytes', {
    help: 'Memory information field Inactive_file_bytes.',
    unit: 'bytes',
  }),
  memoryKReclaimableBytes: gauge('node_memory_KReclaimable_bytes', {
    help: 'Memory information field KReclaimable_bytes.',
    unit: 'bytes',
  }),
  memoryKernelStackBytes: gauge('node_memory_KernelStack_bytes', {
    help: 'Memory information field KernelStack_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryMappedBytes: gauge('node_memory_Mapped_bytes', {
    help: 'Memory information field Mapped_bytes.',
    unit: 'bytes',
  }),
  memoryMemAvailableBytes: gauge('node_memory_MemAvailable_bytes', {
    help: 'Memory information field MemAvailable_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryMemFreeBytes: gauge('node_memory_MemFree_bytes', {
    help: 'Memory information field MemFree_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryMemTotalBytes: gauge('node_memory_MemTotal_bytes', {
    help: 'Memory information field MemTotal_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryMlockedBytes: gauge('node_memory_Mlocked_bytes', {
    help: 'Memory information field Mlocked_bytes.',
    unit: 'bytes',
  }),
  memoryNFSUnstableBytes: gauge('node_memory_NFS_Unstable_bytes', {
    help: 'Memory information field NFS_Unstable_bytes.',
    unit: 'bytes',
  }),
  memoryPageTablesBytes: gauge('node_memory_PageTables_bytes', {
    help: 'Memory information field PageTables_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryPercpuBytes: gauge('node_memory_Percpu_bytes', {
    help: 'Memory information field Percpu_bytes.',
    unit: 'bytes',
  }),
  memorySReclaimableBytes: gauge('node_memory_SReclaimable_bytes', {
    help: 'Memory information field SReclaimable_bytes.',
    unit: 'bytes',
  }),
  memorySUnreclaimBytes: gauge('node_memory_SUnreclaim_bytes', {
    help: 'Memory information field SUnreclaim_bytes.',
    unit: 'bytes',
  }),
  memorySecPageTablesBytes: gauge('node_memory_SecPageTables_bytes', {
    help: 'Memory information field SecPageTables_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryShmemHugePagesBytes: gauge('node_memory_ShmemHugePages_bytes', {
    help: 'Memory information field ShmemHugePages_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryShmemPmdMappedBytes: gauge('node_memory_ShmemPmdMapped_bytes', {
    help: 'Memory information field ShmemPmdMapped_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryShmemBytes: gauge('node_memory_Shmem_bytes', {
    help: 'Memory information field Shmem_bytes.',
    unit: 'bytes',
  }),
  memorySlabBytes: gauge('node_memory_Slab_bytes', {
    help: 'Memory information field Slab_bytes.',
    unit: 'bytes',
  }),
  memorySwapCachedBytes: gauge('node_memory_SwapCached_bytes', {
    help: 'Memory information field SwapCached_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memorySwapFreeBytes: gauge('node_memory_SwapFree_bytes', {
    help: 'Memory information field SwapFree_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memorySwapTotalBytes: gauge('node_memory_SwapTotal_bytes', {
    help: 'Memory information field SwapTotal_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryUnevictableBytes: gauge('node_memory_Unevictable_bytes', {
    help: 'Memory information field Unevictable_bytes.',
    unit: 'bytes',
  }),
  memoryVmallocChunkBytes: gauge('node_memory_VmallocChunk_bytes', {
    help: 'Memory information field VmallocChunk_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryVmallocTotalBytes: gauge('node_memory_VmallocTotal_bytes', {
    help: 'Memory information field VmallocTotal_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryVmallocUsedBytes: gauge('node_memory_VmallocUsed_bytes', {
    help: 'Memory information field VmallocUsed_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryWritebackTmpBytes: gauge('node_memory_WritebackTmp_bytes', {
    help: 'Memory information field WritebackTmp_bytes.',
    unit: 'bytes',
    waiver: 'named by node_exporter',
  }),
  memoryWritebackBytes: gauge('node_memory_Writeback_bytes', {
    help: 'Memory information field Writeback_bytes.',
    unit: 'bytes',
  }),
  memoryZswapBytes: gauge('node_memory_Zswap_bytes', {
    help: 'Memory information field Zswap_bytes.',
    unit: 'bytes',
  }),
  memoryZswappedBytes: gauge('node_memory_Zswapped_bytes', {
    help: 'Memory information field Zswapped_bytes.',
    unit: 'bytes',
  }),
  netstatIcmp6InErrors: gauge('node_netstat_Icmp6_InErrors', {
    help: 'Statistic Icmp6InErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIcmp6InMsgs: gauge('node_netstat_Icmp6_InMsgs', {
    help: 'Statistic Icmp6InMsgs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIcmp6OutMsgs: gauge('node_netstat_Icmp6_OutMsgs', {
    help: 'Statistic Icmp6OutMsgs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIcmpInErrors: gauge('node_netstat_Icmp_InErrors', {
    help: 'Statistic IcmpInErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIcmpInMsgs: gauge('node_netstat_Icmp_InMsgs', {
    help: 'Statistic IcmpInMsgs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIcmpOutMsgs: gauge('node_netstat_Icmp_OutMsgs', {
    help: 'Statistic IcmpOutMsgs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIp6InOctets: gauge('node_netstat_Ip6_InOctets', {
    help: 'Statistic Ip6InOctets.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIp6OutOctets: gauge('node_netstat_Ip6_OutOctets', {
    help: 'Statistic Ip6OutOctets.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIpExtInOctets: gauge('node_netstat_IpExt_InOctets', {
    help: 'Statistic IpExtInOctets.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIpExtOutOctets: gauge('node_netstat_IpExt_OutOctets', {
    help: 'Statistic IpExtOutOctets.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatIpForwarding: gauge('node_netstat_Ip_Forwarding', {
    help: 'Statistic IpForwarding.',
    unit: 'count',
  }),
  netstatTcpExtListenDrops: gauge('node_netstat_TcpExt_ListenDrops', {
    help: 'Statistic TcpExtListenDrops.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpExtListenOverflows: gauge('node_netstat_TcpExt_ListenOverflows', {
    help: 'Statistic TcpExtListenOverflows.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpExtSyncookiesFailed: gauge('node_netstat_TcpExt_SyncookiesFailed', {
    help: 'Statistic TcpExtSyncookiesFailed.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpExtSyncookiesRecv: gauge('node_netstat_TcpExt_SyncookiesRecv', {
    help: 'Statistic TcpExtSyncookiesRecv.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpExtSyncookiesSent: gauge('node_netstat_TcpExt_SyncookiesSent', {
    help: 'Statistic TcpExtSyncookiesSent.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpExtTCPSynRetrans: gauge('node_netstat_TcpExt_TCPSynRetrans', {
    help: 'Statistic TcpExtTCPSynRetrans.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpExtTCPTimeouts: gauge('node_netstat_TcpExt_TCPTimeouts', {
    help: 'Statistic TcpExtTCPTimeouts.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpActiveOpens: gauge('node_netstat_Tcp_ActiveOpens', {
    help: 'Statistic TcpActiveOpens.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpCurrEstab: gauge('node_netstat_Tcp_CurrEstab', {
    help: 'Statistic TcpCurrEstab.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpInErrs: gauge('node_netstat_Tcp_InErrs', {
    help: 'Statistic TcpInErrs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpInSegs: gauge('node_netstat_Tcp_InSegs', {
    help: 'Statistic TcpInSegs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpOutRsts: gauge('node_netstat_Tcp_OutRsts', {
    help: 'Statistic TcpOutRsts.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpOutSegs: gauge('node_netstat_Tcp_OutSegs', {
    help: 'Statistic TcpOutSegs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpPassiveOpens: gauge('node_netstat_Tcp_PassiveOpens', {
    help: 'Statistic TcpPassiveOpens.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatTcpRetransSegs: gauge('node_netstat_Tcp_RetransSegs', {
    help: 'Statistic TcpRetransSegs.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdp6InDatagrams: gauge('node_netstat_Udp6_InDatagrams', {
    help: 'Statistic Udp6InDatagrams.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdp6InErrors: gauge('node_netstat_Udp6_InErrors', {
    help: 'Statistic Udp6InErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdp6NoPorts: gauge('node_netstat_Udp6_NoPorts', {
    help: 'Statistic Udp6NoPorts.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdp6OutDatagrams: gauge('node_netstat_Udp6_OutDatagrams', {
    help: 'Statistic Udp6OutDatagrams.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdp6RcvbufErrors: gauge('node_netstat_Udp6_RcvbufErrors', {
    help: 'Statistic Udp6RcvbufErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdp6SndbufErrors: gauge('node_netstat_Udp6_SndbufErrors', {
    help: 'Statistic Udp6SndbufErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpLite6InErrors: gauge('node_netstat_UdpLite6_InErrors', {
    help: 'Statistic UdpLite6InErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpLiteInErrors: gauge('node_netstat_UdpLite_InErrors', {
    help: 'Statistic UdpLiteInErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpInDatagrams: gauge('node_netstat_Udp_InDatagrams', {
    help: 'Statistic UdpInDatagrams.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpInErrors: gauge('node_netstat_Udp_InErrors', {
    help: 'Statistic UdpInErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpNoPorts: gauge('node_netstat_Udp_NoPorts', {
    help: 'Statistic UdpNoPorts.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpOutDatagrams: gauge('node_netstat_Udp_OutDatagrams', {
    help: 'Statistic UdpOutDatagrams.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpRcvbufErrors: gauge('node_netstat_Udp_RcvbufErrors', {
    help: 'Statistic UdpRcvbufErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  netstatUdpSndbufErrors: gauge('node_netstat_Udp_SndbufErrors', {
    help: 'Statistic UdpSndbufErrors.',
    unit: 'count',
    waiver: 'named by node_exporter',
  }),
  networkAddressAssignType: gauge('node_network_address_assign_type', {
    help: 'Network device property: address_assign_type.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkCarrier: gauge('node_network_carrier', {
    help: 'Network device property: carrier.',
    unit: 'count',
    labels: {
      device: bounded(10), // 2 seen: eth0, lo
    },
  }),
  networkCarrierChanges: counter('node_network_carrier_changes_total', {
    help: 'Network device property: carrier_changes_total.',
    unit: 'changes',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkCarrierDownChanges: counter('node_network_carrier_down_changes_total', {
    help: 'Network device property: carrier_down_changes_total.',
    unit: 'changes',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkCarrierUpChanges: counter('node_network_carrier_up_changes_total', {
    help: 'Network device property: carrier_up_changes_total.',
    unit: 'changes',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkDeviceId: gauge('node_network_device_id', {
    help: 'Network device property: device_id.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkDormant: gauge('node_network_dormant', {
    help: 'Network device property: dormant.',
    unit: 'count',
    labels: {
      device: bounded(10), // 2 seen: eth0, lo
    },
  }),
  networkFlags: gauge('node_network_flags', {
    help: 'Network device property: flags.',
    unit: 'flags',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkIfaceId: gauge('node_network_iface_id', {
    help: 'Network device property: iface_id.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkIfaceLink: gauge('node_network_iface_link', {
    help: 'Network device property: iface_link.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkIfaceLinkMode: gauge('node_network_iface_link_mode', {
    help: 'Network device property: iface_link_mode.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkInfo: info('node_network_info', {
    help: 'Non-numeric data from /sys/class/net/<iface>, value is always 1.',
    labels: {
      address: bounded(10), // 4 seen: b2:8b:11:80:b0:7a, …
      broadcast: bounded(10), // 2 seen: ff:ff:ff:ff:ff:ff, …
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
      duplex: bounded(1), // 1 seen: unknown
      operstate: oneOf('down', 'unknown', 'up'),
    },
  }),
  networkMtuBytes: gauge('node_network_mtu_bytes', {
    help: 'Network device property: mtu_bytes.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkNameAssignType: gauge('node_network_name_assign_type', {
    help: 'Network device property: name_assign_type.',
    unit: 'count',
    labels: {
      device: bounded(10), // 2 seen: eth0, lo
    },
  }),
  networkNetDevGroup: gauge('node_network_net_dev_group', {
    help: 'Network device property: net_dev_group.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkProtocolType: gauge('node_network_protocol_type', {
    help: 'Network device property: protocol_type.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkReceiveBytes: counter('node_network_receive_bytes_total', {
    help: 'Network device statistic receive_bytes.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveCompressed: counter('node_network_receive_compressed_total', {
    help: 'Network device statistic receive_compressed.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveDrop: counter('node_network_receive_drop_total', {
    help: 'Network device statistic receive_drop.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveErrs: counter('node_network_receive_errs_total', {
    help: 'Network device statistic receive_errs.',
    unit: 'errs',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveFifo: counter('node_network_receive_fifo_total', {
    help: 'Network device statistic receive_fifo.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveFrame: counter('node_network_receive_frame_total', {
    help: 'Network device statistic receive_frame.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveMulticast: counter('node_network_receive_multicast_total', {
    help: 'Network device statistic receive_multicast.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceiveNohandler: counter('node_network_receive_nohandler_total', {
    help: 'Network device statistic receive_nohandler.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkReceivePackets: counter('node_network_receive_packets_total', {
    help: 'Network device statistic receive_packets.',
    unit: 'packets',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkSpeedBytes: gauge('node_network_speed_bytes', {
    help: 'Network device property: speed_bytes.',
    unit: 'bytes/second',
    labels: {
      device: bounded(10), // 1 seen: eth0
    },
    waiver: 'named by node_exporter',
  }),
  networkTransmitBytes: counter('node_network_transmit_bytes_total', {
    help: 'Network device statistic transmit_bytes.',
    unit: 'bytes',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitCarrier: counter('node_network_transmit_carrier_total', {
    help: 'Network device statistic transmit_carrier.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitColls: counter('node_network_transmit_colls_total', {
    help: 'Network device statistic transmit_colls.',
    unit: 'colls',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitCompressed: counter('node_network_transmit_compressed_total', {
    help: 'Network device statistic transmit_compressed.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitDrop: counter('node_network_transmit_drop_total', {
    help: 'Network device statistic transmit_drop.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitErrs: counter('node_network_transmit_errs_total', {
    help: 'Network device statistic transmit_errs.',
    unit: 'errs',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitFifo: counter('node_network_transmit_fifo_total', {
    help: 'Network device statistic transmit_fifo.',
    unit: 'count',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitPackets: counter('node_network_transmit_packets_total', {
    help: 'Network device statistic transmit_packets.',
    unit: 'packets',
    labels: {
      device: bounded(10), // 3 seen: eth0, ifb0, ifb1
    },
  }),
  networkTransmitQueueLength: gauge('node_network_transmit_queue_length', {
    help: 'Network device property: transmit_queue_length.',
    unit: 'count',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  networkUp: gauge('node_network_up', {
    help: "Value is 1 if operstate is 'up', 0 otherwise.",
    unit: 'bool',
    labels: {
      device: bounded(10), // 4 seen: eth0, ifb0, ifb1, …
    },
  }),
  nfConntrackEntries: gauge('node_nf_conntrack_entries', {
    help: 'Number of currently allocated flow entries for connection tracking.',
    unit: 'entries',
  }),
  nfConntrackEntriesLimit: gauge('node_nf_conntrack_entries_limit', {
    help: 'Maximum size of connection tracking table.',
    unit: 'entries',
    waiver: 'named by node_exporter',
  }),
  nfConntrackStatDrop: gauge('node_nf_conntrack_stat_drop', {
    help: 'Number of packets dropped due to conntrack failure.',
    unit: 'count',
  }),
  nfConntrackStatEarlyDrop: gauge('node_nf_conntrack_stat_early_drop', {
    help: 'Number of dropped conntrack entries to make room for new ones, if maximum table size was reached.',
    unit: 'count',
  }),
  nfConntrackStatFound: gauge('node_nf_conntrack_stat_found', {
    help: 'Number of searched entries which were successful.',
    unit: 'count',
  }),
  nfConntrackStatIgnore: gauge('node_nf_conntrack_stat_ignore', {
    help: 'Number of packets seen which are already connected to a conntrack entry.',
    unit: 'count',
  }),
  nfConntrackStatInsert: gauge('node_nf_conntrack_stat_insert', {
    help: 'Number of entries inserted into the list.',
    unit: 'count',
  }),
  nfConntrackStatInsertFailed: gauge('node_nf_conntrack_stat_insert_failed', {
    help: 'Number of entries for which list insertion was attempted but failed.',
    unit: 'count',
  }),
  nfConntrackStatInvalid: gauge('node_nf_conntrack_stat_invalid', {
    help: 'Number of packets seen which can not be tracked.',
    unit: 'count',
  }),
  nfConntrackStatSearchRestart: gauge('node_nf_conntrack_stat_search_restart', {
    help: 'Number of conntrack table lookups which had to be restarted due to hashtable resizes.',
    unit: 'count',
  }),
  osInfo: info('node_os_info', {
    help: "A metric with a constant '1' value labeled by build_id, id, id_like, image_id, image_version, name, pretty_name, variant, variant_id, version, version_codename, version_id.",
    labels: {
      id: bounded(1), // 1 seen: debian
      name: bounded(1), // 1 seen: Debian GNU/Linux
      pretty_name: bounded(1), // 1 seen: Debian GNU/Linux 12 (boo…
      version: bounded(1), // 1 seen: 12 (bookworm)
      version_codename: bounded(1), // 1 seen: bookworm
      version_id: bounded(1), // 1 seen: 12
    },
  }),
  osVersion: gauge('node_os_version', {
    help: 'Metric containing the major.minor part of the OS version.',
    unit: 'count',
    labels: {
      id: bounded(10), // 1 seen: debian
      name: bounded(10), // 1 seen: Debian GNU/Linux
    },
  }),
  pressureCpuWaitingSeconds: counter('node_pressure_cpu_waiting_seconds_total', {
    help: 'Total time in seconds that processes have waited for CPU time.',
    unit: 'seconds',
  }),
  pressureIoStalledSeconds: counter('node_pressure_io_stalled_seconds_total', {
    help: 'Total time in seconds no process could make progress due to IO congestion.',
    unit: 'seconds',
  }),
  pressureIoWaitingSeconds: counter('node_pressure_io_waiting_seconds_total', {
    help: 'Total time in seconds that processes have waited due to IO congestion.',
    unit: 'seconds',
  }),
  pressureMemoryStalledSeconds: counter('node_pressure_memory_stalled_seconds_total', {
    help: 'Total time in seconds no process could make progress due to memory congestion.',
    unit: 'seconds',
  }),
  pressureMemoryWaitingSeconds: counter('node_pressure_memory_waiting_seconds_total', {
    help: 'Total time in seconds that processes have waited for memory.',
    unit: 'seconds',
  }),
  procsBlocked: gauge('node_procs_blocked', {
    help: 'Number of processes blocked waiting for I/O to complete.',
    unit: 'count',
  }),
  procsRunning: gauge('node_procs_running', {
    help: 'Number of processes in runnable state.',
    unit: 'count',
  }),
  scrapeCollectorDurationSeconds: gauge('node_scrape_collector_duration_seconds', {
    help: 'node_exporter: Duration of a collector scrape.',
    unit: 'seconds',
    labels: {
      collector: bounded(50), // 46 seen: arp, bcache, bonding, …
    },
    waiver: 'labelled by node_exporter',
  }),
  scrapeCollectorSuccess: gauge('node_scrape_collector_success', {
    help: 'node_exporter: Whether a collector succeeded.',
    unit: 'bool',
    labels: {
      collector: bounded(50), // 46 seen: arp, bcache, bonding, …
    },
    waiver: 'labelled by node_exporter',
  }),
  selinuxEnabled: gauge('node_selinux_enabled', {
    help: 'SELinux is enabled, 1 is true, 0 is false.',
    unit: 'bool',
  }),
  sockstatFRAG6Inuse: gauge('node_sockstat_FRAG6_inuse', {
    help: 'Number of FRAG6 sockets in state inuse.',
    unit: 'count',
  }),
  sockstatFRAG6Memory: gauge('node_sockstat_FRAG6_memory', {
    help: 'Number of FRAG6 sockets in state memory.',
    unit: 'count',
  }),
  sockstatFRAGInuse: gauge('node_sockstat_FRAG_inuse', {
    help: 'Number of FRAG sockets in state inuse.',
    unit: 'count',
  }),
  sockstatFRAGMemory: gauge('node_sockstat_FRAG_memory', {
    help: 'Number of FRAG sockets in state memory.',
    unit: 'count',
  }),
  sockstatRAW6Inuse: gauge('node_sockstat_RAW6_inuse', {
    help: 'Number of RAW6 sockets in state inuse.',
    unit: 'count',
  }),
  sockstatRAWInuse: gauge('node_sockstat_RAW_inuse', {
    help: 'Number of RAW sockets in state inuse.',
    unit: 'count',
  }),
  sockstatTCP6Inuse: gauge('node_sockstat_TCP6_inuse', {
    help: 'Number of TCP6 sockets in state inuse.',
    unit: 'count',
  }),
  sockstatTCPAlloc: gauge('node_sockstat_TCP_alloc', {
    help: 'Number of TCP sockets in state alloc.',
    unit: 'count',
  }),
  sockstatTCPInuse: gauge('node_sockstat_TCP_inuse', {
    help: 'Number of TCP sockets in state inuse.',
    unit: 'count',
  }),
  sockstatTCPMem: gauge('node_sockstat_TCP_mem', {
    help: 'Number of TCP sockets in state mem.',
    unit: 'count',
  }),
  sockstatTCPMemBytes: gauge('node_sockstat_TCP_mem_bytes', {
    help: 'Number of TCP sockets in state mem_bytes.',
    unit: 'bytes',
  }),
  sockstatTCPOrphan: gauge('node_sockstat_TCP_orphan', {
    help: 'Number of TCP sockets in state orphan.',
    unit: 'count',
  }),
  sockstatTCPTw: gauge('node_sockstat_TCP_tw', {
    help: 'Number of TCP sockets in state tw.',
    unit: 'count',
  }),
  sockstatUDP6Inuse: gauge('node_sockstat_UDP6_inuse', {
    help: 'Number of UDP6 sockets in state inuse.',
    unit: 'count',
  }),
  sockstatUDPLITE6Inuse: gauge('node_sockstat_UDPLITE6_inuse', {
    help: 'Number of UDPLITE6 sockets in state inuse.',
    unit: 'count',
  }),
  sockstatUDPLITEInuse: gauge('node_sockstat_UDPLITE_inuse', {
    help: 'Number of UDPLITE sockets in state inuse.',
    unit: 'count',
  }),
  sockstatUDPInuse: gauge('node_sockstat_UDP_inuse', {
    help: 'Number of UDP sockets in state inuse.',
    unit: 'count',
  }),
  sockstatUDPMem: gauge('node_sockstat_UDP_mem', {
    help: 'Number of UDP sockets in state mem.',
    unit: 'count',
  }),
  sockstatUDPMemBytes: gauge('node_sockstat_UDP_mem_bytes', {
    help: 'Number of UDP sockets in state mem_bytes.',
    unit: 'bytes',
  }),
  sockstatSocketsUsed: gauge('node_sockstat_sockets_used', {
    help: 'Number of IPv4 sockets in use.',
    unit: 'count',
  }),
  softnetDropped: counter('node_softnet_dropped_total', {
    help: 'Number of dropped packets.',
    unit: 'count',
    labels: {
      cpu: bounded(10), // 2 seen: 0, 1
    },
  }),
  softnetProcessed: counter('node_softnet_processed_total', {
    help: 'Number of processed packets.',
    unit: 'count',
    labels: {
      cpu: bounded(10), // 2 seen: 0, 1
    },
  }),
  softnetTimesSqueezed: counter('node_softnet_times_squeezed_total', {
    help: 'Number of times processing packets ran out of quota.',
    unit: 'times',
    labels: {
      cpu: bounded(10), // 2 seen: 0, 1
    },
  }),
  textfileScrapeError: gauge('node_textfile_scrape_error', {
    help: '1 if there was an error opening or reading a file, 0 otherwise.',
    unit: 'count',
  }),
  timeClocksourceAvailableInfo: info('node_time_clocksource_available_info', {
    help: "Available clocksources read from '/sys/devices/system/clocksource'.",
    labels: {
      clocksource: oneOf('kvm-clock', 'tsc'),
      device: bounded(1), // 1 seen: 0
    },
  }),
  timeClocksourceCurrentInfo: info('node_time_clocksource_current_info', {
    help: "Current clocksource read from '/sys/devices/system/clocksource'.",
    labels: {
      clocksource: bounded(1), // 1 seen: tsc
      device: bounded(1), // 1 seen: 0
    },
  }),
  timeSeconds: gauge('node_time_seconds', {
    help: 'System time in seconds since epoch (1970).',
    unit: 'seconds',
  }),
  timeZoneOffsetSeconds: gauge('node_time_zone_offset_seconds', {
    help: 'System time zone offset in seconds.',
    unit: 'seconds',
    labels: {
      time_zone: bounded(10), // 1 seen: UTC
    },
  }),
  timexEstimatedErrorSeconds: gauge('node_timex_estimated_error_seconds', {
    help: 'Estimated error in seconds.',
    unit: 'seconds',
  }),
  timexFrequencyAdjustmentRatio: gauge('node_timex_frequency_adjustment_ratio', {
    help: 'Local clock frequency adjustment.',
    unit: 'ratio',
  }),
  timexLoopTimeConstant: gauge('node_timex_loop_time_constant', {
    help: 'Phase-locked loop time constant.',
    unit: 'count',
  }),
  timexMaxerrorSeconds: gauge('node_timex_maxerror_seconds', {
    help: 'Maximum error in seconds.',
    unit: 'seconds',
  }),
  timexOffsetSeconds: gauge('node_timex_offset_seconds', {
    help: 'Time offset in between local system and reference clock.',
    unit: 'seconds',
  }),
  timexPpsCalibration: counter('node_timex_pps_calibration_total', {
    help: 'Pulse per second count of calibration intervals.',
    unit: 'count',
  }),
  timexPpsError: counter('node_timex_pps_error_total', {
    help: 'Pulse per second count of calibration errors.',
    unit: 'count',
  }),
  timexPpsFrequencyHertz: gauge('node_timex_pps_frequency_hertz', {
    help: 'Pulse per second frequency.',
    unit: 'count',
  }),
  timexPpsJitterSeconds: gauge('node_timex_pps_jitter_seconds', {
    help: 'Pulse per second jitter.',
    unit: 'seconds',
  }),
  timexPpsJitter: counter('node_timex_pps_jitter_total', {
    help: 'Pulse per second count of jitter limit exceeded events.',
    unit: 'count',
  }),
  timexPpsShiftSeconds: gauge('node_timex_pps_shift_seconds', {
    help: 'Pulse per second interval duration.',
    unit: 'seconds',
  }),
  timexPpsStabilityExceeded: counter('node_timex_pps_stability_exceeded_total', {
    help: 'Pulse per second count of stability limit exceeded events.',
    unit: 'count',
  }),
  timexPpsStabilityHertz: gauge('node_timex_pps_stability_hertz', {
    help: 'Pulse per second stability, average of recent frequency changes.',
    unit: 'count',
  }),
  timexStatus: gauge('node_timex_status', {
    help: 'Value of the status array bits.',
    unit: 'count',
  }),
  timexSyncStatus: gauge('node_timex_sync_status', {
    help: 'Is clock synchronized to a reliable server (1 = yes, 0 = no).',
    unit: 'count',
  }),
  timexTaiOffsetSeconds: gauge('node_timex_tai_offset_seconds', {
    help: 'International Atomic Time (TAI) offset.',
    unit: 'seconds',
  }),
  timexTickSeconds: gauge('node_timex_tick_seconds', {
    help: 'Seconds between clock ticks.',
    unit: 'seconds',
  }),
  udpQueues: gauge('node_udp_queues', {
    help: 'Number of allocated memory in the kernel for UDP datagrams in bytes.',
    unit: 'queues',
    labels: {
      ip: bounded(10), // 2 seen: v4, v6
      queue: bounded(10), // 2 seen: rx, tx
    },
  }),
  unameInfo: info('node_uname_info', {
    help: 'Labeled system information as provided by the uname system call.',
    labels: {
      domainname: bounded(1), // 1 seen: (none)
      machine: bounded(1), // 1 seen: x86_64
      nodename: bounded(1), // 1 seen: vm
      release: bounded(1), // 1 seen: 6.18.44-fc-v669
      sysname: bounded(1), // 1 seen: Linux
      version: bounded(1), // 1 seen
    },
  }),
  vmstatOomKill: gauge('node_vmstat_oom_kill', {
    help: '/proc/vmstat information field oom_kill.',
    unit: 'count',
  }),
  vmstatPgfault: gauge('node_vmstat_pgfault', {
    help: '/proc/vmstat information field pgfault.',
    unit: 'count',
  }),
  vmstatPgmajfault: gauge('node_vmstat_pgmajfault', {
    help: '/proc/vmstat information field pgmajfault.',
    unit: 'count',
  }),
  vmstatPgpgin: gauge('node_vmstat_pgpgin', {
    help: '/proc/vmstat information field pgpgin.',
    unit: 'count',
  }),
  vmstatPgpgout: gauge('node_vmstat_pgpgout', {
    help: '/proc/vmstat information field pgpgout.',
    unit: 'count',
  }),
  vmstatPswpin: gauge('node_vmstat_pswpin', {
    help: '/proc/vmstat information field pswpin.',
    unit: 'count',
  }),
  vmstatPswpout: gauge('node_vmstat_pswpout', {
    help: '/proc/vmstat information field pswpout.',
    unit: 'count',
  }),
};
