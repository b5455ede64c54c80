import { xxHash64 } from './xxhash.ts';
import type { LabelSet } from '../labels.ts';

const UTF8 = new TextEncoder();

/** Where a series lies between 0 and 1 by the hash of its labels, the same place as in Prometheus. */
export function ratioOf({ pairs }: LabelSet): number {
  const bytes: number[] = [];
  for (const text of pairs) {
    const encoded = UTF8.encode(text);
    if (encoded.length < 255) bytes.push(encoded.length);
    else bytes.push(255, encoded.length & 255, (encoded.length >> 8) & 255, (encoded.length >> 16) & 255);
    bytes.push(...encoded);
  }
  return Number(xxHash64(Uint8Array.from(bytes))) / 2 ** 64;
}
