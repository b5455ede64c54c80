import {
  abs,
  alert,
  changes,
  delta,
  group,
  hours,
  max,
  min,
  predictLinear,
  ratio,
  rules,
  seconds,
  sum,
} from '@binnacle/builders';
import { cpus, cpuUtilization, filesystemUtilization, memoryUtilization, node } from '../services/node.ts';
import { up } from '../services/up.ts';

const {
  bootTimeSeconds,
  filefdAllocated,
  filefdMaximum,
  filesystemAvailBytes,
  filesystemDeviceError,
  filesystemFiles,
  filesystemFilesFree,
  filesystemReadonly,
  nfConntrackEntries,
  nfConntrackEntriesLimit,
  timexOffsetSeconds,
  vmstatOomKill,
} = node.metrics;
const { parts } = node;

const byHost = { by: ['instance'] } as const;
const byMountpoint = { by: ['instance', 'mountpoint'] } as const;

export default rules(node, [
  group('node.records', { interval: '30s' }, [cpus, cpuUtilization, memoryUtilization, filesystemUtilization]),
  group('node.alerts', { interval: '1m' }, [
    alert('NodeDown', {
      expr: up.where({ job: 'node' }).eq(0),
      for: '5m',
      severity: 'page',
      summary: ({ label }) => `${label('instance')} does not answer`,
      description: 'The host, its network or its exporter is gone. What runs there reports its own alerts.',
    }),
    alert('NodeRebooted', {
      expr: changes(bootTimeSeconds, '15m').gt(0),
      severity: 'info',
      summary: ({ label }) => `${label('instance')} rebooted`,
      description: 'Once is maintenance. Twice without anyone having asked for it is a ticket.',
    }),
    alert('NodeFilesystemFilling', {
      expr: min(predictLinear(filesystemAvailBytes, hours(24), '6h'), byMountpoint)
        .lt(0)
        .and(max(filesystemUtilization.metric, byMountpoint).gt(ratio(0.6))),
      for: '1h',
      severity: 'ticket',
      summary: ({ label }) => `${label('mountpoint')} of ${label('instance')} will be full within a day`,
      description: 'Seen from the last six hours. Find out what grows before making room.',
    }),
    alert('NodeFilesystemFull', {
      expr: max(filesystemUtilization.metric, byMountpoint).gt(ratio(0.95)),
      for: '15m',
      severity: 'page',
      summary: ({ label, value }) =>
        `${label('mountpoint')} of ${label('instance')} is ${value.humanizePercentage} full`,
      description: 'Databases stop at 100 %, and do not always start again.',
    }),
    alert('NodeInodesLow', {
      expr: min(filesystemFilesFree, byMountpoint)
        .div(min(filesystemFiles.gt(0), byMountpoint))
        .lt(ratio(0.05)),
      for: '1h',
      severity: 'ticket',
      summary: ({ label, value }) =>
        `${label('mountpoint')} of ${label('instance')} has ${value.humanizePercentage} of its inodes left`,
      description: 'Many small files. There may be space left, and still no file can be created.',
    }),
    alert('NodeFilesystemReadOnly', {
      expr: max(filesystemReadonly.where({ mountpoint: '/' }), byHost).gt(0),
      severity: 'page',
      summary: ({ label }) => `/ of ${label('instance')} is read-only`,
      description: 'The kernel does that after errors of the disk. Move what runs there before looking further.',
    }),
    alert('NodeFilesystemError', {
      expr: max(filesystemDeviceError, byMountpoint).gt(0),
      for: '15m',
      severity: 'ticket',
      summary: ({ label }) => `${label('mountpoint')} of ${label('instance')} cannot be read`,
      description: 'The exporter gets an error when it asks how full it is: a dead mount, or missing rights.',
    }),
    alert('NodeOutOfMemory', {
      expr: delta(vmstatOomKill, '15m').gt(0),
      severity: 'ticket',
      summary: ({ label }) => `The kernel of ${label('instance')} killed a process for its memory`,
      description: 'Find out which in the kernel log, and whether its limit or the host is too small.',
    }),
    alert('NodeClockOff', {
      expr: abs(timexOffsetSeconds).gt(seconds(0.05)),
      for: '15m',
      severity: 'ticket',
      summary: ({ label, value }) => `The clock of ${label('instance')} is off by ${value.humanizeDuration}`,
      description: 'Tokens, locks and the order of events depend on clocks. Look at the time daemon.',
    }),
    alert('NodeFileDescriptorsLow', {
      expr: sum(filefdAllocated, byHost).div(sum(filefdMaximum, byHost)).gt(ratio(0.9)),
      for: '15m',
      severity: 'ticket',
      summary: ({ label, value }) => `${label('instance')} uses ${value.humanizePercentage} of its file descriptors`,
      description: 'Some process opens files or connections and does not close them.',
    }),
    alert('NodeConnectionTrackingFull', {
      expr: sum(nfConntrackEntries, byHost).div(sum(nfConntrackEntriesLimit, byHost)).gt(ratio(0.9)),
      for: '5m',
      severity: 'page',
      summary: ({ label, value }) =>
        `${label('instance')} tracks ${value.humanizePercentage} of the connections it can`,
      description: 'Beyond the limit, the kernel drops packets of new connections.',
    }),
  ]),
  ...parts.cpu.rules({ utilization: 0.95, saturation: 4, for: '30m' }),
  ...parts.memory.rules({ utilization: 0.95, saturation: 0.2 }),
  ...parts.disk.rules({ utilization: 0.95, saturation: 10, for: '30m' }),
  ...parts.network.rules({ utilization: 0.9, errors: 100 }),
  ...parts.exporter.rules(),
]);
