/** Go's names of the integer types that occur in templates. */
export type IntType = 'int' | 'int64' | 'uint8' | 'time.Duration' | 'time.Month' | 'time.Weekday';

/** A value as Go's reflection sees it. Integers are 64 bits wide; strings are UTF-8, a stray byte being U+DC80 to U+DCFF. */
export type Value =
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly type: IntType; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly type: 'string' | 'template.HTML'; readonly value: string }
  | {
      readonly kind: 'map';
      readonly type: 'map[string]string' | 'map[string]interface {}';
      readonly entries: ReadonlyMap<string, Value>;
    }
  | { readonly kind: 'slice'; readonly items: readonly Value[] }
  | { readonly kind: 'struct'; readonly type: string; readonly fields: ReadonlyMap<string, Value> }
  /** Nanoseconds since 1970, in UTC. */
  | { readonly kind: 'time'; readonly ns: bigint }
  /** A value that only knows its type and how to print itself: a native histogram. */
  | { readonly kind: 'opaque'; readonly type: string; readonly text: string }
  | { readonly kind: 'pointer'; readonly to: Exclude<Value, { readonly kind: 'pointer' | 'nil' }> };

/** Why a call failed, in the words Go uses; the executor adds where. */
export class CallError extends Error {}

export const NIL: Value = { kind: 'nil' };

export function text(value: string): Value & { readonly kind: 'string' } {
  return { kind: 'string', type: 'string', value };
}

export function float(value: number): Value {
  return { kind: 'float', value };
}

export function bool(value: boolean): Value {
  return { kind: 'bool', value };
}

export function int(value: bigint | number, type: IntType = 'int'): Value & { readonly kind: 'int' } {
  return { kind: 'int', type, value: BigInt(value) };
}

/** Labels as a template sees them: `map[string]string`. */
export function stringMap(entries: Readonly<Record<string, string>>): Value {
  const texts = Object.entries(entries).map(([name, value]) => [name, text(value)] as const);
  return { kind: 'map', type: 'map[string]string', entries: new Map(texts) };
}

/** Go's name of the value's type, as errors and `%T` say it. */
export function typeName(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return '<nil>';
    case 'bool':
      return 'bool';
    case 'float':
      return 'float64';
    case 'int':
    case 'string':
    case 'map':
    case 'struct':
    case 'opaque':
      return value.type;
    case 'slice':
      return 'template.queryResult';
    case 'time':
      return 'time.Time';
    case 'pointer':
      return `*${typeName(value.to)}`;
    default:
      return value satisfies never;
  }
}

/** What a pointer points to; any other value is itself. */
export function indirect(value: Value): Exclude<Value, { readonly kind: 'pointer' }> {
  return value.kind === 'pointer' ? value.to : value;
}

/** Whether `if` takes the value for true: not the zero of its type, and not empty. */
export function isTrue(value: Value): boolean {
  switch (value.kind) {
    case 'nil':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'string':
      return value.value !== '';
    case 'map':
      return value.entries.size > 0;
    case 'slice':
      return value.items.length > 0;
    case 'struct':
    case 'time':
    case 'opaque':
    case 'pointer':
      return true;
    default:
      return value satisfies never;
  }
}
