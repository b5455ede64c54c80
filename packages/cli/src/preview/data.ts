import { type Data, sampleData } from '@binnacle/preview';
import { ExpectedError } from '../expected.ts';

/** The flags that say where samples come from. */
export interface DataFlags {
  /** `sample`, the address of a server, or a file of recorded samples. */
  readonly data: string;
  readonly seed: number;
  readonly incident: readonly string[];
}

/** Where the samples come from. Throws an expected error for a source that is none. */
export function dataOf({ data, seed, incident }: DataFlags): Data {
  if (data === 'sample') return sampleData({ seed, incidents: incident });
  throw new ExpectedError(`--data ${data}: there is no such data`, 'write `sample`');
}
