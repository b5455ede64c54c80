import {
  avg,
  bargauge,
  byRegexp,
  count,
  dashboard,
  deploys,
  hero,
  instanceVariable,
  max,
  minor,
  not,
  noneOf,
  ratio,
  query,
  rate,
  row,
  stat,
  statetimeline,
  sum,
  thresholds,
  timeseries,
  upOrDown,
  use,
} from '@binnacle/builders';
import { node } from '../services/node.ts';

const m = node.metrics;
const instance = instanceVariable(m.load1);
const here = { instance };
const byInstance = { by: ['instance'] } as const;
const fullness = thresholds({ warning: 0.8, critical: 0.9 });

const busy = ratio(1).sub(avg(rate(m.cpuSeconds.where({ ...here, mode: 'idle' })), byInstance));
const memoryUsed = ratio(1).sub(m.memoryMemAvailableBytes.where(here).div(m.memoryMemTotalBytes.where(here)));
const onDisk = { ...here, fstype: noneOf('tmpfs', 'ramfs', 'overlay', 'squashfs') };
const diskUsed = ratio(1).sub(m.filesystemAvailBytes.where(onDisk).div(m.filesystemSizeBytes.where(onDisk)));
const wired = { ...here, device: not('lo') };

export default dashboard(
  node,
  'Hosts',
  {
    purpose: 'Which host is short of CPU, memory, disk or network, and since when?',
    main: true,
    variables: [instance],
    annotations: [deploys(m.exporterBuildInfo, 'version', { name: 'Exporter updates', off: true })],
  },
  [
    row('Overview', [
      hero(
        timeseries('CPU busy', {
          description:
            'Share of time that the CPUs of a host did something. A host at 100 % makes everything on it wait.',
          queries: [query(busy, { legend: '{{instance}}' })],
          thresholds: fullness,
          max: 1,
        }),
      ),
      minor(stat('Hosts', { queries: [query(count(m.load1.where(here)))], sparkline: false })),
      minor(stat('Fullest memory', { queries: [query(max(memoryUsed))], thresholds: fullness })),
      minor(stat('Fullest disk', { queries: [query(max(diskUsed))], thresholds: fullness })),
    ]),
    use(
      {
        utilization: busy,
        saturation: m.load5
          .where(here)
          .div(count(m.cpuSeconds.where({ ...here, mode: 'idle' }), { by: ['instance', 'job'] })),
      },
      { title: 'CPU' },
    ),
    row('CPU in detail', [
      timeseries('Time by mode', {
        description:
          'What the CPUs do. Much iowait means slow disks; steal means that other guests take what we pay for.',
        queries: [
          query(sum(rate(m.cpuSeconds.where({ ...here, mode: not('idle') })), { by: ['mode'] }), {
            legend: '{{mode}}',
          }),
        ],
        unit: 'short',
        stacked: true,
      }),
      timeseries('Waiting for resources', {
        description: 'Share of time in which at least one task had to wait (pressure stall information).',
        queries: [
          query(rate(m.pressureCpuWaitingSeconds.where(here)), { legend: '{{instance}} CPU' }),
          query(rate(m.pressureIoWaitingSeconds.where(here)), { legend: '{{instance}} IO' }),
          query(rate(m.pressureMemoryWaitingSeconds.where(here)), { legend: '{{instance}} memory' }),
        ],
      }),
    ]),
    row('Memory', [
      timeseries('Memory used', {
        description: 'Share of memory that cannot be had without swapping.',
        queries: [query(memoryUsed, { legend: '{{instance}}' })],
        thresholds: fullness,
        max: 1,
      }),
      timeseries('Swap used', {
        description: 'Swap in use is fine; swap that grows is not.',
        queries: [
          query(m.memorySwapTotalBytes.where(here).sub(m.memorySwapFreeBytes.where(here)), { legend: '{{instance}}' }),
        ],
        min: 0,
      }),
    ]),
    row('Disks', [
      hero(
        timeseries('Disk busy', {
          description: 'Share of time in which a disk had something to do.',
          queries: [query(rate(m.diskIoTimeSeconds.where(here)), { legend: '{{instance}} {{device}}' })],
        }),
      ),
      timeseries('Read and written', {
        description: 'Bytes a second; written below the axis.',
        queries: [
          query(rate(m.diskReadBytes.where(here)), { legend: '{{instance}} {{device}} read' }),
          query(rate(m.diskWrittenBytes.where(here)), { legend: '{{instance}} {{device}} written' }),
        ],
        overrides: [byRegexp('written$', { custom: { transform: 'negative-Y' } })],
        options: { tooltip: { sort: 'none' } },
      }),
      bargauge('Space used', {
        description: 'Share of each file system that is taken.',
        queries: [query(diskUsed, { legend: '{{instance}} {{mountpoint}}' })],
        thresholds: fullness,
      }),
    ]),
    row('Network', [
      timeseries('Traffic', {
        description: 'Bytes a second; sent below the axis.',
        queries: [
          query(rate(m.networkReceiveBytes.where(wired)), { legend: '{{instance}} {{device}} received' }),
          query(rate(m.networkTransmitBytes.where(wired)), { legend: '{{instance}} {{device}} sent' }),
        ],
        overrides: [byRegexp('sent$', { custom: { transform: 'negative-Y' } })],
        options: { tooltip: { sort: 'none' } },
      }),
      timeseries('Errors and drops', {
        description: 'Packets a second that were lost on the host. Anything but zero is worth a look.',
        queries: [
          query(sum(rate(m.networkReceiveErrs.where(wired)), byInstance), { legend: '{{instance}} errors received' }),
          query(sum(rate(m.networkTransmitErrs.where(wired)), byInstance), { legend: '{{instance}} errors sent' }),
          query(sum(rate(m.networkReceiveDrop.where(wired)), byInstance), { legend: '{{instance}} drops received' }),
          query(sum(rate(m.networkTransmitDrop.where(wired)), byInstance), { legend: '{{instance}} drops sent' }),
        ],
        unit: 'pps',
      }),
    ]),
    row(
      'Exporter',
      [
        statetimeline('Collectors', {
          description: 'Collectors that fail leave gaps in the graphs above.',
          queries: [query(m.scrapeCollectorSuccess.where(here), { legend: '{{instance}} {{collector}}' })],
          mappings: upOrDown(),
        }),
        timeseries('Time to collect', {
          queries: [query(m.scrapeCollectorDurationSeconds.where(here), { legend: '{{instance}} {{collector}}' })],
        }),
      ],
      { collapsed: true },
    ),
  ],
);
