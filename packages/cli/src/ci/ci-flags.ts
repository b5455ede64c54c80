import type { ReportFlags } from '../actions/report-run.ts';
import type { PolicyFlags } from '../push/carry-out.ts';
import type { LiveFlags } from '../push/prepare.ts';
import type { CiMode } from './ci-report.ts';

/** Flags of `binnacle ci`. */
export interface CiFlags extends LiveFlags, ReportFlags, PolicyFlags {
  readonly mode: CiMode;
  /** Revision to compare with, where the CI system does not say or should not be asked. */
  readonly base?: string;
  /** Keeps comments and issues of several runs apart. Default: the project, and the environments that were asked for. */
  readonly key?: string;
  /** Number of the pull or merge request, where the CI system does not say. */
  readonly request?: number;
  readonly comment: 'auto' | 'never';
  /** Folder for the whole report. */
  readonly report: string;
  /** Draws each changed dashboard before and after. */
  readonly pictures?: boolean;
  readonly failOn: 'error' | 'warning';
  readonly expectPlan?: string;
}
