import type { Diagnostic, Summary } from '@binnacle/model';
import type { Entry } from '../diff/entry.ts';
import type { Revision } from '../diff/git.ts';
import type { PlanReport } from '../plan-report.ts';
import type { Pushed } from '../push/outcomes.ts';
import type { TestCounts } from '../report.ts';
import type { FindingsSince } from './findings-since.ts';

/** What a run in CI does. */
export type CiMode = 'apply' | 'check' | 'drift' | 'plan';

/** What a change does, compared with where it goes. */
export interface Review {
  /** Absent when there is nothing to compare with: everything is new. */
  readonly base?: Revision;
  readonly summary: Summary;
  readonly entries: readonly Entry[];
  /** Files are relative to the top of the repository. */
  readonly findings: FindingsSince;
  /** Absent when the project has no tests of rules, or errors that keep them from being run. */
  readonly tests?: TestCounts;
  /** What of the base could not be read, in one line. */
  readonly unread?: string;
}

/** Changed dashboards, drawn before and after. */
export interface Pictures {
  readonly drawn: readonly { readonly uid: string; readonly theme: 'dark' | 'light'; readonly file: string }[];
  /** Why others, or all, were not drawn, in one line. */
  readonly missing?: string;
}

/** A built bundle and the digest a push can be held to. */
export interface BuiltBundle {
  readonly file: string;
  readonly digest: string;
}

/** What a run in CI has to say. Every reporter gets the same data. */
export interface CiReport {
  readonly command: 'ci';
  readonly mode: CiMode;
  readonly project: string;
  readonly environments: readonly string[];
  readonly review?: Review;
  /** Errors of what was to be compared with what runs: nothing was. */
  readonly refused?: readonly Diagnostic[];
  readonly bundle?: BuiltBundle;
  readonly pictures?: Pictures;
  /** What runs, compared with what is declared; in mode `drift` only what was edited or removed. */
  readonly plan?: PlanReport;
  /** What was written. */
  readonly pushed?: readonly Pushed[];
  readonly exitCode: number;
}

/** Turns a run into text with its final line end. `bytes` is the most it may take, `whole` says where the whole is. `folder`: the text is a file of this folder, beside the pictures. */
export type CiReporter = (
  report: CiReport,
  limits: { readonly bytes?: number; readonly whole?: string; readonly runUrl?: string; readonly folder?: string },
) => string;
