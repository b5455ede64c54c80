import { type Value } from '../value.ts';
import { type Flags, NO_FLAGS } from './flags.ts';
import { formatValue, printValue } from './value.ts';
import { typeName } from '../value.ts';

/** Widths and precisions beyond this are not taken for numbers. */
const MAX_WIDTH = 1_000_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `fmt.Sprint`: a space between two arguments when neither is a string. */
export function sprint(values: readonly Value[]): string {
  let text = '';
  for (const [i, value] of values.entries()) {
    const before = values[i - 1];
    if (before !== undefined && before.kind !== 'string' && value.kind !== 'string') text += ' ';
    text += printValue(value);
  }
  return text;
}

/** `fmt.Sprintln`: a space between all arguments, and a line end. */
export function sprintln(values: readonly Value[]): string {
  return `${values.map(printValue).join(' ')}\n`;
}

/** Reads one format from left to right and takes the arguments that its verbs ask for. */
function createReader(format: string, values: readonly Value[]) {
  let position = 0;
  let next = 0;
  let reordered = false;
  let isGoodIndex = true;
  let afterIndex = false;

  function number(): number | undefined {
    const digits = /^\d+/.exec(format.slice(position, position + 8))?.[0];
    if (digits === undefined) return undefined;
    position += digits.length;
    const value = Number(digits);
    return value > MAX_WIDTH ? undefined : value;
  }

  /** `[3]` picks an argument by its number. */
  function index(): void {
    afterIndex = false;
    if (format[position] !== '[') return;
    reordered = true;
    const close = format.indexOf(']', position);
    const written = close < 0 ? '' : format.slice(position + 1, close);
    position = close < 0 ? position + 1 : close + 1;
    const chosen = /^\d+$/.test(written) ? Number(written) - 1 : -1;
    if (chosen >= 0 && chosen < values.length) {
      next = chosen;
      afterIndex = true;
    } else isGoodIndex = false;
  }

  /** `*` takes a width or a precision from the arguments. */
  function star(): number | undefined {
    const value = values[next];
    next += value === undefined ? 0 : 1;
    afterIndex = false;
    if (value?.kind !== 'int') return undefined;
    const asked = Number(value.value);
    return Math.abs(asked) > MAX_WIDTH ? undefined : asked;
  }

  function flagsOf(): Mutable<Flags> {
    const flags: Mutable<Flags> = { ...NO_FLAGS };
    for (; ; position += 1) {
      const char = format[position];
      if (char === '#') flags.sharp = true;
      else if (char === '0') flags.zero = true;
      else if (char === '+') flags.plus = true;
      else if (char === '-') flags.minus = true;
      else if (char === ' ') flags.space = true;
      else return flags;
    }
  }

  function widthAndPrecision(flags: Mutable<Flags>): string {
    let complaint = '';
    index();
    if (format[position] === '*') {
      position += 1;
      flags.width = star();
      if (flags.width === undefined) complaint += '%!(BADWIDTH)';
      else if (flags.width < 0) {
        flags.width = -flags.width;
        flags.minus = true;
        flags.zero = false;
      }
    } else {
      flags.width = number();
      if (afterIndex && flags.width !== undefined) isGoodIndex = false;
    }
    if (format[position] === '.' && position + 1 < format.length) {
      position += 1;
      if (afterIndex) isGoodIndex = false;
      index();
      if (format[position] === '*') {
        position += 1;
        flags.precision = star();
        if (flags.precision === undefined) complaint += '%!(BADPREC)';
        else if (flags.precision < 0) {
          flags.precision = undefined;
          complaint += '%!(BADPREC)';
        }
      } else flags.precision = number() ?? 0;
    }
    if (!afterIndex) index();
    return complaint;
  }

  /** The text of the verb whose `%` was just read. */
  function verb(): string {
    isGoodIndex = true;
    const flags = flagsOf();
    const complaint = widthAndPrecision(flags);
    if (position >= format.length) return `${complaint}%!(NOVERB)`;
    const char = String.fromCodePoint(format.codePointAt(position) ?? 0);
    position += char.length;
    if (char === '%') return `${complaint}%`;
    if (!isGoodIndex) return `${complaint}%!${char}(BADINDEX)`;
    const value = values[next];
    if (value === undefined) return `${complaint}%!${char}(MISSING)`;
    next += 1;
    if (char === 'v') {
      Object.assign(flags, { goSyntax: flags.sharp, sharp: false, fieldNames: flags.plus, plus: false });
    }
    return complaint + formatValue(value, char, flags);
  }

  return {
    read(): string {
      let text = '';
      while (position < format.length) {
        const percent = format.indexOf('%', position);
        if (percent < 0) break;
        text += format.slice(position, percent);
        position = percent + 1;
        text += verb();
      }
      return text + format.slice(position);
    },
    extra(): string {
      const rest = reordered ? [] : values.slice(next);
      if (rest.length === 0) return '';
      const shown = rest.map((value) => (value.kind === 'nil' ? '<nil>' : `${typeName(value)}=${printValue(value)}`));
      return `%!(EXTRA ${shown.join(', ')})`;
    },
  };
}

/** `fmt.Sprintf`, with Go's words for arguments that are missing, extra or of another type. */
export function sprintf(format: string, values: readonly Value[]): string {
  const reader = createReader(format, values);
  const text = reader.read();
  return text + reader.extra();
}
