import type { Diagnostic } from '@binnacle/model';

/** How many of each thing a set of resources holds. */
export interface Counts {
  readonly dashboards: number;
  readonly alerts: number;
  readonly records: number;
  readonly services: number;
  /** Health checks; absent where there are none. */
  readonly healthChecks?: number;
  /** Service level objectives; absent where there are none. */
  readonly objectives?: number;
}

/** What a build did for one environment. Files are counted under `<out>/<environment>`. */
export interface BuiltEnvironment extends Counts {
  readonly name: string;
  readonly files: number;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** How many tests of rules were run, and how many of them are as they should be. */
export interface TestCounts {
  readonly files: number;
  readonly tests: number;
  readonly passed: number;
}

/** What `check`, `build` and `test` have to say. Every reporter gets the same data. */
export interface Report {
  readonly command: 'build' | 'check' | 'test';
  /** Files are relative to the project's root; sorted by file and position. */
  readonly findings: readonly Diagnostic[];
  readonly environments: readonly string[];
  readonly definitions: number;
  readonly counts: Counts;
  /** What came of definitions that were read for something else than a check; in place of how many there are. */
  readonly outcome?: string;
  /** Absent where none were run. */
  readonly tests?: TestCounts;
  /** Absent when findings stopped the build. */
  readonly built?: {
    readonly out: string;
    readonly environments: readonly BuiltEnvironment[];
    readonly removed: number;
  };
}

/** True for a report that was written as JSON and read again. */
export function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'findings' in value && 'counts' in value;
}

/** How a report is to be shown. */
export interface Presentation {
  readonly paint: (style: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'underline', text: string) => string;
  /** `quiet`: only problems; `verbose`: notes (findings of severity info) one by one and not only their number. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** Wall time of the run. */
  readonly milliseconds: number;
  /** Width of the terminal; absent: as wide as it gets. */
  readonly columns?: number | undefined;
}

/** Turns a report into the text written to standard output, with its final line end; empty when there is nothing to say. */
export type Reporter = (report: Report, presentation: Presentation) => string;

/** Number of findings per severity. */
export function severities(findings: readonly Diagnostic[]): Readonly<Record<Diagnostic['severity'], number>> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) count[severity]++;
  return count;
}
