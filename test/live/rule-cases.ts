import type { RuleGroup } from '@binnacle/promql/engine/rules';

/** Rules and samples that are replayed by Prometheus and by the engine. */
export interface RuleCase {
  readonly name: string;
  /** Samples, and evaluations, are this many seconds apart. */
  readonly step: number;
  readonly ticks: number;
  readonly series: Readonly<Record<string, string>>;
  readonly groups: readonly RuleGroup[];
  /** What is compared at every tick beside the alerts. */
  readonly exprs: readonly string[];
}

const STATES = ['ALERTS', 'ALERTS_FOR_STATE'];

function alerts(name: string, series: RuleCase['series'], rules: RuleGroup['rules'], ticks = 20): RuleCase {
  return { name, step: 60, ticks, series, groups: [{ name: 'g', rules }], exprs: STATES };
}

/** Each is one thing a rule does over time. */
export const RULE_CASES: readonly RuleCase[] = [
  alerts('for: pending until the very tick', { 'up{i="a"}': '1 0x12 1x5', 'up{i="b"}': '0x20' }, [
    {
      alert: 'A',
      expr: 'up == 0',
      for: '5m',
      labels: { severity: 'page' },
      annotations: { text: '{{ $labels.i }} {{ $value }}' },
    },
    { alert: 'None', expr: 'up == 0' },
    { alert: 'Between', expr: 'up == 0', for: '90s' },
    { alert: 'Zero', expr: 'up == 0', for: '0s' },
  ]),
  alerts('flapping begins anew', { x: '0 1 0 1 1 0 1 1 1 0 1 1 1 1 0 0 1 1 1 1 1' }, [
    { alert: 'A', expr: 'x == 1', for: '2m' },
    { alert: 'Kept', expr: 'x == 1', for: '1m', keep_firing_for: '2m' },
    { alert: 'KeptLong', expr: 'x == 1', keep_firing_for: '10m', annotations: { v: '{{ $value }}' } },
    { alert: 'KeptExact', expr: 'x == 1', for: '3m', keep_firing_for: '1m' },
  ]),
  alerts(
    'resolved and back after more than a quarter of an hour',
    { x: '1x3 0x20 1x3 0x4 1x2' },
    [
      { alert: 'A', expr: 'x == 1', annotations: { at: '{{ $value }}' } },
      { alert: 'B', expr: 'x == 1', for: '1m', keep_firing_for: '5m' },
    ],
    36,
  ),
  alerts('absent, gaps and the end of a series', { 'x{i="a"}': '1x3 _x9 1 stale _x3 1 1', 'x{i="b"}': '_ _ 1x4' }, [
    { alert: 'Gone', expr: 'absent(x{i="a"})', for: '1m', labels: { i: '{{ $labels.i }}!' } },
    { alert: 'Low', expr: 'x < 2', for: '3m' },
    { alert: 'Count', expr: 'count(x) > 1' },
    { alert: 'NoData', expr: 'absent(nothing{job="j"})', annotations: { job: '{{ $labels.job }}' } },
  ]),
  alerts(
    'labels from templates',
    { 'x{i="a",team="t1"}': '1x5', 'x{i="b"}': '2x5', 'x{i="c",alertname="mine"}': '3x5' },
    [
      {
        alert: 'A',
        expr: 'x',
        labels: {
          team: '{{ or $labels.team "nobody" }}',
          big: '{{ if gt $value 1.0 }}yes{{ end }}',
          bad: '{{ first (query "none") }}',
        },
        annotations: {
          all: '{{ $labels }}',
          same: '{{ with query (printf "x{i=%q}" $labels.i) }}{{ . | first | value }}{{ end }}',
        },
      },
      { alert: 'Changing', expr: 'sum(x) + time()', labels: { minute: '{{ $value }}' } },
    ],
    5,
  ),
  {
    name: 'records feed alerts, in the same group and across groups',
    step: 60,
    ticks: 12,
    series: {
      'requests_total{code="200",i="a"}': '0+60x5 0+30x6',
      'requests_total{code="500",i="a"}': '0x3 0+30x3 5+0x6',
    },
    groups: [
      {
        name: 'first',
        rules: [
          { record: 'code:requests:rate', expr: 'sum by (code) (rate(requests_total[3m]))' },
          {
            record: 'errors:ratio',
            expr: 'code:requests:rate{code="500"} / ignoring (code) sum(code:requests:rate)',
            labels: { kind: 'r' },
          },
          {
            alert: 'Errors',
            expr: 'errors:ratio > 0.1',
            for: '1m',
            annotations: { ratio: '{{ $value | humanizePercentage }}' },
          },
          { record: 'late', expr: 'later' },
        ],
      },
      {
        name: 'second',
        rules: [
          { record: 'later', expr: 'errors:ratio > 0.05' },
          { alert: 'Later', expr: 'later > 0', labels: { x: 'y' } },
          {
            alert: 'Loud',
            expr: 'ALERTS{alertname="Errors",alertstate="firing"}',
            labels: { from: '{{ $labels.alertname }}' },
          },
          { record: 'firing', expr: 'count by (alertname, alertstate) (ALERTS)' },
        ],
      },
    ],
    exprs: [...STATES, 'code:requests:rate', 'errors:ratio', 'later', 'late', 'firing'],
  },
  {
    name: 'records of scalars, resets, ends and over-written labels',
    step: 15,
    ticks: 16,
    series: { 'c_total{i="a"}': '0+10x4 3+10x4 _x2 stale 101+1x4', 'g{i="a",job="x"}': '1 _ 3 NaN Inf -Inf 5x9' },
    groups: [
      {
        name: 'g',
        rules: [
          { record: 'scalar', expr: '42' },
          { record: 'time', expr: 'time()' },
          { record: 'inc', expr: 'increase(c_total[1m])' },
          { record: 'copy', expr: 'c_total', labels: { i: 'other', job: '' } },
          { record: 'g2', expr: 'g * 2', labels: { job: 'y' } },
          { record: 'some', expr: 'g > 2' },
          { alert: 'Many', expr: 'inc > 20', for: '30s' },
        ],
      },
    ],
    exprs: [...STATES, 'scalar', 'time', 'inc', 'copy', 'g2', 'some', 'count_over_time(some[1m])'],
  },
  {
    name: 'sub-queries over what was recorded',
    step: 30,
    ticks: 14,
    series: { x: '1 2 3 4 5 4 3 2 1 0 1 2 3 4 5' },
    groups: [
      {
        name: 'g',
        rules: [
          { record: 'y', expr: 'x * 2' },
          { record: 'm', expr: 'max_over_time(y[2m:30s])' },
          { record: 'l', expr: 'y offset 1m' },
          { alert: 'High', expr: 'avg_over_time(y[90s]) > 6', for: '1m', keep_firing_for: '1m' },
        ],
      },
    ],
    exprs: [...STATES, 'y', 'm', 'l'],
  },
];
