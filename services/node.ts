import {
  anyOf,
  avg,
  collector,
  count,
  not,
  rate,
  ratio,
  record,
  regex,
  resource,
  service,
  sum,
} from '@binnacle/builders';
import { metrics } from './node/metrics.ts';
import { platform } from './teams.ts';

const {
  cpuSeconds,
  diskIoTimeSeconds,
  diskIoTimeWeightedSeconds,
  filesystemAvailBytes,
  filesystemSizeBytes,
  load1,
  memoryMemAvailableBytes,
  memoryMemTotalBytes,
  networkReceiveBytes,
  networkReceiveDrop,
  networkReceiveErrs,
  networkSpeedBytes,
  pressureMemoryWaitingSeconds,
  scrapeCollectorDurationSeconds,
  scrapeCollectorSuccess,
} = metrics;

const idle = cpuSeconds.where({ mode: 'idle' });
const filesystem = { fstype: regex('ext[234]|xfs|btrfs|zfs') } as const;
const relied = anyOf('cpu', 'diskstats', 'filesystem', 'loadavg', 'meminfo', 'netdev', 'stat', 'timex', 'vmstat');
const wired = { device: not('lo') } as const;
const byDevice = ['job', 'instance', 'device'] as const;
const byMountpoint = ['job', 'instance', 'device', 'mountpoint'] as const;

/** Cores of each host. */
export const cpus = record(count(idle, { by: ['job', 'instance'] }), { name: 'job_instance:node_cpu_cores:count' });
/** Share of the time that the cores of each host are busy. */
export const cpuUtilization = record(ratio(1).sub(avg(rate(idle), { by: ['job', 'instance'] })), {
  name: 'job_instance:node_cpu_utilization:ratio_rate5m',
});
/** Share of the memory of each host that could not be given to a program that asks for it. */
export const memoryUtilization = record(
  ratio(1).sub(
    sum(memoryMemAvailableBytes, { by: ['job', 'instance'] }).div(
      sum(memoryMemTotalBytes, { by: ['job', 'instance'] }),
    ),
  ),
  { name: 'job_instance:node_memory_utilization:ratio' },
);
/** Share of each file system that is full. */
export const filesystemUtilization = record(
  ratio(1).sub(
    sum(filesystemAvailBytes.where(filesystem), { by: byMountpoint }).div(
      sum(filesystemSizeBytes.where(filesystem), { by: byMountpoint }),
    ),
  ),
  { name: 'job_instance_device_mountpoint:node_filesystem_utilization:ratio' },
);

/** The machines everything runs on. */
export const node = service('node', {
  title: 'Hosts',
  description: 'The machines everything runs on, as the node exporter sees them.',
  owner: platform,
  tier: 2,
  kind: 'host',
  system: 'platform',
  links: {
    runbook: 'https://runbooks.example.com/hosts',
    repository: 'https://git.example.com/platform/hosts',
    docs: 'https://docs.example.com/hosts',
  },
  metrics,
  parts: {
    cpu: resource({
      utilization: cpuUtilization.metric,
      saturation: sum(load1, { by: ['job', 'instance'] }).div(cpus.metric),
      by: ['instance'],
      waive: { errors: 'the kernel reports none' },
    }),
    memory: resource({
      utilization: memoryUtilization.metric,
      saturation: rate(pressureMemoryWaitingSeconds),
      by: ['instance'],
      waive: { errors: 'the kernel reports none' },
    }),
    disk: resource({
      utilization: sum(rate(diskIoTimeSeconds), { by: byDevice }),
      saturation: sum(rate(diskIoTimeWeightedSeconds), { by: byDevice }),
      by: ['instance', 'device'],
      waive: { errors: 'the kernel logs them and counts none' },
    }),
    filesystem: resource({
      utilization: filesystemUtilization.metric,
      by: ['instance', 'mountpoint'],
      waive: {
        saturation: 'a file system is full or not',
        errors: 'see the alert on file systems that went read-only',
      },
    }),
    network: resource({
      // Virtual devices report a speed of -1, or none.
      utilization: sum(rate(networkReceiveBytes.where(wired)), { by: byDevice }).div(
        sum(networkSpeedBytes.where(wired).gt(0), { by: byDevice }),
      ),
      saturation: rate(networkReceiveDrop.where(wired)),
      errors: networkReceiveErrs.where(wired),
      by: ['instance', 'device'],
    }),
    exporter: collector({
      duration: scrapeCollectorDurationSeconds,
      // A collector of what the host does not have fails as well.
      errors: scrapeCollectorSuccess.where({ collector: relied }).eq(0, { bool: true }),
      by: ['instance', 'collector'],
    }),
  },
});

export default node;
