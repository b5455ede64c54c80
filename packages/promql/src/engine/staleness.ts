/** High and low half of the one NaN that says “this series has ended”. */
const HIGH = 0x7ff00000;
const LOW = 0x00000002;
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Marks the sample at `index` as the end of its series. A plain `NaN` is an ordinary value. */
export function writeStale(values: Float64Array, index: number): void {
  new DataView(values.buffer, values.byteOffset + index * 8, 8).setUint32(LITTLE_ENDIAN ? 4 : 0, HIGH, LITTLE_ENDIAN);
  new DataView(values.buffer, values.byteOffset + index * 8, 8).setUint32(LITTLE_ENDIAN ? 0 : 4, LOW, LITTLE_ENDIAN);
}

/** Whether the sample at `index` ends its series. Reads bits: a NaN loses them on its way through a variable. */
export function isStale(values: Float64Array, index: number): boolean {
  const words = new Uint32Array(values.buffer, values.byteOffset + index * 8, 2);
  return words[LITTLE_ENDIAN ? 1 : 0] === HIGH && words[LITTLE_ENDIAN ? 0 : 1] === LOW;
}
