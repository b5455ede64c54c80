import type { PartSpec } from '@binnacle/model';
import { walk, type Expr, type VectorSelector } from '@binnacle/promql';
import type { Instant, Kind, LabelsOf } from '../query/vector.ts';

/** Series that play a role: a metric, or `metric.where({ … })`. */
export type Series<K extends Kind = Kind, U extends string = string> = Instant<string, U, K> & {
  readonly expr: VectorSelector;
};

/** A classic histogram of seconds. */
interface ClassicTiming {
  readonly bucket: Series<'counter', 'bucket:seconds'>;
  readonly sum: Series<'counter', 'seconds'>;
}

/** A summary of seconds. Its quantiles cannot be aggregated, so only its mean is read. */
interface SummaryTiming {
  readonly quantiles: Series<'gauge', 'seconds'>;
  readonly sum: Series<'counter', 'seconds'>;
  readonly count: Series<'counter'>;
}

/** How long something takes: a histogram, classic or native, or a summary. */
export type Timing = ClassicTiming | SummaryTiming | Series<'histogram', 'bucket:seconds'>;

/** Whatever may play a role: series, a timing, or an expression over series. */
export type Player = Instant | Timing;

type LabelsOfPlayer<P> = P extends Instant ? LabelsOf<P> : P extends { readonly sum: infer S } ? LabelsOf<S> : string;

/** The labels that all players of `R` have: what a part can be split by. */
export type CommonLabels<R, RoleName extends PropertyKey> = {
  readonly [Key in keyof R & RoleName]: (label: LabelsOfPlayer<NonNullable<R[Key]>>) => void;
}[keyof R & RoleName] extends (label: infer L) => void
  ? L & string
  : never;

/** One role of an archetype: what must be measured, in words, and whether a part without it is incomplete. */
export interface Role {
  readonly measures: string;
  readonly required: boolean;
}

/** Role → why it is not measured. A key that is no role does not compile. `R` is the part as written. */
export type Waived<RoleName extends string, R = unknown> = Readonly<Partial<Record<RoleName, string>>> &
  (R extends { readonly waive: infer W } ? { readonly [Key in Exclude<keyof W, RoleName>]: never } : unknown);

/** Options that every archetype takes besides its roles. `R` is the part as written. */
export interface PartOptions<RoleName extends string, R = unknown> {
  /** Labels that tell apart what is watched separately: a resource, a route, a queue. Default: none. */
  readonly by?: readonly CommonLabels<R, RoleName>[];
  /** Role → why it is not measured. */
  readonly waive?: Waived<RoleName, R>;
}

/** The roles of an archetype and who plays them in one part. */
export interface Cast<RoleName extends string> {
  readonly roles: Readonly<Record<RoleName, Role>>;
  readonly players: Readonly<Partial<Record<RoleName, Player | undefined>>>;
  readonly waive?: Readonly<Partial<Record<RoleName, string>>> | undefined;
  /** How often a batch job runs. */
  readonly period?: string;
}

/** The part as data: who plays which role, and which required roles nobody plays. */
export function partSpec<RoleName extends string>(
  archetype: string,
  name: string,
  { roles, players, waive, period }: Cast<RoleName>,
): PartSpec {
  const played: Record<string, string> = {};
  const missing: Record<string, string> = {};
  const waived: Record<string, string> = {};
  for (const role in roles) {
    const player = players[role];
    const reason = waive?.[role];
    if (reason !== undefined) waived[role] = reason;
    if (player !== undefined) played[role] = metricName(player);
    else if (roles[role].required && reason === undefined) missing[role] = roles[role].measures;
  }
  return {
    archetype,
    name,
    ...(period === undefined ? {} : { period }),
    roles: played,
    ...(Object.keys(missing).length === 0 ? {} : { missing }),
    ...(Object.keys(waived).length === 0 ? {} : { waived }),
  };
}

/** Name of the metric that plays: the family's for a histogram or summary, the first series' of an expression. */
function metricName(player: Player): string {
  return 'expr' in player ? firstName(player.expr) : firstName(player.sum.expr).replace(/_sum$/, '');
}

function firstName(expr: Expr): string {
  let name = '';
  walk(expr, (node) => {
    if (name === '' && node.type === 'VectorSelector') name = node.name ?? '';
  });
  return name;
}
