import type { DataSource } from '@binnacle/preview';
import type { Counts, Presentation } from '../../report.ts';

/** What a preview that has begun is. */
export interface Served {
  readonly url: string;
  /** Where a Grafana shows the same. */
  readonly grafana?: string;
  readonly project: string;
  readonly environment: string;
  readonly data: DataSource;
  readonly counts: Counts;
  readonly findings: { readonly errors: number; readonly warnings: number };
}

/** Turns it into the text written to standard output. */
export type ServedReporter = (served: Served, paint: Presentation['paint']) => string;
