import { bytesOf, stringOf } from '../bytes.ts';
import { CallError, indirect, int, NIL, text, typeName, type Value } from '../value.ts';

function position(index: Value, capacity: number): number {
  if (index.kind === 'nil') throw new CallError('cannot index slice/array with nil');
  if (index.kind !== 'int') throw new CallError(`cannot index slice/array with type ${typeName(index)}`);
  if (index.value < 0n || index.value > BigInt(capacity)) throw new CallError(`index out of range: ${index.value}`);
  return Number(index.value);
}

function at(item: Value, index: Value): Value {
  switch (item.kind) {
    case 'string': {
      const bytes = bytesOf(item.value);
      const byte = bytes[position(index, bytes.length)];
      if (byte === undefined) throw new CallError('reflect: string index out of range');
      return int(byte, 'uint8');
    }
    case 'slice': {
      const i = position(index, item.items.length);
      const found = item.items[i];
      if (found === undefined) throw new CallError('reflect: slice index out of range');
      return found;
    }
    case 'map': {
      if (index.kind === 'nil') throw new CallError('value is nil; should be of type string');
      if (index.kind !== 'string' || index.type !== 'string') {
        throw new CallError(`value has type ${typeName(index)}; should be string`);
      }
      return item.entries.get(index.value) ?? (item.type === 'map[string]string' ? text('') : NIL);
    }
    case 'nil':
      throw new CallError('index of untyped nil');
    case 'bool':
    case 'int':
    case 'float':
    case 'struct':
    case 'time':
    case 'opaque':
    case 'pointer':
      throw new CallError(`can't index item of type ${typeName(item)}`);
    default:
      return item satisfies never;
  }
}

/** `index x 1 "a"`: an element, and an element of that. A missing key of a map gives its zero. */
export function elementAt(item: Value, indexes: readonly Value[]): Value {
  if (item.kind === 'nil') throw new CallError('index of untyped nil');
  return indexes.reduce((found, index) => at(indirect(found), index), item);
}

/** `slice x 1 3`: a part of a string, by bytes, or of a list. */
export function sliceOf(value: Value, indexes: readonly Value[]): Value {
  const item = indirect(value);
  if (item.kind === 'nil') throw new CallError('slice of untyped nil');
  if (indexes.length > 3) throw new CallError(`too many slice indexes: ${indexes.length}`);
  if (item.kind !== 'string' && item.kind !== 'slice')
    throw new CallError(`can't slice item of type ${typeName(item)}`);
  if (item.kind === 'string' && indexes.length === 3) throw new CallError('cannot 3-index slice a string');
  const bytes = item.kind === 'string' ? bytesOf(item.value) : undefined;
  const length = bytes?.length ?? (item.kind === 'slice' ? item.items.length : 0);
  const [from = 0, to = length, capacity = length] = indexes.map((index) => position(index, length));
  if (from > to) throw new CallError(`invalid slice index: ${from} > ${to}`);
  if (to > capacity) throw new CallError(`invalid slice index: ${to} > ${capacity}`);
  if (item.kind === 'slice') return { kind: 'slice', items: item.items.slice(from, to) };
  return { ...item, value: stringOf((bytes ?? new Uint8Array()).subarray(from, to)) };
}

/** `len`: bytes of a string, elements of a list or map. */
export function lengthOf(value: Value): Value {
  const item = indirect(value);
  switch (item.kind) {
    case 'string':
      return int(bytesOf(item.value).length);
    case 'slice':
      return int(item.items.length);
    case 'map':
      return int(item.entries.size);
    case 'nil':
      throw new CallError('len of nil pointer');
    case 'bool':
    case 'int':
    case 'float':
    case 'struct':
    case 'time':
    case 'opaque':
      throw new CallError(`len of type ${typeName(item)}`);
    default:
      return item satisfies never;
  }
}
