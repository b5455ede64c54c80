import { civil, durationText, floorDiv, formatTime, monthName, timeText, weekdayName } from './format/time.ts';
import type { TemplateFunction } from './signature.ts';
import { bool, CallError, float, int, text, typeName, type Value } from './value.ts';

const NS = 1_000_000_000n;
const ZERO_TIME = -62_135_596_800n * NS;

function got(call: () => Value): TemplateFunction {
  return { parameters: [], call };
}

function number(value: Value | undefined): bigint {
  if (value?.kind !== 'int') throw new CallError('not an integer');
  return value.value;
}

function instant(value: Value | undefined): bigint {
  if (value?.kind !== 'time') throw new CallError('not a time');
  return value.ns;
}

function time(ns: bigint): Value {
  return { kind: 'time', ns };
}

/** Multiples of a duration: towards zero, or to the nearest with halves away from zero. */
function toMultiple(ns: bigint, unit: bigint, rounds: boolean): bigint {
  if (unit <= 0n) return ns;
  const rest = ns % unit;
  const truncated = ns - rest;
  const size = rest < 0n ? -rest : rest;
  if (!rounds || size * 2n < unit) return truncated;
  return truncated + (ns < 0n ? -unit : unit);
}

function added(ns: bigint, years: bigint, months: bigint, days: bigint): bigint {
  const { year, month, day } = civil(ns);
  const inDay = ((ns % (86_400n * NS)) + 86_400n * NS) % (86_400n * NS);
  const ms = Date.UTC(year + Number(years), month - 1 + Number(months), day + Number(days));
  return BigInt(ms) * 1_000_000n + inDay;
}

function timeMethods(ns: bigint): Readonly<Record<string, TemplateFunction>> {
  const at = civil(ns);
  const sinceZero = ns - ZERO_TIME;
  const clip = (unit: bigint): bigint => (unit <= 0n ? 0n : ((sinceZero % unit) + unit) % unit);
  return {
    Add: { parameters: ['time.Duration'], call: ([by]) => time(ns + number(by)) },
    AddDate: {
      parameters: ['int', 'int', 'int'],
      call: ([years, months, days]) => time(added(ns, number(years), number(months), number(days))),
    },
    After: { parameters: ['time.Time'], call: ([other]) => bool(ns > instant(other)) },
    Before: { parameters: ['time.Time'], call: ([other]) => bool(ns < instant(other)) },
    Day: got(() => int(at.day)),
    Equal: { parameters: ['time.Time'], call: ([other]) => bool(ns === instant(other)) },
    Format: {
      parameters: ['string'],
      call: ([layout]) => text(formatTime(ns, layout?.kind === 'string' ? layout.value : '')),
    },
    Hour: got(() => int(at.hour)),
    IsZero: got(() => bool(sinceZero === 0n)),
    Minute: got(() => int(at.minute)),
    Month: got(() => int(at.month, 'time.Month')),
    Nanosecond: got(() => int(at.nanosecond)),
    Round: {
      parameters: ['time.Duration'],
      call: ([unit]) => {
        const rest = clip(number(unit));
        return time(rest * 2n < number(unit) ? ns - rest : ns - rest + (number(unit) > 0n ? number(unit) : 0n));
      },
    },
    Second: got(() => int(at.second)),
    String: got(() => text(timeText(ns))),
    Sub: { parameters: ['time.Time'], call: ([other]) => int(ns - instant(other), 'time.Duration') },
    Truncate: { parameters: ['time.Duration'], call: ([unit]) => time(ns - clip(number(unit))) },
    UTC: got(() => time(ns)),
    Unix: got(() => int(floorDiv(ns, NS), 'int64')),
    UnixMicro: got(() => int(floorDiv(ns, 1000n), 'int64')),
    UnixMilli: got(() => int(floorDiv(ns, 1_000_000n), 'int64')),
    UnixNano: got(() => int(ns, 'int64')),
    Weekday: got(() => int(at.weekday, 'time.Weekday')),
    Year: got(() => int(at.year)),
    YearDay: got(() => int(at.yearDay)),
  };
}

function durationMethods(ns: bigint): Readonly<Record<string, TemplateFunction>> {
  const inUnits = (unit: bigint): Value => float(Number(ns / unit) + Number(ns % unit) / Number(unit));
  return {
    Abs: got(() => int(ns < 0n ? -ns : ns, 'time.Duration')),
    Hours: got(() => inUnits(3600n * NS)),
    Microseconds: got(() => int(ns / 1000n, 'int64')),
    Milliseconds: got(() => int(ns / 1_000_000n, 'int64')),
    Minutes: got(() => inUnits(60n * NS)),
    Nanoseconds: got(() => int(ns, 'int64')),
    Round: {
      parameters: ['time.Duration'],
      call: ([unit]) => int(toMultiple(ns, number(unit), true), 'time.Duration'),
    },
    Seconds: got(() => inUnits(NS)),
    String: got(() => text(durationText(ns))),
    Truncate: {
      parameters: ['time.Duration'],
      call: ([unit]) => int(toMultiple(ns, number(unit), false), 'time.Duration'),
    },
  };
}

/** Methods of Go that templates may call on a value and that are known here. */
export function methodOf(value: Value, name: string): TemplateFunction | undefined {
  const target = value.kind === 'pointer' ? value.to : value;
  const methods: Readonly<Record<string, TemplateFunction>> =
    target.kind === 'time'
      ? timeMethods(target.ns)
      : target.kind !== 'int'
        ? {}
        : target.type === 'time.Duration'
          ? durationMethods(target.value)
          : target.type === 'time.Month'
            ? { String: got(() => text(monthName(target.value))) }
            : target.type === 'time.Weekday'
              ? { String: got(() => text(weekdayName(target.value))) }
              : {};
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** Whether Go has further methods on the value, so that an unknown name may be one of them. */
export function hasMethods(value: Value): boolean {
  const type = typeName(value).replace(/^\*/, '');
  return type.startsWith('time.') || type.startsWith('histogram.');
}
