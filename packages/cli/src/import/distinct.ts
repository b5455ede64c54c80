/** Values kept; the number of further ones is estimated. */
export const MOST_VALUES = 2_000;

/** Bits of the estimate's map: good for a million values within a few percent. */
const BITS = 1 << 18;

/** Distinct values of a label, in bounded memory. */
export interface Distinct {
  /** The first {@link MOST_VALUES} of them. */
  readonly values: ReadonlySet<string>;
  /** True when a value was not kept. */
  readonly overflowed: boolean;
  /** How many there are: exact until it overflows. */
  readonly size: number;
}

/** FNV-1a of the text, mixed so that every bit counts. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Counts distinct values. Beyond what is kept it is linear counting (Whang et al., "A Linear-Time Probabilistic Counting
 * Algorithm"): the share of bits no value hashes to tells how many values there were.
 */
export function createDistinct(): Distinct & { add(value: string): void } {
  const values = new Set<string>();
  let map: Uint8Array | undefined;
  let set = 0;

  function mark(bits: Uint8Array, value: string): void {
    const bit = hash(value) % BITS;
    const mask = 1 << (bit & 7);
    const byte = bits[bit >> 3] ?? 0;
    if ((byte & mask) !== 0) return;
    bits[bit >> 3] = byte | mask;
    set += 1;
  }

  return {
    values,
    get overflowed() {
      return map !== undefined;
    },
    get size() {
      if (map === undefined) return values.size;
      return Math.round(-BITS * Math.log(Math.max(1, BITS - set) / BITS));
    },
    add(value) {
      if (map === undefined) {
        if (values.has(value)) return;
        if (values.size < MOST_VALUES) {
          values.add(value);
          return;
        }
        map = new Uint8Array(BITS / 8);
        for (const kept of values) mark(map, kept);
      }
      mark(map, value);
    },
  };
}
