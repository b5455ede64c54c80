import { printValue } from '../format/value.ts';
import { CallError, typeName, type Value } from '../value.ts';

const INVALID = 'invalid type for comparison';

/** Kinds with an order or an equality of their own. */
function basicKind(value: Value): 'bool' | 'int' | 'uint' | 'float' | 'string' | undefined {
  switch (value.kind) {
    case 'int':
      return value.type === 'uint8' ? 'uint' : 'int';
    case 'bool':
    case 'float':
    case 'string':
      return value.kind;
    case 'nil':
    case 'map':
    case 'slice':
    case 'struct':
    case 'time':
    case 'opaque':
    case 'pointer':
      return undefined;
    default:
      return value satisfies never;
  }
}

function bytewise(a: string, b: string): number {
  // UTF-16 sorts characters beyond the first plane before U+E000; UTF-8 sorts by code point.
  const left = Array.from(a);
  const right = Array.from(b);
  const at = left.findIndex((char, i) => char !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}

function isEqual(a: Value, b: Value): boolean {
  const kinds = [basicKind(a), basicKind(b)];
  if (a.kind === 'int' && b.kind === 'int') return a.value === b.value;
  if (kinds[0] !== kinds[1]) {
    if (a.kind === 'nil' || b.kind === 'nil') return false;
    throw new CallError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
  }
  if (kinds[0] !== undefined) return 'value' in a && 'value' in b && a.value === b.value;
  if (a.kind === 'nil' || b.kind === 'nil') return a.kind === b.kind;
  if (a.kind !== b.kind) {
    throw new CallError(`non-comparable types ${printValue(a)}: ${typeName(a)}, ${typeName(b)}: ${printValue(b)}`);
  }
  if (b.kind === 'map' || b.kind === 'slice' || b.kind === 'struct') {
    throw new CallError(`non-comparable type ${printValue(b)}: ${typeName(b)}`);
  }
  return a === b || (a.kind === 'time' && b.kind === 'time' && a.ns === b.ns);
}

/** `eq`: whether the first argument equals one of the others. */
export function equalsAny(first: Value, others: readonly Value[]): boolean {
  if (others.length === 0) throw new CallError('missing argument for comparison');
  return others.some((other) => isEqual(first, other));
}

/** `lt`: order of two numbers of the same kind, or of two strings by their bytes. */
export function isLess(a: Value, b: Value): boolean {
  const kinds = [basicKind(a), basicKind(b)];
  if (kinds.includes(undefined)) throw new CallError(INVALID);
  if (a.kind === 'int' && b.kind === 'int') return a.value < b.value;
  if (kinds[0] !== kinds[1]) {
    throw new CallError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
  }
  if (a.kind === 'float' && b.kind === 'float') return a.value < b.value;
  if (a.kind === 'string' && b.kind === 'string') return bytewise(a.value, b.value) < 0;
  throw new CallError(INVALID);
}

/** `le`: less, or equal. */
export function isLessOrEqual(a: Value, b: Value): boolean {
  return isLess(a, b) || isEqual(a, b);
}
