const NS = 1_000_000_000n;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The parts of an instant in UTC. */
export interface Civil {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  /** From 1. */
  readonly yearDay: number;
}

export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The date and time in UTC, `ns` nanoseconds after 1970 began. */
export function civil(ns: bigint): Civil {
  const seconds = floorDiv(ns, NS);
  const date = new Date(Number(seconds) * 1000);
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nanosecond: Number(ns - seconds * NS),
    weekday: date.getUTCDay(),
    yearDay: Math.floor((date.getTime() - startOfYear) / 86_400_000) + 1,
  };
}

/** Go's name of a month (from 1); what it says of a number that is none. */
export function monthName(month: bigint): string {
  return MONTHS[Number(month) - 1] ?? `%!Month(${month})`;
}

/** Go's name of a day of the week (from 0). */
export function weekdayName(day: bigint): string {
  return DAYS[Number(day)] ?? `%!Weekday(${day})`;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Elements of Go's reference time, longest first where one begins another. */
const LAYOUT =
  /January|Jan|Monday|Mon|MST|2006|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07|002|__2|_2006|_2|01|02|03|04|05|06|15|PM|pm|[.,]0+(?!\d)|[.,]9+(?!\d)|1|2|3|4|5/g;

function element(found: string, time: Civil): string {
  const hour12 = time.hour % 12 === 0 ? 12 : time.hour % 12;
  switch (found) {
    case 'January':
      return MONTHS[time.month - 1] ?? '';
    case 'Jan':
      return (MONTHS[time.month - 1] ?? '').slice(0, 3);
    case 'Monday':
      return DAYS[time.weekday] ?? '';
    case 'Mon':
      return (DAYS[time.weekday] ?? '').slice(0, 3);
    case 'MST':
      return 'UTC';
    case '2006':
      return pad(time.year, 4);
    case '_2006':
      return `_${pad(time.year, 4)}`;
    case '06':
      return pad(time.year % 100, 2);
    case '01':
      return pad(time.month, 2);
    case '1':
      return String(time.month);
    case '02':
      return pad(time.day, 2);
    case '2':
      return String(time.day);
    case '_2':
      return String(time.day).padStart(2);
    case '002':
      return pad(time.yearDay, 3);
    case '__2':
      return String(time.yearDay).padStart(3);
    case '15':
      return pad(time.hour, 2);
    case '03':
      return pad(hour12, 2);
    case '3':
      return String(hour12);
    case '04':
      return pad(time.minute, 2);
    case '4':
      return String(time.minute);
    case '05':
      return pad(time.second, 2);
    case '5':
      return String(time.second);
    case 'PM':
      return time.hour >= 12 ? 'PM' : 'AM';
    case 'pm':
      return time.hour >= 12 ? 'pm' : 'am';
    default:
      return zoneOrFraction(found, time);
  }
}

function zoneOrFraction(found: string, { nanosecond }: Civil): string {
  if (found.startsWith('Z')) return 'Z';
  if (found.startsWith('-')) return found.replace('-', '+').replace('7', '0');
  const digits = pad(nanosecond, 9).slice(0, found.length - 1);
  if (found[1] === '0') return `${found[0] ?? ''}${digits}`;
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '' : `${found[0] ?? ''}${kept}`;
}

/** An instant in UTC, written as Go's `Time.Format` writes it by an example of the reference time. */
export function formatTime(ns: bigint, layout: string): string {
  const time = civil(ns);
  return layout.replace(LAYOUT, (found, offset: number) => {
    // "Jan" and "Mon" are no elements at the start of a longer lower-case word.
    if ((found === 'Jan' || found === 'Mon') && /^[a-z]/.test(layout.slice(offset + found.length))) return found;
    // Decimals follow digits of seconds only by convention; Go takes them anywhere.
    return element(found, time);
  });
}

/** An instant as Go prints it. */
export function timeText(ns: bigint): string {
  return formatTime(ns, '2006-01-02 15:04:05.999999999 -0700 MST');
}

/** A length of time in nanoseconds as Go prints it: `1h2m3.5s`, `1.5ms`, `0s`. */
export function durationText(ns: bigint): string {
  if (ns === 0n) return '0s';
  const sign = ns < 0n ? '-' : '';
  const size = ns < 0n ? -ns : ns;
  if (size < 1000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimals(size, 1000n)}µs`;
  if (size < NS) return `${sign}${decimals(size, 1_000_000n)}ms`;
  const seconds = decimals(size % (60n * NS), NS);
  const minutes = (size / (60n * NS)) % 60n;
  const hours = size / (3600n * NS);
  if (hours > 0n) return `${sign}${hours}h${minutes}m${seconds}s`;
  return minutes > 0n ? `${sign}${minutes}m${seconds}s` : `${sign}${seconds}s`;
}

function decimals(value: bigint, unit: bigint): string {
  const rest = value % unit;
  if (rest === 0n) return String(value / unit);
  return `${value / unit}.${String(rest)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '')}`;
}
