import type { MetricSpec } from '@binnacle/model';

/** What the numbers of a gauge mean, as far as that decides how several of them are read together. */
export type Sense =
  /** Unix time of something past, or to come. */
  | 'moment'
  | 'expiry'
  /** 0 or 1. */
  | 'state'
  /** A part of a whole. */
  | 'share'
  /** How long something takes or is behind. */
  | 'duration'
  /** So hot, so fast: two of them do not add up. */
  | 'level'
  /** So many, so large: two of them do. */
  | 'amount';

const EXPIRY = /expir|not_after|valid_until|renew_by/i;
/** Names of times that are points in time. */
const MOMENT = /(?:^|_)timestamp(?:_|$)|(?:^|_)(?:time|created)_seconds$|_created$/i;
/** What comes before `_time_seconds` where that is a length of time. */
const LENGTH =
  /(?:lookup|connect|connection|response|processing|request|queue|wait|waiting|busy|idle|io|cpu|run|elapsed|execution|handshake|transfer|round_trip|up)_time_seconds$/i;
const LEVELS = new Set([
  'celsius',
  'kelvin',
  'volts',
  'amperes',
  'hertz',
  'pascals',
  'rpm',
  'degrees',
  'radians',
  'meters',
]);

/** What the numbers of a gauge mean, by its unit and its name. */
export function senseOf({ name, unit }: Pick<MetricSpec, 'name' | 'unit'>): Sense {
  if (unit === 'seconds' || unit === 'milliseconds') {
    if (unit === 'milliseconds') return 'duration';
    if (EXPIRY.test(name)) return 'expiry';
    return MOMENT.test(name) && !LENGTH.test(name) ? 'moment' : 'duration';
  }
  if (unit === 'bool') return 'state';
  if (unit === 'ratio' || unit === 'percent') return 'share';
  return LEVELS.has(unit) ? 'level' : 'amount';
}
