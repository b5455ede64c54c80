import { captureOrigin, type Origin } from '@binnacle/model';
import { givenList, givenOptions } from '../given.ts';
import type { Alert } from './alert.ts';
import { duration } from './duration.ts';
import type { RecordedVector } from './record.ts';

/** A rule of a group. */
export type Rule = Alert | RecordedVector;

/** How a group is evaluated. */
export interface GroupOptions {
  /** Default: the server's evaluation interval. */
  readonly interval?: string;
  /** Most alerts or series one rule may make; more, and the rule fails. */
  readonly limit?: number;
  /** How far back the rules look, for data that arrives late. Prometheus ≥ 2.53. */
  readonly queryOffset?: string;
  /** Added to every rule of the group; a rule's own win. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Rules evaluated one after the other, in order: a record is fresh for the rules below it. */
export interface Group {
  readonly name: string;
  readonly options: GroupOptions;
  readonly rules: readonly Rule[];
  readonly origin?: Origin;
}

const RULES = "write group('name', [alert(…), record(…)])";

/** A group of rules; the options may be left out. */
export function group(name: string, rules: readonly Rule[]): Group;
export function group(name: string, options: GroupOptions, rules: readonly Rule[]): Group;
export function group(
  name: string,
  ...args: readonly [readonly Rule[]] | readonly [GroupOptions, readonly Rule[]]
): Group {
  const origin = captureOrigin();
  const [options, rules] = args.length === 2 ? args : [{}, args[0]];
  givenOptions(options, `group ${name}`, RULES);
  givenList(rules, ['alert', 'record'], { what: `the list of rules of group ${name}`, fix: RULES });
  if (options.interval !== undefined) duration(`interval of ${name}`, options.interval);
  if (options.queryOffset !== undefined) duration(`queryOffset of ${name}`, options.queryOffset);
  return { name, options, rules, ...(origin === undefined ? {} : { origin }) };
}
