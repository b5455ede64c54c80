import { row, type Row } from '../dashboards/layout/row.ts';
import { hero, major } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import type { Panel } from '../dashboards/panels/panel.ts';
import { timeseries } from '../dashboards/panels/timeseries.ts';
import { query } from '../dashboards/queries/query.ts';
import { level } from '../dashboards/signals/use.ts';
import { absent } from '../query/absent.ts';
import { sum } from '../query/aggregate.ts';
import { seconds } from '../query/quantity.ts';
import { rate } from '../query/rate.ts';
import { alert, type Alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part, type Place } from '../service/part.ts';
import type { Cast, PartOptions, Player, Role, Series } from '../service/roles.ts';
import { splitText } from '../service/split.ts';
import { age, type Timestamp } from './signals/age.ts';
import { backlogAlert } from './signals/backlog.ts';

const ROLE_NAMES = ['in', 'out', 'inProgress', 'lastProcessed', 'heartbeat', 'batchesIn', 'batchesOut'] as const;
type RoleName = (typeof ROLE_NAMES)[number];

/** What a stage of a pipeline measures: nobody waits for an answer, but items must arrive. */
export interface StageRoles {
  /** Items that came in. */
  readonly in?: Series<'counter'>;
  /** Items sent on. */
  readonly out?: Series<'counter'>;
  readonly inProgress?: Series<'gauge'>;
  /** Unix time of the last item processed. */
  readonly lastProcessed?: Timestamp;
  /** Unix time at which the newest heartbeat seen was put in at the start: a dummy item that passes every stage. */
  readonly heartbeat?: Timestamp;
  readonly batchesIn?: Series<'counter'>;
  readonly batchesOut?: Series<'counter'>;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  in: { measures: 'a counter of items that came in', required: true },
  out: { measures: 'a counter of items sent on', required: true },
  inProgress: { measures: 'a gauge of items in progress', required: true },
  lastProcessed: { measures: 'a gauge of the unix time of the last item processed', required: true },
  heartbeat: {
    measures: 'a gauge of the unix time of the newest heartbeat seen; waive it when the stage is never quiet',
    required: true,
  },
  batchesIn: { measures: 'a counter of batches that came in', required: false },
  batchesOut: { measures: 'a counter of batches sent on', required: false },
};

/** A stage as written: its metrics, what it is split by, what it does not measure and why. */
export type Stage<R extends StageRoles = StageRoles> = R & PartOptions<RoleName, R>;

/** When the alerts fire. `false` leaves an alert out. */
export interface OfflineProcessingRuleOptions {
  /** Seconds an item may take to get through a stage and all before it. Default: 300. */
  readonly delay?: number | false;
  /** Seconds without an item processed while items come in. Default: 600. */
  readonly stalled?: number | false;
  /** Alert when items in progress only ever become more. Default: true. */
  readonly growing?: boolean;
  /** Default: `page` for a production service of tier 1 or 2, else `ticket`. */
  readonly severity?: AlertSeverity;
}

/** An offline-processing pipeline by stage: items in, out and in progress, last processed, and how long a heartbeat takes. */
export function offlineProcessing<const S extends Readonly<Record<string, StageRoles>>>(options: {
  readonly stages: { readonly [Name in keyof S]: Stage<S[Name]> };
}): Archetype<Part<OfflineProcessingRuleOptions>>;
export function offlineProcessing(options: {
  readonly stages: Readonly<Record<string, StageRoles & PartOptions<RoleName>>>;
}): Archetype<Part<OfflineProcessingRuleOptions>> {
  const stages = Object.entries(options.stages);
  return archetype<string, OfflineProcessingRuleOptions>('offline-processing', castOf(stages), {
    rows: (title) => stages.map(([name, stage]) => stageRow(stage, `${title}: ${name}`)),
    rules: (place, rules) => stages.flatMap(([name, stage]) => stageAlerts(place, { name, ...stage }, rules)),
  });
}

/** The roles of every stage, each prefixed with its stage. */
function castOf(stages: readonly (readonly [string, StageRoles & PartOptions<RoleName>])[]): Cast<string> {
  const roles: Record<string, Role> = {};
  const players: Record<string, Player | undefined> = {};
  const waive: Record<string, string> = {};
  for (const [name, stage] of stages) {
    for (const role of ROLE_NAMES) {
      const key = `${name}.${role}`;
      const reason = stage.waive?.[role];
      roles[key] = ROLES[role];
      players[key] = stage[role];
      if (reason !== undefined) waive[key] = reason;
    }
  }
  return { roles, players, waive };
}

function stageAlerts(
  place: Place,
  {
    name,
    in: input,
    inProgress,
    lastProcessed,
    heartbeat,
    by = [],
  }: StageRoles & { readonly name: string; readonly by?: readonly string[] },
  rules: OfflineProcessingRuleOptions,
): readonly Alert[] {
  const { delay = 300, stalled = 600, growing = true, severity = place.severity } = rules;
  const stage: Place = { ...place, part: place.part === name ? name : `${place.part} ${name}` };
  const what = `${stage.service} ${stage.part}`;
  const alerts: Alert[] = [];
  if (heartbeat !== undefined && delay !== false) {
    alerts.push(
      alert(alertName(stage, 'Delayed'), {
        expr: age(heartbeat, by).gt(seconds(delay)),
        for: '5m',
        severity,
        summary: (t) => `Items take ${t.value.humanizeDuration} to get through ${what}${splitText(t, by)}`,
        description: `The newest heartbeat it has seen was put in more than ${delay} s ago. The first stage that is delayed holds up the others.`,
      }),
      alert(alertName(stage, 'HeartbeatAbsent'), {
        expr: absent(heartbeat),
        for: '10m',
        severity,
        summary: `${what} reports no heartbeat`,
        description: 'The process is down, is not scraped, or has seen no heartbeat since it started.',
      }),
    );
  }
  if (lastProcessed !== undefined && stalled !== false) {
    const idle = age(lastProcessed, by).gt(seconds(stalled));
    alerts.push(
      alert(alertName(stage, 'Stalled'), {
        expr: input === undefined ? idle : idle.and(sum(rate(input, '10m'), { by }).gt(0)),
        for: '5m',
        severity,
        summary: (t) => `${what} has processed nothing for ${t.value.humanizeDuration}${splitText(t, by)}`,
        description: `Longer than ${stalled} s${input === undefined ? '' : ', and items keep coming in'}.`,
      }),
    );
  }
  if (inProgress !== undefined && growing) {
    alerts.push(
      backlogAlert(stage, inProgress, { condition: 'BacklogGrowing', noun: 'items', by, severity: 'ticket' }),
    );
  }
  return alerts;
}

function stageRow(stage: StageRoles & { readonly by?: readonly string[] }, title: string): Row {
  const { in: input, out, inProgress, lastProcessed, heartbeat, by = [] } = stage;
  const panels = [
    ...(heartbeat === undefined
      ? []
      : [
          hero(
            level(
              'Delay',
              age(heartbeat, by),
              'How long an item takes to get here: the age of the newest heartbeat seen.',
            ),
          ),
        ]),
    ...flow('Items', 'Items in and out. Where they drift apart, items pile up or get lost.', [input, out], by),
    ...flow('Batches', 'Batches in and out.', [stage.batchesIn, stage.batchesOut], by),
    ...(inProgress === undefined
      ? []
      : [major(level('In progress', sum(inProgress, { by }), 'Items that came in and are not out yet.'))]),
    ...(lastProcessed === undefined
      ? []
      : [major(level('Since the last item', age(lastProcessed, by), 'Grows while nothing is processed.'))]),
  ];
  return row(title, panels, { prefix: slug(title) });
}

function flow(
  title: string,
  description: string,
  [input, out]: readonly [Series<'counter'> | undefined, Series<'counter'> | undefined],
  by: readonly string[],
): readonly Panel[] {
  const names = by.map((label) => `{{${label}}} `).join('');
  const [first, ...others] = [
    ...(input === undefined ? [] : [query(sum(rate(input), { by }), { legend: `${names}in` })]),
    ...(out === undefined ? [] : [query(sum(rate(out), { by }), { legend: `${names}out` })]),
  ];
  return first === undefined ? [] : [major(timeseries(title, { description, queries: [first, ...others] }))];
}
