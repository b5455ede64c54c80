import type { OutputStamp } from '../output/output.ts';
import type { Report } from '../report.ts';
import { sha256 } from './file-record.ts';
import type { Store } from './store.ts';

/** What is known of an output folder since the last build that wrote to it. */
export interface KnownOutput {
  readonly stamps: readonly OutputStamp[];
  /** Reports of the builds that found or left it like this, by key. */
  readonly builds: Readonly<Record<string, Report>>;
}

function isKnownOutput(value: unknown): value is KnownOutput {
  return typeof value === 'object' && value !== null && 'stamps' in value && 'builds' in value;
}

function nameOf(out: string): string {
  return `output-${sha256(out).slice(0, 16)}.json`;
}

/** Reads what is known of the output folder `out`. */
export function readKnownOutput(store: Store, out: string): KnownOutput {
  const known = store.readJson(nameOf(out));
  return isKnownOutput(known) ? known : { stamps: [], builds: {} };
}

/** Remembers the state a build left an output folder in. */
export function writeKnownOutput(store: Store, out: string, known: KnownOutput): void {
  store.write(nameOf(out), JSON.stringify(known));
}
