import { quote } from '../../quote.ts';
import { bytesOf } from '../bytes.ts';
import { typeName, type Value } from '../value.ts';
import { fitsBackquotes } from './backquote.ts';
import { type Flags, NO_FLAGS, pad } from './flags.ts';
import { floatText, integerText } from './number.ts';
import { durationText, monthName, timeText, weekdayName } from './time.ts';

/** Where a pointer points is not the same twice; this stands for it. */
const ADDRESS = '0xc000000000';

/** What a value says of itself when it has a method for that. */
function stringer(value: Value): string | undefined {
  switch (value.kind) {
    case 'int':
      if (value.type === 'time.Duration') return durationText(value.value);
      if (value.type === 'time.Month') return monthName(value.value);
      return value.type === 'time.Weekday' ? weekdayName(value.value) : undefined;
    case 'time':
      return timeText(value.ns);
    case 'pointer':
      return value.to.kind === 'opaque' ? value.to.text : stringer(value.to);
    case 'nil':
    case 'bool':
    case 'float':
    case 'string':
    case 'map':
    case 'slice':
    case 'struct':
    case 'opaque':
      return undefined;
    default:
      return value satisfies never;
  }
}

function hexText(value: string, verb: string, flags: Flags): string {
  const { precision, space, sharp, minus, width = 0 } = flags;
  const bytes = [...bytesOf(value)].slice(0, precision);
  const prefix = sharp ? `0${verb}` : '';
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0'));
  const pairs = verb === 'X' ? digits.map((pair) => pair.toUpperCase()) : digits;
  const text = pairs.length === 0 ? '' : prefix + pairs.join(space ? ` ${prefix}` : '');
  const missing = Math.max(0, width - text.length);
  return minus ? text + ' '.repeat(missing) : (flags.zero ? '0' : ' ').repeat(missing) + text;
}

function quotedText(value: string, { sharp, plus }: Flags): string {
  if (sharp && fitsBackquotes(value)) return `\`${value}\``;
  const quoted = quote(value);
  if (!plus) return quoted;
  return quoted.replace(/[^\0-\x7f]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 0x10000
      ? String.raw`\u${code.toString(16).padStart(4, '0')}`
      : String.raw`\U${code.toString(16).padStart(8, '0')}`;
  });
}

function stringText(value: string, verb: string, flags: Flags): string | undefined {
  const cut = flags.precision === undefined ? value : Array.from(value).slice(0, flags.precision).join('');
  switch (verb) {
    case 'v':
      return pad(flags.goSyntax ? quotedText(cut, flags) : cut, flags);
    case 's':
      return pad(cut, flags);
    case 'q':
      return pad(quotedText(cut, flags), flags);
    case 'x':
    case 'X':
      return hexText(value, verb, flags);
    default:
      return undefined;
  }
}

/** `%!d(string=x)`: what Go writes for a verb that a value does not know. */
function badVerb(value: Value, verb: string): string {
  if (value.kind === 'nil') return `%!${verb}(<nil>)`;
  return `%!${verb}(${typeName(value)}=${render(value, 'v', NO_FLAGS, 0, false)})`;
}

function composite(
  items: readonly (readonly [name: string, value: Value])[],
  verb: string,
  flags: Flags,
  named: boolean,
): string {
  const show = ([name, value]: readonly [string, Value]): string =>
    (named ? `${name}:` : '') + render(value, verb, flags, 1, true);
  return items.map(show).join(flags.goSyntax ? ', ' : ' ');
}

function mapText(value: Value & { readonly kind: 'map' }, verb: string, flags: Flags): string {
  const pairs = [...value.entries]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, item]) =>
        [stringText(key, verb, flags) ?? badVerb({ kind: 'string', type: 'string', value: key }, verb), item] as const,
    );
  const inner = composite(pairs, verb, flags, true);
  return flags.goSyntax ? `${value.type}{${inner}}` : `map[${inner}]`;
}

/** The type of a value as it stands within a list or a struct: `interface {}` members print their content. */
function render(value: Value, verb: string, flags: Flags, depth: number, methods: boolean): string {
  if (methods && !flags.goSyntax && 'vsxXq'.includes(verb)) {
    const own = stringer(value);
    if (own !== undefined) return stringText(own, verb, flags) ?? own;
  }
  switch (value.kind) {
    case 'nil':
      return verb === 'v' ? pad('<nil>', flags) : badVerb(value, verb);
    case 'bool':
      return verb === 'v' || verb === 't' ? pad(String(value.value), flags) : badVerb(value, verb);
    case 'int':
      return integerText(value.value, verb, flags) ?? badVerb(value, verb);
    case 'float':
      return floatText(value.value, verb, flags) ?? badVerb(value, verb);
    case 'string':
      return stringText(value.value, verb, flags) ?? badVerb(value, verb);
    case 'map':
      return mapText(value, verb, flags);
    case 'slice': {
      const inner = composite(
        value.items.map((item) => ['', item] as const),
        verb,
        flags,
        false,
      );
      return flags.goSyntax ? `${typeName(value)}{${inner}}` : `[${inner}]`;
    }
    case 'struct': {
      const inner = composite([...value.fields], verb, flags, flags.fieldNames || flags.goSyntax);
      return `${flags.goSyntax ? value.type : ''}{${inner}}`;
    }
    case 'time':
    case 'opaque':
      return pad(stringer({ kind: 'pointer', to: value }) ?? '', flags);
    case 'pointer':
      if (depth === 0 && ['struct', 'map', 'slice'].includes(value.to.kind)) {
        return `&${render(value.to, verb, flags, 1, true)}`;
      }
      return flags.goSyntax ? `(${typeName(value)})(${ADDRESS})` : pad(ADDRESS, flags);
    default:
      return value satisfies never;
  }
}

/** A value under a verb of `printf`. */
export function formatValue(value: Value, verb: string, flags: Flags): string {
  if (verb === 'T') return pad(typeName(value), flags);
  if (verb === 'p' && value.kind === 'pointer') return pad(ADDRESS, flags);
  if (value.kind === 'nil') return verb === 'v' ? pad('<nil>', flags) : badVerb(value, verb);
  return render(value, verb, flags, 0, true);
}

/** A value as `print` writes it. */
export function printValue(value: Value): string {
  return formatValue(value, 'v', NO_FLAGS);
}
